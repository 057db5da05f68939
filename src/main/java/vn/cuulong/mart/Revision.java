package vn.cuulong.mart;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import vn.cuulong.table.Inputs;
import vn.cuulong.table.Interval;
import vn.cuulong.table.TableBuild;

/**
 * First, second and latest vintage of every yearly estimate, compared.
 *
 * <p>First and second are what was said first with the knowledge of the first and of the second day; the latest is what
 * was said last with that of the last. Of the nation only published shares count, so that its rows are the revision
 * triangle as published. Maps and families are keys and never differenced.
 *
 * <p>A revision has three causes, taken off one after the other where the two vintages differ in them: the later method on
 * what the earlier one knew is method; then the land of the later one (units, merges, regions as the territory tables
 * have them) on the same is boundary; the rest is data. Each step is looked up among the vintages, which a change of
 * method or of land makes for every release; what is not there, because method and land changed at once or figures
 * were taken back, is not told apart and counts for the first cause that changed. A unit whose land is changed by law
 * gets another id and is another row, so boundary is what was corrected of the land, never the merge of 1 July 2025.
 */
public final class Revision implements TableBuild {
  private static final double PERCENT = 100;
  private static final StructType SCHEMA = new StructType()
      .add("unit_id", DataTypes.StringType, false)
      .add("boundary_basis", DataTypes.StringType, false)
      .add("method_family", DataTypes.StringType, false)
      .add("period", DataTypes.StringType, false)
      .add("period_start", DataTypes.DateType, false)
      .add("comparison", DataTypes.StringType, false)
      .add("is_region", DataTypes.BooleanType, false)
      .add("earlier_vintage", DataTypes.DateType, false)
      .add("later_vintage", DataTypes.DateType, false)
      .add("earlier_method_hash", DataTypes.StringType, false)
      .add("later_method_hash", DataTypes.StringType, false)
      .add("earlier_territory_hash", DataTypes.StringType, false)
      .add("later_territory_hash", DataTypes.StringType, false)
      .add("earlier_share", DataTypes.DoubleType, false)
      .add("later_share", DataTypes.DoubleType, false)
      .add("revision_points", DataTypes.DoubleType, false)
      .add("revision_by_data_points", DataTypes.DoubleType, false)
      .add("revision_by_method_points", DataTypes.DoubleType, false)
      .add("revision_by_boundary_points", DataTypes.DoubleType, false)
      .add("is_share_estimated", DataTypes.BooleanType, false)
      .add("data_origin", DataTypes.StringType, false);

  /** One vintage of one unit and year; the land by its hash. */
  private record Vintage(LocalDate day, long release, String method, String land, String inputs, double share,
      boolean isEstimated, boolean isRegion, String origin) {}

  /** What is compared over vintages. */
  private record Subject(String unit, String basis, String family, String period, LocalDate start) {}

  @Override
  public Dataset<Row> build(Inputs inputs, Interval interval) {
    Dataset<Row> years = inputs.table("mart.province_year_digital_grdp");
    SortedMap<Subject, List<Vintage>> subjects = new TreeMap<>(Comparator.comparing(Subject::unit)
        .thenComparing(Subject::basis).thenComparing(Subject::family).thenComparing(Subject::period));
    for (Row row : years.select("unit_id", "boundary_basis", "method_family", "period", "period_start",
        "estimate_vintage", "release_number", "method_hash", "territory_hash", "inputs_hash", "digital_share",
        "is_share_estimated", "is_region", "data_origin").collectAsList()) {
      Vintage vintage = new Vintage(DigitalFigures.day(row.get(5)), row.getLong(6), row.getString(7),
          row.getString(8), row.getString(9), row.getDouble(10), row.getBoolean(11), row.getBoolean(12),
          row.getString(13));
      if (!row.getString(0).equals("viet-nam") || !vintage.isEstimated()) {
        subjects.computeIfAbsent(new Subject(row.getString(0), row.getString(1), row.getString(2), row.getString(3),
            DigitalFigures.day(row.get(4))), subject -> new ArrayList<>()).add(vintage);
      }
    }
    NamedRows rows = new NamedRows(SCHEMA);
    subjects.forEach((subject, vintages) -> compare(rows, subject, vintages));
    return rows.in(years.sparkSession());
  }

  private static void compare(NamedRows rows, Subject subject, List<Vintage> all) {
    SortedMap<LocalDate, Vintage> firsts = new TreeMap<>();
    all.forEach(vintage -> firsts.merge(vintage.day(), vintage,
        (one, other) -> one.release() < other.release() ? one : other));
    List<Vintage> said = List.copyOf(firsts.values());
    Vintage latest = all.stream().max(Comparator.comparing(Vintage::day).thenComparing(Vintage::release)).orElseThrow();
    if (said.size() > 1) {
      add(rows, subject, "first_to_second", said.get(0), said.get(1), all);
    }
    if (!latest.equals(said.get(0))) {
      add(rows, subject, "first_to_latest", said.get(0), latest, all);
    }
    if (said.size() > 1 && !latest.equals(said.get(1))) {
      add(rows, subject, "second_to_latest", said.get(1), latest, all);
    }
  }

  private static void add(NamedRows rows, Subject subject, String comparison, Vintage earlier, Vintage later,
      List<Vintage> all) {
    double withMethod = earlier.share();
    if (!earlier.method().equals(later.method())) {
      withMethod = share(all, earlier, later.method(), earlier.land())
          .orElse(share(all, earlier, later.method(), later.land()).orElse(later.share()));
    }
    double withLand = withMethod;
    if (!earlier.land().equals(later.land())) {
      withLand = share(all, earlier, later.method(), later.land()).orElse(later.share());
    }
    rows.next()
        .set("unit_id", subject.unit())
        .set("boundary_basis", subject.basis())
        .set("method_family", subject.family())
        .set("period", subject.period())
        .set("period_start", Date.valueOf(subject.start()))
        .set("comparison", comparison)
        .set("is_region", later.isRegion())
        .set("earlier_vintage", Date.valueOf(earlier.day()))
        .set("later_vintage", Date.valueOf(later.day()))
        .set("earlier_method_hash", earlier.method())
        .set("later_method_hash", later.method())
        .set("earlier_territory_hash", earlier.land())
        .set("later_territory_hash", later.land())
        .set("earlier_share", earlier.share())
        .set("later_share", later.share())
        .set("revision_points", PERCENT * (later.share() - earlier.share()))
        .set("revision_by_data_points", PERCENT * (later.share() - withLand))
        .set("revision_by_method_points", PERCENT * (withMethod - earlier.share()))
        .set("revision_by_boundary_points", PERCENT * (withLand - withMethod))
        .set("is_share_estimated", later.isEstimated())
        .set("data_origin", later.origin());
  }

  /** What another method, or another land, made of what a vintage knew. */
  private static OptionalDouble share(List<Vintage> all, Vintage of, String method, String land) {
    return all.stream().filter(other -> other.day().equals(of.day()) && other.inputs().equals(of.inputs())
        && other.method().equals(method) && other.land().equals(land)).mapToDouble(Vintage::share).findFirst();
  }
}
