package vn.cuulong.mart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.cuulong.contract.Indicator;
import vn.cuulong.contract.Indicator.Kind;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.TableName;
import vn.cuulong.method.LocationQuotient;
import vn.cuulong.method.RankProbabilities;
import vn.cuulong.method.StableSum;
import vn.cuulong.table.Inputs;
import vn.cuulong.table.Interval;
import vn.cuulong.table.Schemas;
import vn.cuulong.table.TableBuild;
import vn.cuulong.territory.Basis;
import vn.cuulong.territory.Territory;
import vn.cuulong.territory.Unit;

/**
 * Where each province stands, by every declared indicator: against the others, the region and the period before.
 *
 * <p>Computed in plain Java from rows that are collected: some 40 indicators by 25 units by two maps make 2,000 rows a
 * month, so ten years are a quarter of a million rows and stay within 300 MB of memory.
 */
public final class RegionalComparison implements TableBuild {
  private static final TableName NAME = TableName.of("mart.regional_comparison");
  private static final String STATISTICS = "clean.official_statistic";
  private static final double LIKELY = 0.975;

  private final Jobs jobs;
  private final Territory territory = Territory.standard();
  private final Map<Basis, Cohort> cohorts = Cohort.all(territory);

  /** A build that compares by the indicators that the contracts declare. */
  public RegionalComparison(Jobs jobs) {
    this.jobs = jobs;
  }

  @Override
  public Dataset<Row> build(Inputs inputs, Interval interval) {
    Observations observations = new Observations();
    Map<TableName, List<Indicator>> byTable = new LinkedHashMap<>();
    jobs.indicators().values().forEach(one -> one.tables().forEach(table ->
        byTable.computeIfAbsent(table, name -> new ArrayList<>()).add(one)));
    byTable.forEach((table, indicators) -> observations.addAll(read(inputs, table.toString(), indicators)));
    NamedRows rows = new NamedRows(Schemas.of(jobs.tables().get(NAME)));
    Map<Slice, Standings> standings = new HashMap<>();
    observations.slices().forEach((slice, units) -> standings.put(slice, new Standings(cohort(slice), units)));
    observations.forEach(one -> compare(rows.next(), one, observations, standings));
    return rows.in(inputs.table(STATISTICS).sparkSession());
  }

  private List<Observation> read(Inputs inputs, String table, List<Indicator> indicators) {
    if (!table.equals(STATISTICS)) {
      return new MartIndicators(territory, indicators).of(inputs.table(table));
    }
    Map<String, Indicator> byCode = new LinkedHashMap<>();
    indicators.forEach(one -> byCode.put(one.code(), one));
    return new PublishedIndicators(territory, byCode, jobs.dictionary().units()).of(inputs.table(table));
  }

  private Cohort cohort(Slice slice) {
    return cohorts.get(slice.basis());
  }

  private void compare(NamedRows row, Observation one, Observations all, Map<Slice, Standings> standings) {
    Slice slice = one.slice();
    Standings standing = standings.get(slice);
    describe(row, one);
    againstRegion(row, one, all.of(slice), standing);
    if (standing.unrankedBecause(one) == null) {
      stand(row, one, standing, standings.get(slice.previous()));
    }
    againstPast(row, one, all.of(slice.previous()).get(one.unitId()), all.of(slice.yearsBefore(1)).get(one.unitId()));
  }

  private void describe(NamedRows row, Observation one) {
    Indicator indicator = one.indicator();
    Slice slice = one.slice();
    Unit unit = territory.unit(one.unitId()).orElseThrow();
    row.set("indicator", slice.indicator()).set("unit_id", one.unitId()).set("boundary_basis", slice.basis().code())
        .set("period_kind", slice.kind().code()).set("period_start", slice.start()).set("period_end", slice.end())
        .set("indicator_kind", lower(indicator.kind())).set("direction", lower(indicator.direction()))
        .set("pillar", indicator.pillar()).set("unit_code", one.unitCode())
        .set("comparison_role", cohort(slice).role(unit)).set("value", one.value()).set("value_low", one.low())
        .set("value_high", one.high()).set("numerator", one.numerator()).set("denominator", one.denominator())
        .set("missing_unit_ids", one.missing()).set("other_value_count", one.otherValues())
        .set("source_reference", one.reference()).set("is_estimated", one.isEstimated())
        .set("status", one.status()).set("data_origin", one.origin());
  }

  private void againstRegion(NamedRows row, Observation one, Map<String, Observation> units, Standings standing) {
    Cohort cohort = cohort(one.slice());
    Observation region = units.get(cohort.regionId());
    row.set("region_id", cohort.regionId())
        .set("regional_value", region != null ? (Double) region.value() : together(standing, cohort))
        .set("regional_mean", standing.isRanked() ? standing.mean() : null)
        .set("compared_unit_count", (long) standing.compared().size())
        .set("member_unit_count", (long) cohort.members().size())
        .set("unranked_because", standing.unrankedBecause(one)).set("leader_unit_ids", standing.leaders())
        .set("location_quotient", quotient(one, region));
  }

  /** The value of all members together; null unless each has one and they can be put together. */
  private static Double together(Standings standing, Cohort cohort) {
    List<Observation> members = new ArrayList<>(standing.compared().values());
    if (members.size() < cohort.members().size()) {
      return null;
    }
    double[] values = members.stream().mapToDouble(Observation::value).toArray();
    if (members.get(0).indicator().kind() == Kind.AMOUNT) {
      return StableSum.of(values);
    }
    if (members.stream().anyMatch(member -> member.denominator() == null)) {
      return null;
    }
    double[] weights = members.stream().mapToDouble(Observation::denominator).toArray();
    return StableSum.ofProducts(values, weights) / StableSum.of(weights);
  }

  private static Double quotient(Observation one, Observation region) {
    boolean known = one.indicator().hasLocationQuotient() && region != null && one.numerator() != null
        && one.denominator() != null && region.numerator() != null && region.denominator() != null;
    return !known || one.denominator() <= 0 || region.numerator() <= 0 || region.denominator() <= 0 ? null
        : LocationQuotient.of(one.numerator(), one.denominator(), region.numerator(), region.denominator());
  }

  private static void stand(NamedRows row, Observation one, Standings standing, Standings before) {
    long rank = standing.rank(one.value());
    row.set("rank", rank).set("percentile", standing.percentile(one.value()))
        .set("z_score", standing.zScore(one.value()))
        .set("gap_to_leader", standing.gap(one.value()));
    if (before != null && before.isRanked() && before.compared().keySet().equals(standing.compared().keySet())) {
      row.set("rank_change", before.rank(before.compared().get(one.unitId()).value()) - rank);
    }
    RankProbabilities sure = standing.rankProbabilities();
    if (sure != null) {
      int unit = standing.place(one.unitId());
      row.set("rank_low", (long) sure.rankAt(unit, 1 - LIKELY)).set("rank_high", (long) sure.rankAt(unit, LIKELY))
          .set("rank_probability", sure.rank()[unit][(int) rank - 1]);
    }
  }

  private static void againstPast(NamedRows row, Observation one, Observation before, Observation yearBefore) {
    if (before != null) {
      row.set("previous_value", before.value());
      if (one.isComparableWith(before)) {
        row.set("change_on_previous", one.value() - before.value());
      }
    }
    row.set("growth_on_previous", growth(one, before)).set("growth_on_year", growth(one, yearBefore));
  }

  private static Double growth(Observation one, Observation before) {
    return before == null || !one.indicator().kind().isSize() || !one.isComparableWith(before) || before.value() <= 0
        ? null : one.value() / before.value() - 1;
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
