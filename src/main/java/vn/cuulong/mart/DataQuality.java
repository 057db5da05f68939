package vn.cuulong.mart;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.cuulong.contract.Dictionary.Effect;
import vn.cuulong.contract.Grain;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.SourceContract;
import vn.cuulong.contract.TableContract;
import vn.cuulong.contract.TableContract.ColumnUse;
import vn.cuulong.contract.TableName;
import vn.cuulong.contract.ValueKind;
import vn.cuulong.table.FileBook;
import vn.cuulong.table.Inputs;
import vn.cuulong.table.Interval;
import vn.cuulong.table.Schemas;
import vn.cuulong.table.TableBuild;
import vn.cuulong.territory.Territory;

/**
 * Data that are right, complete, clean and alive (đúng, đủ, sạch, sống): for each source and month, as a whole and by
 * unit, how many of how many rows or reports.
 *
 * <p>The rows of the clean tables are counted once, by source, unit, day and file; all else is plain Java. What was
 * refused or found twice has no unit, and stands in the books of the files. A table by year (published figures) has
 * books by year, and its rows are not looked at by month.
 */
public final class DataQuality implements TableBuild {
  /** The unit of rows about the whole source. */
  static final String ALL_UNITS = "all";
  private static final String NO_UNIT = "";
  private static final TableName NAME = TableName.of("mart.data_quality");

  private final Jobs jobs;
  private final TableContract contract;
  private final Territory territory = Territory.standard();

  /** A build by the sources and issues that the contracts declare. */
  public DataQuality(Jobs jobs) {
    this.jobs = jobs;
    this.contract = jobs.tables().get(NAME);
  }

  /** One source in one month. */
  private record SourceMonth(String sourceId, LocalDate month) implements Comparable<SourceMonth> {
    @Override
    public int compareTo(SourceMonth other) {
      int bySource = sourceId.compareTo(other.sourceId);
      return bySource != 0 ? bySource : month.compareTo(other.month);
    }
  }

  @Override
  public Dataset<Row> build(Inputs inputs, Interval interval) {
    SortedMap<SourceMonth, List<FileBook>> books = new TreeMap<>();
    Map<String, LocalDate> arrivals = new HashMap<>();
    for (FileBook book : inputs.books()) {
      books.computeIfAbsent(new SourceMonth(book.sourceId(), month(book.intervalStart())), key -> new ArrayList<>())
          .add(book);
      arrivals.put(book.fileId(), book.arrived());
    }
    Dataset<Row> earlier = inputs.table(NAME.toString());
    SortedMap<SourceMonth, SortedMap<String, QualityTally>> tallies = tallies(counted(inputs), arrivals);
    ExpectedUnits expected = new ExpectedUnits(territory, earlier);
    NamedRows rows = new NamedRows(Schemas.of(contract));
    TreeSet<SourceMonth> all = new TreeSet<>(books.keySet());
    all.addAll(tallies.keySet());
    for (SourceMonth one : all) {
      SortedMap<String, QualityTally> units = tallies.getOrDefault(one, new TreeMap<>());
      QualityTally whole = all(units);
      units.remove(NO_UNIT);
      Writer writer = new Writer(rows, jobs.sources().get(one.sourceId()), one.month());
      if (isReportedByUnit(writer.source)) {
        expected.in(one.sourceId(), one.month(), units.keySet())
            .forEach(unit -> units.computeIfAbsent(unit, key -> new QualityTally()));
      }
      units.forEach(writer::unit);
      writer.whole(units, whole, books.getOrDefault(one, List.of()));
    }
    return rows.in(earlier.sparkSession());
  }

  /** Rows of every clean input that has a month, by source, unit, day and file. */
  private List<Row> counted(Inputs inputs) {
    Dataset<Row> all = null;
    for (TableContract.Input input : contract.inputs()) {
      TableContract table = jobs.tables().get(input.table());
      if (table.name().layer().equals("clean") && table.intervalGrain() != Grain.YEAR) {
        Dataset<Row> rows = inputs.table(table.name().toString()).select(col("source_id"), unit(table).as("unit_id"),
            col(table.intervalColumn()).as("day"), col("file_id"), col("issues"));
        all = all == null ? rows : all.unionAll(rows);
      }
    }
    Column issues = col("issues");
    return all.groupBy("source_id", "unit_id", "day", "file_id")
        .agg(count(lit(1)).as("row_count"), sum(has(issues, Effect.EMPTY)).as("emptied_count"),
            sum(has(issues, Effect.NOTE)).as("mended_count")).collectAsList();
  }

  /** The place of a row: of two places, the one that must be there. */
  private static Column unit(TableContract table) {
    return table.columns().stream().filter(use -> use.column().kind() == ValueKind.UNIT)
        .sorted(Comparator.comparing((ColumnUse use) -> !use.required())).map(use -> col(use.name()))
        .findFirst().orElse(lit(null).cast("string"));
  }

  /** 1 when one of the issues has the effect. A lost duplicate is a note on the row that stayed. */
  private Column has(Column issues, Effect effect) {
    Object[] codes = jobs.dictionary().issues().values().stream().filter(issue -> issue.effect() == effect
        || effect == Effect.NOTE && issue.code().equals("duplicate_key_conflict")).map(issue -> issue.code()).toArray();
    return when(size(issues).gt(0).and(exists(issues, issue -> substring_index(issue, ":", -1).isin(codes))), 1L)
        .otherwise(0L);
  }

