package vn.cuulong.generate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/** Scans of the QR codes on products, by the province that made them. */
final class ScanRecords implements Records {
  private static final Word[] RESULTS =
      Word.list("Hợp lệ=valid", "Không tìm thấy=not_found", "Hết hạn=expired", "Nghi giả=suspect");
  private static final byte[] PLOT = "VN-VT-".getBytes(StandardCharsets.UTF_8);

  private final Products products;
  private final Row row;

  ScanRecords(Places places, List<Field> fields) {
    this.products = Products.of(places);
    this.row = new Row(fields);
  }

  @Override
  public Season season() {
    return Season.PAYMENT;
  }

  @Override
  public long total(GenerateSpec spec) {
    return Math.max(1, spec.rows() / 5);
  }

  @Override
  public void day(LocalDate day, long count, SplittableRandom random, Taker taker) throws IOException {
    long epochDay = day.toEpochDay();
    row.placeDay = epochDay;
    byte[] prefix = ("QR" + day.toString().substring(2).replace("-", "")).getBytes(StandardCharsets.UTF_8);
    for (int number = 1; number <= count; number++) {
      Products.Product product = products.all().get(random.nextInt(products.all().size()));
      row.number(0, epochDay * 86_400 + 6 * 3600 + random.nextInt(16 * 3600));
      row.code(1, prefix, number, 7);
      row.place(2, product.place());
      row.code(3, product.code(), 0, 0);
      row.word(4, product.name());
      if (product.category().code().equals("fresh_fruit")) {
        row.code(5, PLOT, product.place().index() * 100L + random.nextInt(20), 5);
      } else {
        row.none(5);
      }
      if (product.stars() == 0) {
        row.none(6);
      } else {
        row.number(6, product.stars());
      }
      int luck = random.nextInt(100);
      row.word(7, RESULTS[luck < 94 ? 0 : luck < 97 ? 1 : luck < 99 ? 2 : 3]);
      taker.take(row);
    }
  }
}
