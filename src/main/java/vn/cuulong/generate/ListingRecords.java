package vn.cuulong.generate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/** What is on offer in each month: one row for each listing that was up for at least a day of it. */
final class ListingRecords implements Records {
  private static final byte[] SELLER = "GH".getBytes(StandardCharsets.UTF_8);
  private static final byte[] DECISION = "QD-OCOP-".getBytes(StandardCharsets.UTF_8);
  private static final LocalDate OPENING = LocalDate.of(2015, 1, 1);
  private static final int LIFE_DAYS = 500;
  private static final long MOST_LISTINGS = 900_000;

  private final Word[] platforms;
  private final byte[] prefix;
  private final Products products;
  private final Row row;
  private long listings;
  private LocalDate from;
  private LocalDate to;

  ListingRecords(Places places, List<Field> fields, Word[] platforms, String prefix) {
    this.platforms = platforms;
    this.prefix = prefix.getBytes(StandardCharsets.UTF_8);
    this.products = Products.of(places);
    this.row = new Row(fields);
  }

  @Override
  public Season season() {
    return Season.COMMERCE;
  }

  @Override
  public boolean monthly() {
    return true;
  }

  @Override
  public long total(GenerateSpec spec) {
    listings = Math.max(60, Math.min(MOST_LISTINGS, spec.rows() / 90));
    from = spec.from();
    to = spec.to();
    return 0;
  }

  @Override
  public void day(LocalDate day, long count, SplittableRandom random, Taker taker) throws IOException {
    if (day.getDayOfMonth() != 1 && !day.equals(from)) {
      return;
    }
    LocalDate month = day.withDayOfMonth(1);
    LocalDate lastDay = month.plusMonths(1).minusDays(1);
    for (int listing = 0; listing < listings; listing++) {
      // A listing is the same in every month, whatever the other listings are.
      SplittableRandom own = Generator.randomOf(listing, "listing", prefix[0], 1);
      LocalDate listed = from.minusDays(200).plusDays(own.nextLong(200 + to.toEpochDay() - from.toEpochDay()));
      LocalDate delisted = own.nextInt(3) == 0 ? listed.plusDays(20 + own.nextInt(LIFE_DAYS)) : null;
      if (!listed.isAfter(lastDay) && (delisted == null || !delisted.isBefore(month))) {
        boolean gone = delisted != null && !delisted.isAfter(lastDay);
        row.placeDay = month.toEpochDay();
        listing(listing, listed.isBefore(OPENING) ? OPENING : listed, gone ? delisted : null, own, random);
        row.number(0, month.toEpochDay());
        taker.take(row);
      }
    }
  }

  private void listing(int listing, LocalDate listed, LocalDate delisted, SplittableRandom own,
      SplittableRandom random) {
    Products.Product product = products.all().get(own.nextInt(products.all().size()));
    if (platforms.length == 0) {
      row.none(1);
    } else {
      row.word(1, platforms[own.nextInt(platforms.length)]);
    }
    row.code(2, prefix, listing, 6);
    row.code(3, product.code(), 0, 0);
    row.word(4, product.name());
    row.code(5, SELLER, product.place().index() * 10_000L + own.nextInt(40), 6);
    row.place(6, product.place());
    if (product.stars() == 0) {
      row.none(7);
      row.none(8);
    } else {
      row.code(7, DECISION, product.place().index() * 100L + product.stars(), 4);
      row.number(8, product.stars());
    }
    row.number(9, random.nextInt(6) == 0 ? 0 : 1 + random.nextInt(1500));
    row.number(10, product.price());
    row.number(11, listed.toEpochDay());
    if (delisted == null) {
      row.none(12);
    } else {
      row.number(12, delisted.toEpochDay());
    }
  }
}