  private SortedMap<SourceMonth, SortedMap<String, QualityTally>> tallies(
      List<Row> counted, Map<String, LocalDate> arrivals) {
    SortedMap<SourceMonth, SortedMap<String, QualityTally>> tallies = new TreeMap<>();
    for (Row row : counted) {
      SourceContract source = jobs.sources().get(row.<String>getAs("source_id"));
      LocalDate day = LocalDate.parse(row.getAs("day").toString());
      LocalDate arrived = arrivals.get(row.<String>getAs("file_id"));
      String unit = row.getAs("unit_id") == null ? NO_UNIT : row.getAs("unit_id");
      tallies.computeIfAbsent(new SourceMonth(source.id(), month(day)), key -> new TreeMap<>())
          .computeIfAbsent(unit, key -> new QualityTally())
          .add(day, row.getAs("row_count"), row.getAs("emptied_count"), row.getAs("mended_count"),
              arrived != null && isOnTime(source, day, arrived));
    }
    return tallies;
  }

  /** All units of a source together, those of unknown place among them. */
  private static QualityTally all(SortedMap<String, QualityTally> units) {
    QualityTally all = new QualityTally();
    units.values().forEach(all::add);
    return all;
  }

  /** A row of such a table is a report about a day or month: a unit that sends reports sends one each time. */
  private boolean isReportedByUnit(SourceContract source) {
    TableContract table = jobs.tables().get(source.feeds());
    return table.intervalGrain() != Grain.YEAR && table.key().contains(table.intervalColumn());
  }

  /** True when something was promised: not for demonstration, and not at any time that suits. */
  private static boolean isPromised(SourceContract source) {
    return !source.dataOrigin().equals("synthetic") && !source.frequency().equals("irregular");
  }

  private static boolean isOnTime(SourceContract source, LocalDate start, LocalDate arrived) {
    LocalDate last = switch (source.frequency()) {
      case "daily" -> start;
      case "monthly" -> Grain.MONTH.next(Grain.MONTH.start(start)).minusDays(1);
      case "quarterly" -> month(start).plusMonths(3 - (start.getMonthValue() - 1) % 3).minusDays(1);
      default -> Grain.YEAR.next(Grain.YEAR.start(start)).minusDays(1);
    };
    return !arrived.isAfter(last.plusDays(source.lateAfterDays()));
  }

  private static LocalDate month(LocalDate day) {
    return day.withDayOfMonth(1);
  }

  /** Writes the rows of one source and month. */
  private final class Writer {
    private final NamedRows rows;
    private final SourceContract source;
    private final LocalDate month;

    Writer(NamedRows rows, SourceContract source, LocalDate month) {
      this.rows = rows;
      this.source = source;
      this.month = month;
    }

    void unit(String unitId, QualityTally tally) {
      write(unitId, "right", tally.right(), tally.rows());
      write(unitId, "clean", tally.clean(), tally.rows());
      if (isReportedByUnit(source)) {
        write(unitId, "complete", tally.slots().size(), slots());
      }
      if (isPromised(source)) {
        write(unitId, "alive", tally.onTime(), tally.rows());
      }
    }

    void whole(SortedMap<String, QualityTally> units, QualityTally all, List<FileBook> books) {
      boolean looked = jobs.tables().get(source.feeds()).intervalGrain() != Grain.YEAR;
      long read = books.stream().mapToLong(FileBook::read).sum();
      long accepted = books.stream().mapToLong(FileBook::accepted).sum();
      long rejected = books.stream().mapToLong(FileBook::rejected).sum();
      long duplicate = books.stream().mapToLong(FileBook::duplicate).sum();
      write(ALL_UNITS, "right", looked ? all.right() : accepted, read - duplicate);
      write(ALL_UNITS, "clean", looked ? all.clean() : accepted, read - rejected);
      if (isReportedByUnit(source)) {
        write(ALL_UNITS, "complete", units.values().stream().mapToLong(unit -> unit.slots().size()).sum(),
            slots() * units.size());
      } else if (looked) {
        write(ALL_UNITS, "complete", all.slots().size(), slots());
      }
      if (isPromised(source)) {
        write(ALL_UNITS, "alive", books.stream().filter(book ->
            isOnTime(source, book.intervalStart(), book.arrived())).mapToLong(FileBook::read).sum(), read);
      }
    }

    /** Days of the month for a daily table, else the month itself. */
    private long slots() {
      return jobs.tables().get(source.feeds()).intervalGrain() == Grain.DAY ? month.lengthOfMonth() : 1;
    }

    private void write(String unitId, String dimension, long passed, long checked) {
      if (checked > 0) {
        rows.next().set("source_id", source.id()).set("unit_id", unitId).set("month", month)
            .set("quality_dimension", dimension).set("fed_table", source.feeds().toString())
            .set("passed_count", passed).set("checked_count", checked)
            .set("passed_share", passed / (double) checked).set("data_origin", source.dataOrigin());
      }
    }
  }
}
