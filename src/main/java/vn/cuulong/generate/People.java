package vn.cuulong.generate;

import java.util.SplittableRandom;

/** Names and numbers of people who do not exist; cleaning must drop them at the door. */
final class People {
  private static final Word[] NAMES = Word.list(
      "Nguyễn Văn An", "Trần Thị Bích", "Lê Hoàng Cường", "Phạm Thị Dung", "Huỳnh Văn Đạt", "Võ Thị Hạnh",
      "Đặng Minh Khoa", "Bùi Thị Lan", "Đỗ Quốc Nam", "Hồ Thị Oanh", "Ngô Thành Phát", "Dương Thị Quyên",
      "Lý Văn Sang", "Thạch Thị Thu", "Kim Sơn", "Châu Văn Út");
  private static final byte[] NO_LINE = {'0', '9', '0', '0', '0'};

  private People() {}

  static Word name(SplittableRandom random) {
    return NAMES[random.nextInt(NAMES.length)];
  }

  /** A number in a range that no operator gives out. */
  static void phone(Row row, int field, SplittableRandom random) {
    row.code(field, NO_LINE, random.nextInt(100_000), 5);
  }
}
