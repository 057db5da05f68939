package vn.cuulong.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clean table is a function of the files that landed, not of when they did nor in how many nights. */
class ArrivalOrderTest {
  static final String FOLDER = "tourism-stay-csv/";
  static final String HEADER = "Ngày;Tỉnh/Thành phố;Mã cơ sở lưu trú;Tên cơ sở lưu trú;Loại hình;Khách nội địa;"
      + "Khách quốc tế;Số đêm lưu trú;Số phòng;Doanh thu (nghìn đồng)\n";
  private static final String[] NAMES = {"a.csv", "a_v2.csv", "a_v3.csv", "b.csv", "b-v2.csv", "c.csv", "d_v2.csv"};
  private static final String[] PLACES = {"Cần Thơ", "Cần Thơ", "An Giang", "Nơi lạ"};

  @TempDir
  Path folder;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2})
  @DisplayName("files with repeated, corrected and contradicting rows, at once or one by one in any order")
  void sameTable(long seed) throws IOException {
    Random random = new Random(seed);
    Map<String, String> files = files(random);
    Nights once = new Nights(folder.resolve("once"), "clean.tourism_stay");
    for (Map.Entry<String, String> file : files.entrySet()) {
      once.land(FOLDER + file.getKey(), file.getValue());
    }
    once.run();

    List<String> order = new ArrayList<>(files.keySet());
    Collections.shuffle(order, random);
    Nights many = new Nights(folder.resolve("many"), "clean.tourism_stay");
    for (String name : order) {
      many.land(FOLDER + name, files.get(name));
      if (random.nextInt(2) == 0) {
        many.runUnchecked(step -> { });
      }
    }
    many.run();

    assertThat(once.rows()).isNotEmpty();
    assertThat(many.rows()).as("rows, seed %s, order %s", seed, order).isEqualTo(once.rows());
    assertThat(many.rejects()).as("rejects, seed %s, order %s", seed, order).isEqualTo(once.rejects());
    assertThat(many.books()).as("books, seed %s, order %s", seed, order).isEqualTo(once.books());
  }

  static Map<String, String> files(Random random) {
    Map<String, String> files = new LinkedHashMap<>();
    for (String name : NAMES) {
      StringBuilder text = new StringBuilder(HEADER);
      int rows = 3 + random.nextInt(6);
      for (int i = 0; i < rows; i++) {
        text.append("%02d/03/2025;%s;CT%d;Nhà nghỉ;Nhà nghỉ;%d;3;20;10;4.500\n".formatted(5 + random.nextInt(3),
            PLACES[random.nextInt(PLACES.length)], random.nextInt(4), random.nextInt(2)));
      }
      files.put(name, text + (random.nextInt(3) == 0 ? "05/03/2025;\"quên đóng\n" : ""));
    }
    return files;
  }
}
