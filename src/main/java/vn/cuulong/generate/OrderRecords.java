package vn.cuulong.generate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/** Order lines: sellers of the fifteen provinces, buyers anywhere, one to three lines an order. */
final class OrderRecords implements Records {
  /** Hour of the day in which an order is placed, drawn from this list; evenings are busy. */
  private static final byte[] HOURS =
      {7, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 14, 14, 15, 16, 17, 18, 19, 19, 20, 20, 20, 21, 21, 21, 22, 22, 23, 0,
          6};
  private static final byte[] SELLER = "GH".getBytes(StandardCharsets.UTF_8);
  private static final int LINES_A_SELLER = 60;

  /** Words in which a platform says things. */
  record Words(Word[] platforms, Word[] statuses, Word[] payments, byte[] orderPrefix) {}

  private final Words words;
  private final boolean onePlatform;
  private final Products products;
  private final Places.Draw sellers;
  private final Places.Draw buyers;
  private final Row row;
  private final long part;
  private final long parts;
  private int sellersOfThousandPeople = 1;

  /** Makes a {@code part} of every {@code parts} order lines. */
  OrderRecords(Places places, List<Field> fields, Words words, long part, long parts) {
    this.words = words;
    this.onePlatform = words.platforms().length == 0;
    this.products = Products.of(places);
    this.sellers = new Places.Draw(places.inScope(), Place::populationThousand);
    // People of the region buy twice as much of its goods.
    this.buyers = new Places.Draw(places.all(), place -> place.populationThousand() * (place.inScope() ? 2 : 1));
    this.row = new Row(fields);
    this.part = part;
    this.parts = parts;
  }

  @Override
  public Season season() {
    return Season.COMMERCE;
  }

  @Override
  public long total(GenerateSpec spec) {
    long alone = Sources.chosen(spec.sources()).stream()
        .filter(source -> source.table().equals("clean.ecommerce_order")).count();
    long total = alone == 1 ? spec.rows() : part == 0 ? spec.rows() - total(spec.rows(), 1) : total(spec.rows(), 1);
    sellersOfThousandPeople = (int) Math.max(3, Math.min(4000, total / LINES_A_SELLER / 15));
    return total;
  }

  private long total(long rows, long share) {
    return rows * share / parts;
  }

  @Override
  public void day(LocalDate day, long count, SplittableRandom random, Taker taker) throws IOException {
    long epochDay = day.toEpochDay();
    byte[] prefix = (new String(words.orderPrefix(), StandardCharsets.UTF_8)
        + day.toString().substring(2).replace("-", "")).getBytes(StandardCharsets.UTF_8);
    long cashlessPercent = cashlessPercent(day);
    row.placeDay = epochDay;
    long order = 0;
    for (long made = 0; made < count; ) {
      int luck = random.nextInt(10);
      int lines = (int) Math.min(count - made, luck < 7 ? 1 : luck < 9 ? 2 : 3);
      Place seller = order(epochDay, prefix, ++order, cashlessPercent, random);
      for (int line = 1; line <= lines; line++) {
        line(seller, line, random);
        taker.take(row);
      }
      made += lines;
    }
  }

  /** More and more buyers pay without cash. */
  private static long cashlessPercent(LocalDate day) {
    return Math.max(20, Math.min(85, 48 + (day.toEpochDay() - 19_723) / 45));
  }

  private Place order(long epochDay, byte[] prefix, long number, long cashlessPercent, SplittableRandom random) {
    int draw = random.nextInt();
    Place seller = sellers.at(draw);
    int hour = HOURS[(draw >>> 12 & 0x3FFF) % HOURS.length];
    row.number(0, epochDay * 86_400 + hour * 3600 + random.nextInt(3600));
    if (!onePlatform) {
      row.word(1, words.platforms()[random.nextInt(words.platforms().length)]);
    } else {
      row.none(1);
    }
    row.code(2, prefix, number, 7);
    // A few sellers make most of the trade.
    double skew = random.nextDouble();
    row.code(4, SELLER, seller.index() * 10_000L + (long) (sellersOfThousandPeople * skew * skew), 6);
    row.place(5, seller);
    row.place(6, buyers.at(draw >>> 20 ^ random.nextInt()));
    int fate = random.nextInt(100);
    row.word(13, words.statuses()[fate < 84 ? 0 : fate < 91 ? 1 : fate < 95 ? 2 : 3]);
    boolean cashless = random.nextInt(100) < cashlessPercent;
    row.word(14, words.payments()[cashless ? 1 + random.nextInt(3) : 0]);
    row.word(15, People.name(random));
    People.phone(row, 16, random);
    row.none(17);
    return seller;
  }

  private void line(Place seller, int line, SplittableRandom random) {
    int draw = random.nextInt();
    Products.Product product = products.of(seller, draw >>> 3);
    row.number(3, line);
    row.code(7, product.code(), 0, 0);
    row.word(8, product.name());
    row.word(9, product.category());
    if (product.stars() == 0) {
      row.none(10);
    } else {
      row.number(10, product.stars());
    }
    int quantity = 1 + (draw >>> 12 & 7) * (draw >>> 16 & 3) / 4;
    row.number(11, quantity);
    long price = product.price() * (90 + (draw >>> 20 & 31)) / 100 / 500 * 500;
    row.number(12, quantity * price);
  }
}
