package vn.cuulong.generate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/** Dossiers of provincial public service portals; more and more of them come online. */
final class DossierRecords implements Records {
  private static final Word[] LEVELS = Word.list("Toàn trình=full", "Một phần=partial", "Trực tiếp=none");
  private static final Word[] AGENCIES = Word.list("Sở Nội vụ", "Sở Xây dựng", "Sở Tài chính",
      "Sở Nông nghiệp và Môi trường",
      "Sở Khoa học và Công nghệ", "Sở Y tế", "UBND cấp xã", "Trung tâm Phục vụ hành chính công");

  /** A procedure: code, name, legal days. */
  private record Procedure(byte[] code, Word name, int days) {
    Procedure(String code, String name, int days) {
      this(code.getBytes(StandardCharsets.UTF_8), Word.text(name), days);
    }
  }

  private static final Procedure[] PROCEDURES = {
      new Procedure("1.001193", "Đăng ký khai sinh", 1),
      new Procedure("1.000894", "Đăng ký kết hôn", 1),
      new Procedure("2.000815", "Chứng thực bản sao từ bản chính", 1),
      new Procedure("1.004873", "Cấp giấy xác nhận tình trạng hôn nhân", 3),
      new Procedure("1.001612", "Đăng ký thành lập hộ kinh doanh", 3),
      new Procedure("1.009994", "Cấp giấy phép xây dựng nhà ở riêng lẻ", 15),
      new Procedure("1.012753", "Đăng ký biến động quyền sử dụng đất", 10),
      new Procedure("2.001827", "Cấp giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm thủy sản", 15),
      new Procedure("1.004594", "Công nhận hạng cơ sở lưu trú du lịch", 20),
      new Procedure("1.002662", "Hòa giải tranh chấp đất đai", 30)};
  private static final byte[] IDENTITY = "000".getBytes(StandardCharsets.UTF_8);

  private final Places.Draw places;
  private final Row row;

  DossierRecords(Places places, List<Field> fields) {
    this.places = new Places.Draw(places.inScope(), Place::populationThousand);
    this.row = new Row(fields);
  }

  @Override
  public Season season() {
    return Season.OFFICE;
  }

  @Override
  public long total(GenerateSpec spec) {
    return Math.max(1, spec.rows() * 8 / 10);
  }

  @Override
  public void day(LocalDate day, long count, SplittableRandom random, Taker taker) throws IOException {
    long epochDay = day.toEpochDay();
    row.placeDay = epochDay;
    byte[] prefix = ("H" + day.toString().substring(2).replace("-", "") + "-").getBytes(StandardCharsets.UTF_8);
    long online = Math.max(20, Math.min(92, 55 + (epochDay - 19_723) / 30));
    for (int number = 1; number <= count; number++) {
      Place place = places.at(random.nextInt());
      Procedure procedure = PROCEDURES[random.nextInt(PROCEDURES.length)];
      row.number(0, epochDay * 86_400 + 7 * 3600 + random.nextInt(10 * 3600));
      row.code(1, prefix, place.index() * 100_000L + number, 7);
      row.code(2, procedure.code(), 0, 0);
      row.word(3, procedure.name());
      row.word(4, AGENCIES[random.nextInt(AGENCIES.length)]);
      row.place(5, place);
      boolean viaPortal = random.nextInt(100) < online;
      row.word(6, LEVELS[!viaPortal ? 2 : random.nextInt(3) == 0 ? 1 : 0]);
      course(epochDay, procedure, viaPortal, random);
      row.word(11, People.name(random));
      row.code(12, IDENTITY, random.nextLong(1_000_000_000L), 9);
      row.none(13);
      taker.take(row);
    }
  }

  private void course(long submitted, Procedure procedure, boolean viaPortal, SplittableRandom random) {
    long due = submitted + procedure.days() + procedure.days() / 5 * 2;
    row.number(7, due);
    int fate = random.nextInt(100);
    if (fate < 4) {
      row.none(8);
    } else {
      row.number(8, fate < 90 ? submitted + random.nextLong(due - submitted + 1) : due + 1 + random.nextInt(12));
    }
    if (random.nextInt(5) == 0) {
      row.none(9);
    } else {
      row.number(9, viaPortal && random.nextInt(100) < 62 ? 1 : 0);
    }
    if (fate < 4 || random.nextInt(3) == 0) {
      row.none(10);
    } else {
      int mood = random.nextInt(100);
      row.number(10, mood < 58 ? 5 : mood < 84 ? 4 : mood < 93 ? 3 : mood < 97 ? 2 : 1);
    }
  }
}
