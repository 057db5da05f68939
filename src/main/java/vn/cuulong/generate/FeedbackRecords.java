package vn.cuulong.generate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/** What citizens report to their province, and when it was answered. */
final class FeedbackRecords implements Records {
  private static final Word[] CHANNELS = Word.list("app=provincial_app", "Ứng dụng tỉnh=provincial_app",
      "Cổng thông tin=portal", "1022=hotline");
  private static final Word[] TOPICS = Word.list("Môi trường", "Giao thông", "Trật tự đô thị", "Thủ tục hành chính",
      "Điện, nước", "An ninh trật tự", "Hạ tầng viễn thông", "Vệ sinh an toàn thực phẩm", "Hòa giải ở cơ sở");
  private static final Word CONTENT = Word.text("Nội dung phản ánh mô phỏng.");
  private static final long SECONDS_OF_DAY = 86_400;

  private final Places.Draw places;
  private final Row row;

  FeedbackRecords(Places places, List<Field> fields) {
    this.places = new Places.Draw(places.inScope(), Place::populationThousand);
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
    byte[] prefix = ("PA" + day.toString().substring(2).replace("-", "")).getBytes(StandardCharsets.UTF_8);
    for (int number = 1; number <= count; number++) {
      long received = epochDay * SECONDS_OF_DAY + 6 * 3600 + random.nextInt(16 * 3600);
      row.code(0, prefix, number, 6);
      row.number(1, received);
      row.word(2, CHANNELS[random.nextInt(CHANNELS.length)]);
      row.place(3, places.at(random.nextInt()));
      if (random.nextInt(100) < 12) {
        row.none(4);
      } else {
        // Most are answered within days, some take weeks.
        double patience = random.nextDouble();
        row.number(4, received + 1800 + (long) (patience * patience * patience * 20 * SECONDS_OF_DAY));
      }
      row.word(5, TOPICS[random.nextInt(TOPICS.length)]);
      row.word(6, CONTENT);
      row.word(7, People.name(random));
      People.phone(row, 8, random);
      taker.take(row);
    }
  }
}
