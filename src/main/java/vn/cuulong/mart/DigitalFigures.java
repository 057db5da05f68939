package vn.cuulong.mart;

import static org.apache.spark.sql.functions.col;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.cuulong.method.Figure;
import vn.cuulong.method.KnownFigures;

/**
 * The published figures that the digital economy is estimated from, and the days on which they were published: those of
 * its years, and those of the movement within the years.
 */
final class DigitalFigures {
  /** National share of the definition that is estimated: each of its releases is a vintage. */
  static final String NATIONAL_SHARE = "share_digital_va_in_gdp_pct";
  static final String PROVINCIAL_SHARE = "share_digital_va_in_grdp_pct";
  static final String MINISTRY_NATIONAL = "share_digital_economy_in_gdp_mic_pct";
  static final String MINISTRY_PROVINCIAL = "share_digital_economy_in_grdp_mic_pct";
  /** What is read, and the unit in which it counts; a figure in another unit is left out. */
  private static final Map<String, String> UNITS = units();
  /** The same of what moves within the years only. */
  private static final Map<String, String> PATH_UNITS = Map.of("gdp_constant2010", "billion_vnd", "gdp_growth",
      "percent", "grdp_growth", "percent", "grdp_index_prev_year_100", "index_previous_year_100");

  private final List<Figure> figures;
  private final List<Figure> withPaths;

  private DigitalFigures(List<Figure> all) {
    this.withPaths = List.copyOf(all);
    this.figures = all.stream().filter(figure -> UNITS.containsKey(figure.indicator())).toList();
  }

  private static Map<String, String> units() {
    Map<String, String> units = new TreeMap<>();
    for (String sector : List.of("", "_agri", "_industry", "_services", "_product_tax", "_vsic_J_infocomm")) {
      units.put("gdp_current" + sector, "billion_vnd");
    }
    for (String part : List.of("share_digital_va", "share_core_digital_va", "share_digitalised_other_va")) {
      units.put(part + "_in_gdp_pct", "percent");
      units.put(part + "_in_grdp_pct", "percent");
    }
    for (String sector : List.of("agri", "industry", "services")) {
      units.put("share_digital_va_in_gdp_" + sector + "_pct", "percent");
      units.put("grdp_structure_" + sector, "percent");
    }
    units.put("grdp_structure_product_tax", "percent");
    units.put("grdp_current", "billion_vnd");
    units.put("grdp_current_derived_by_source", "billion_vnd");
    units.put("grdp_per_capita", "million_vnd_per_person");
    units.put("population_thousand", "thousand_person");
    units.put(MINISTRY_NATIONAL, "percent");
    units.put(MINISTRY_PROVINCIAL, "percent");
    return units;
  }

  /** Reads them from the published statistics. */
  static DigitalFigures of(Dataset<Row> statistics) {
    List<Figure> figures = new ArrayList<>();
    Map<String, String> units = new TreeMap<>(UNITS);
    units.putAll(PATH_UNITS);
    Dataset<Row> rows = statistics
        .filter(col("indicator").isin(units.keySet().toArray()).and(col("unit_id").isNotNull()))
        .select("indicator", "unit_id", "period_start", "period_end", "value", "status", "vintage",
            "source_reference", "unit_code");
    for (Row row : rows.collectAsList()) {
      if (row.getString(8).equals(units.get(row.getString(0)))) {
        figures.add(new Figure(row.getString(0), row.getString(1), day(row.get(2)), day(row.get(3)), row.getDouble(4),
            row.getString(5), day(row.get(6)), row.getString(7)));
      }
    }
    return new DigitalFigures(figures);
  }

  static LocalDate day(Object value) {
    return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
  }

  /** The days on which a national share was published: the vintages. */
  SortedSet<LocalDate> vintages() {
    SortedSet<LocalDate> days = new TreeSet<>();
    figures.stream().filter(figure -> figure.indicator().equals(NATIONAL_SHARE) && figure.published() != null)
        .forEach(figure -> days.add(figure.published()));
    return days;
  }

  /** What was known on a day. */
  KnownFigures on(LocalDate day) {
    return KnownFigures.on(day, figures);
  }

  /** The same, with what was known of the movement within the years. */
  KnownFigures withPathsOn(LocalDate day) {
    return KnownFigures.on(day, withPaths);
  }

  /** The last day of the newest part of a year for which GDP or GRDP, or growth of them, is published. */
  LocalDate newestPartOfYear() {
    return withPaths.stream().filter(figure -> figure.year() == 0 && (figure.indicator().equals("gdp_current")
        || PATH_UNITS.containsKey(figure.indicator())))
        .map(figure -> figure.published() == null ? figure.end() : figure.published())
        .max(LocalDate::compareTo).orElse(LocalDate.MIN);
  }

  /** Hash of what is known: the same figures give the same, whatever their order. */
  static String hash(KnownFigures known) {
    StringBuilder text = new StringBuilder();
    known.all().forEach(figure -> text.append(figure).append('\n'));
    return hash(text.toString());
  }

  static String hash(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
