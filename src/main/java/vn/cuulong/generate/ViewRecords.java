package vn.cuulong.generate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/** Views of a provincial television's programmes on its channels, each day. */
final class ViewRecords implements Records {
  private static final Word[] CHANNELS =
      Word.list("Ứng dụng=app", "Kênh YouTube=youtube", "Trang Facebook=facebook");

  /** A programme: the old province whose station makes it, code, title, views on an ordinary day. */
  private record Program(String province, byte[] code, Word title, int views) {
    Program(String province, String code, String title, int views) {
      this(province, code.getBytes(StandardCharsets.UTF_8), Word.text(title), views);
    }
  }

  private static final List<Program> PROGRAMS = List.of(
      new Program("Vĩnh Long", "VL-TS", "Thời sự 18 giờ", 42_000),
      new Program("Vĩnh Long", "VL-CL", "Cải lương cuối tuần", 65_000),
      new Program("Đồng Tháp", "DT-NN", "Nhà nông làm giàu", 9_500),
      new Program("An Giang", "AG-DL", "Du lịch bảy núi và sông nước", 7_200));

  private final Places places;
  private final Row row;

  ViewRecords(Places places, List<Field> fields) {
    this.places = places;
    this.row = new Row(fields);
  }

  @Override
  public Season season() {
    return Season.PAYMENT;
  }

  @Override
  public void day(LocalDate day, long count, SplittableRandom random, Taker taker) throws IOException {
    double busy = Season.PAYMENT.of(day);
    row.placeDay = day.toEpochDay();
    row.number(0, day.toEpochDay());
    for (Program program : PROGRAMS) {
      Place place = places.all().stream()
          .filter(candidate -> candidate.before().vietnamese().equals(program.province())).findFirst().orElseThrow();
      for (int channel = 0; channel < CHANNELS.length; channel++) {
        long views = Math.round(program.views() * busy * (0.7 + 0.6 * random.nextDouble()) / (channel + 1));
        row.place(1, place);
        row.word(2, CHANNELS[channel]);
        row.code(3, program.code(), 0, 0);
        row.word(4, program.title());
        row.number(5, views);
        row.number(6, views * (8 + random.nextInt(10)));
        taker.take(row);
      }
    }
  }
}
