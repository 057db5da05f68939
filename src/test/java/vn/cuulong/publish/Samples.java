package vn.cuulong.publish;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import vn.cuulong.contract.Bilingual;
import vn.cuulong.contract.Dictionary.Code;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.JobsReader;
import vn.cuulong.contract.ProductContract;
import vn.cuulong.contract.ProductContract.PublishedTable;
import vn.cuulong.contract.ValueKind;
import vn.cuulong.publish.Release.SourceNote;
import vn.cuulong.publish.TableOrigin.SourceFile;
import vn.cuulong.territory.Basis;
import vn.cuulong.territory.Territory;
import vn.cuulong.territory.Unit;

/** Releases of made-up rows: every type, empty values, negative numbers and awkward texts in every column. */
public final class Samples {
  public static final Jobs JOBS = JobsReader.read(Path.of("jobs"));
  static final ReleaseVersion VERSION = new ReleaseVersion(LocalDate.of(2026, 1, 31), 1);
  private static final List<String> TEXTS = List.of("=1+1", "+84 9", "-12", "@SUM(A1)", "\tx", "Đặc sản; \"ngon\", rẻ",
      "hai\ndòng", "Bánh tráng Mỹ Lồng", "<script>alert(1)</script> & co");

  private Samples() {}

  /** A release of a product. */
  static Release release(ProductContract product, long seed) {
    List<FrozenTable> tables = new ArrayList<>();
    for (PublishedTable published : product.tables()) {
      tables.add(table(published, seed));
    }
    return new Release(product, VERSION, "0.1.0", null, JOBS.dictionary(), List.of(new SourceNote("tourism-stay-csv",
        JOBS.sources().get("tourism-stay-csv").title(), new Bilingual("Sở Du lịch", "Department of Tourism"),
        "synthetic")), tables);
  }

  static Release release(String product, long seed) {
    return release(JOBS.products().get(product), seed);
  }

  /** Twenty rows of a table; no two have the same key. */
  public static FrozenTable table(PublishedTable published, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<FrozenColumn> columns = published.columns().stream().map(use -> FrozenColumn.of(published, use)).toList();
    FrozenTable table = new FrozenTable(published.table(), new TableOrigin(7, "abc",
        List.of(new SourceFile("tourism-stay-csv", "0".repeat(64), null, "2025-03-01"))), columns, new ArrayList<>());
    for (int row = 0; row < 20; row++) {
      Object[] values = new Object[columns.size()];
      for (int i = 0; i < values.length; i++) {
        FrozenColumn column = columns.get(i);
        boolean empty = !column.required() && random.nextInt(4) == 0;
        values[i] = empty ? null : value(column, table.isKey(column), row, random);
      }
      table.rows().add(values);
    }
    return table;
  }

  private static Object value(FrozenColumn column, boolean key, int row, SplittableRandom random) {
    List<Unit> units = Territory.standard().provinces(Basis.UNITS_2025).stream().filter(Unit::inScope).toList();
    return switch (column.type().base()) {
      case BIGINT -> key ? (Object) (long) row : random.nextLong(-1_000_000, 1_000_000_000_000L);
      case DECIMAL -> BigDecimal.valueOf(random.nextLong(-1_000_000, 10_000_000_000_000L), column.type().scale());
      case DOUBLE -> random.nextInt(5) == 0 ? 0.1 + row : (random.nextDouble() - 0.3) * Math.pow(10, random.nextInt(8));
      case DATE -> LocalDate.of(2024, 1, 1).plusMonths(row);
      case TIMESTAMP -> Instant.parse("2025-03-01T00:00:00.123456Z").plusSeconds(row);
      case BOOLEAN -> random.nextBoolean();
      case STRING_ARRAY -> row % 3 == 0 ? List.of() : List.of("ca-mau-2004", "bac-lieu-2004").subList(0, 1 + row % 2);
      case STRING -> {
        if (column.column().kind() == ValueKind.UNIT) {
          yield units.get(row % units.size()).id();
        }
        if (column.column().kind() == ValueKind.PERIOD) {
          yield List.of("2024", "2024-Q1", "2024-03", "2024-9M").get(row % 4);
        }
        List<Code> codes = column.column().category() == null ? List.of()
            : new CodeNames(JOBS.dictionary()).codes(column.column().category());
        if (!codes.isEmpty()) {
          yield codes.get(random.nextInt(codes.size())).code();
        }
        yield key ? "k" + row : TEXTS.get(random.nextInt(TEXTS.size()));
      }
    };
  }
}
