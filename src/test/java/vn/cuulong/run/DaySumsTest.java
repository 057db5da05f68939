package vn.cuulong.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cuulong.contract.TableName;
import vn.cuulong.run.TableOutcome.Built;
import vn.cuulong.run.TableOutcome.NothingToDo;
import vn.cuulong.table.Interval;

/** A mart by month that adds up a mart by day: a night counts the days that are new, and the result is the same. */
class DaySumsTest {
  private static final TableName LINES = TableName.of("clean.ecommerce_order");
  private static final TableName DAYS = TableName.of("mart.place_day_trade");
  private static final TableName MONTHS = TableName.of("mart.province_month_ecommerce");
  private static final String HEADER = "Thoi gian dat,San,Ma don hang,Dong,Ma gian hang,Tinh nguoi ban,Tinh nguoi mua,"
      + "Ma san pham,Ten san pham,Nganh hang,Hang sao OCOP,So luong,Thanh tien (dong),Trang thai,Thanh toan,"
      + "Ho ten nguoi mua,So dien thoai,Ghi chu\n";

  @TempDir
  Path folder;

  @Test
  void onlyDaysThatAreNewOrCorrectedAreCountedAgain() {
    Nights nights = Nights.in(folder);
    nights.write("ecommerce-order-csv/a.csv", HEADER + order("01/08/2024", "A1", "GH1", "An Giang", "Can Tho", 100)
        + order("01/08/2024", "A2", "GH2", "An Giang", "An Giang", 250)
        + order("20/08/2024", "A3", "GH1", "Ca Mau", "Ha Noi", 70));
    assertThat(days(nights)).containsExactly(day(1), day(20));
    // A late file, and a new day behind it: two days, not all days between.
    nights.write("ecommerce-order-csv/b.csv", HEADER + order("05/08/2024", "B1", "GH2", "An Giang", "Ca Mau", 40)
        + order("21/08/2024", "B2", "GH3", "Ca Mau", "", 30));
    assertThat(days(nights)).containsExactly(day(5), day(21));
    // A correction moves an order to another day, and changes another.
    nights.write("ecommerce-order-csv/a_v2.csv", HEADER + order("02/08/2024", "A1", "GH1", "An Giang", "Can Tho", 100)
        + order("20/08/2024", "A3", "GH1", "Ca Mau", "Ha Noi", 77));
    days(nights);
    assertThat(nights.run(LINES, DAYS, MONTHS)).allMatch(NothingToDo.class::isInstance);

    Nights atOnce = Nights.in(folder.resolve("at-once"));
    for (String file : List.of("b.csv", "a_v2.csv", "a.csv")) {
      atOnce.write("ecommerce-order-csv/" + file, read(nights.landing.resolve("ecommerce-order-csv/" + file)));
    }
    days(atOnce);
    assertThat(nights.content(DAYS)).isEqualTo(atOnce.content(DAYS)).hasSize(5);
    assertThat(nights.content(MONTHS)).isEqualTo(atOnce.content(MONTHS)).isNotEmpty();
  }

  /** Runs all three, and says which days the middle one built. */
  private static List<Interval> days(Nights nights) {
    List<TableOutcome> outcomes = nights.run(LINES, DAYS, MONTHS);
    assertThat(outcomes).allMatch(Built.class::isInstance);
    return ((Built) outcomes.get(1)).intervals();
  }

  private static Interval day(int ofAugust) {
    LocalDate day = LocalDate.of(2024, 8, ofAugust);
    return new Interval(day, day.plusDays(1));
  }

  private static String order(String day, String id, String seller, String from, String to, int thousands) {
    return day + " 10:00:00,Shopee," + id + ",1," + seller + "," + from + "," + to + ",P1,Mam,,4,2," + thousands
        + "000,Hoan thanh,COD,x,0900,\n";
  }

  private static String read(Path file) {
    try {
      return java.nio.file.Files.readString(file);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
