package vn.cuulong.lake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import vn.cuulong.SparkForTests;
import vn.cuulong.contract.Bilingual;
import vn.cuulong.contract.Column;
import vn.cuulong.contract.ColumnType;
import vn.cuulong.contract.Grain;
import vn.cuulong.contract.TableContract;
import vn.cuulong.contract.TableName;
import vn.cuulong.contract.ValueKind;
import vn.cuulong.table.Interval;
import vn.cuulong.table.Schemas;

/** A small table that the tests of this package share: one establishment and day. */
public final class StayTable {
  public static final TableName NAME = TableName.of("clean.stay");

  private StayTable() {}

  /** The contract: stay_date and establishment_id are the key, guest_count may be empty. */
  public static TableContract contract(Column... more) {
    List<TableContract.ColumnUse> columns = new ArrayList<>(List.of(
        use(column("stay_date", "date", ValueKind.DATE, null, null), true),
        use(column("establishment_id", "string", ValueKind.CODE, null, null), true),
        use(column("guest_count", "bigint", ValueKind.QUANTITY, 0.0, 10_000.0), false),
        use(column("issues", "array<string>", ValueKind.NONE, null, null), true)));
    for (Column column : more) {
      columns.add(use(column, false));
    }
    return contract(columns, List.of());
  }

  /** The same with checks. */
  public static TableContract contract(List<TableContract.ColumnUse> columns, List<TableContract.Check> checks) {
    Bilingual text = new Bilingual("Lượt lưu trú", "Stays");
    return new TableContract(NAME, text, text, text, List.of("stay_date", "establishment_id"), columns, "stay_date",
        Grain.DAY, List.of(), null, List.of(), checks, List.of("stay_date"), List.of("nightly"), List.of(), "tests");
  }

  /** A column that is required or not. */
  public static TableContract.ColumnUse use(Column column, boolean required) {
    return new TableContract.ColumnUse(column, required, false);
  }

  /** A column. */
  public static Column column(String name, String type, ValueKind kind, Double min, Double max) {
    Bilingual text = new Bilingual("Cột " + name, "Column " + name);
    return new Column(name, ColumnType.of(type), kind, null, null, min, max, text, text);
  }

  /** A row. */
  public static Row row(String day, String id, Long guests) {
    return RowFactory.create(java.sql.Date.valueOf(day), id, guests, new String[0]);
  }

  /** Rows with the schema of the contract, nothing in it required, in one partition and so in one file. */
  public static Dataset<Row> rows(Row... rows) {
    return SparkForTests.session().createDataFrame(List.of(rows), Schemas.of(contract()).asNullable()).coalesce(1);
  }

  /** Days from the first to before the second. */
  public static Interval days(String start, String end) {
    return new Interval(LocalDate.parse(start), LocalDate.parse(end));
  }

  /** The rows of a table as sorted text. */
  public static List<String> shown(Dataset<Row> rows) {
    return rows.select("stay_date", "establishment_id", "guest_count").collectAsList().stream()
        .map(row -> row.get(0) + " " + row.get(1) + " " + row.get(2)).sorted().toList();
  }
}
