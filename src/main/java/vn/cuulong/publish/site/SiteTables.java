package vn.cuulong.publish.site;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import vn.cuulong.contract.ColumnType;
import vn.cuulong.contract.Jobs;

/** Which rows and columns of the released tables go into the site, so that it stays small as the history grows. */
final class SiteTables {
  /** Months of monthly figures that pages show; quarters and years are shown as far back as there are. */
  static final int MONTHS_SHOWN = 25;

  private static final String COMPARISON = "mart.regional_comparison";

  /** Without the long lists of inputs, which stand in the release. */
  private static final List<String> ESTIMATE = List.of("unit_id", "boundary_basis", "method_family", "period_start",
      "estimate_vintage", "method_version", "method_hash", "inputs_hash", "release_number", "digital_share",
      "digital_share_low", "digital_share_high", "digital_core_share", "is_share_estimated", "is_extrapolated", "status",
      "data_origin");

  /** Columns by table; a table that is not named here goes in with all its columns. */
  private static final Map<String, List<String>> COLUMNS = Map.of(COMPARISON, List.of("indicator", "unit_id",
      "boundary_basis", "period_kind", "period_start", "period_end", "unit_code", "value", "value_low", "value_high",
      "regional_value", "compared_unit_count", "rank", "rank_change", "rank_low", "rank_high", "rank_probability",
      "unranked_because", "growth_on_previous", "growth_on_year", "missing_unit_ids", "source_reference",
      "is_estimated", "status", "data_origin", "withheld"),
      "mart.province_year_digital_grdp", ESTIMATE, "mart.province_quarter_digital_grdp", ESTIMATE,
      "mart.revision", List.of("unit_id", "boundary_basis", "method_family", "period_start", "comparison",
          "earlier_vintage", "later_vintage", "earlier_share", "later_share", "revision_points",
          "revision_by_data_points", "revision_by_method_points", "revision_by_boundary_points", "data_origin"));

  private final Map<String, ColumnType> types = new LinkedHashMap<>();

  SiteTables(Jobs jobs) {
    jobs.dictionary().columns().values().forEach(column -> types.put(column.name(), column.type()));
  }

  /** The script of a table's data. */
  String script(ReleasedTable table) {
    List<String> columns = COLUMNS.getOrDefault(table.name(), table.columns());
    Predicate<String[]> keeps = onOneMap(table).and(recent(table));
    Map<String, Object> packed = PackedTable.of(table, columns, types, keeps);
    packed.put("product", table.release().product());
    packed.put("version", table.release().version());
    return DataScript.of(table.name(), packed);
  }

  /** Each page shows one map or the other; figures on a map that depends on the day are in neither. */
  private static Predicate<String[]> onOneMap(ReleasedTable table) {
    int basis = table.position("boundary_basis");
    return table.name().equals(COMPARISON) ? row -> !row[basis].equals("as_published") : row -> true;
  }

  private static Predicate<String[]> recent(ReleasedTable table) {
    int kind = table.position("period_kind");
    int start = table.position("period_start");
    if (kind < 0 || start < 0) {
      return row -> true;
    }
    Optional<String> newest = table.rows().stream().filter(row -> row[kind].equals("month")).map(row -> row[start])
        .max(String::compareTo);
    if (newest.isEmpty()) {
      return row -> true;
    }
    String first = LocalDate.parse(newest.get()).minusMonths(MONTHS_SHOWN - 1L).toString();
    return row -> !row[kind].equals("month") || row[start].compareTo(first) >= 0;
  }
}
