package vn.cuulong.mart;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import vn.cuulong.method.Convergence;
import vn.cuulong.method.Draws;
import vn.cuulong.method.Inequality;
import vn.cuulong.method.MoransI;
import vn.cuulong.method.SpatialWeights;
import vn.cuulong.method.Theil;
import vn.cuulong.territory.Basis;
import vn.cuulong.territory.CrosswalkRow;
import vn.cuulong.territory.Territory;

/**
 * The measures of inequality of a slice, each only where it makes sense: Theil, Gini and convergence for sizes, Moran's
 * I and beta for six units or more. Where one is left out, the row says why (list {@code unmeasured_reason}).
 */
final class InequalityMeasures {
  private static final String NOT_A_SIZE = "not_a_size";
  private static final String NOT_POSITIVE = "not_positive";
  private static final String TOO_FEW = "too_few_units";
  private static final String NO_VARIATION = "no_variation";
  /** Beta fits two coefficients, and five units have 120 arrangements only. */
  private static final int FEWEST = 6;
  private static final int LONGEST_BETA = 5;
  private static final int SHORTEST_BETA = 2;
  private static final int ARRANGEMENTS = 999;
  private static final long SEED = 20250701;

  private final SortedMap<Slice, Spread> spreads;
  private final Map<String, String> groups = new HashMap<>();
  private final Map<Basis, SpatialWeights> borders = new EnumMap<>(Basis.class);

  /** InequalityMeasures of slices, which are also the past of each other. */
  InequalityMeasures(Territory territory, SortedMap<Slice, Spread> spreads) {
    this.spreads = spreads;
    for (CrosswalkRow way : territory.crosswalk(Basis.UNITS_2004, Basis.UNITS_2025).rows()) {
      groups.put(way.fromUnitId(), way.toUnitId());
    }
    for (Basis map : new Basis[] {Basis.UNITS_2004, Basis.UNITS_2025}) {
      borders.put(map, SpatialWeights.binary(territory.neighbours(map)).rowStandardised());
    }
  }

  /** Sets the columns of the measures of a slice. */
  void write(NamedRows row, Slice slice, Spread spread) {
    inequality(row, slice, spread);
    sigma(row, slice, spread);
    beta(row, slice, spread);
    moran(row, slice, spread);
  }

  private void inequality(NamedRows row, Slice slice, Spread spread) {
    String reason = !spread.kind().isSize() ? NOT_A_SIZE : !spread.isOfQuantities() ? NOT_POSITIVE : null;
    boolean oldMap = slice.basis() == Basis.UNITS_2004;
    row.set("inequality_unmeasured_because", reason)
        .set("groups_unmeasured_because", reason != null ? reason : oldMap ? null : "no_groups");
    if (reason != null) {
      return;
    }
    double[] values = spread.array();
    double[] weights = new double[values.length];
    String[] names = new String[values.length];
    int i = 0;
    for (String unit : spread.values().keySet()) {
      weights[i] = spread.weights().getOrDefault(unit, 1.0);
      values[i] *= weights[i];
      names[i++] = groups.getOrDefault(unit, unit);
    }
    Theil theil = Theil.split(values, weights, names);
    row.set("theil", theil.total()).set("theil_weight", spread.weight())
        .set("gini", Inequality.giniOfFew(spread.array()));
    if (oldMap) {
      row.set("theil_between", theil.between()).set("theil_within", theil.within())
          .set("theil_group_count", (long) theil.groups().size());
    }
  }

  private void sigma(NamedRows row, Slice slice, Spread spread) {
    String reason = !spread.kind().isSize() ? NOT_A_SIZE : !spread.isPositive() ? NOT_POSITIVE : null;
    row.set("sigma_unmeasured_because", reason);
    if (reason == null) {
      double sigma = Convergence.sigma(spread.array());
      row.set("sigma", sigma);
      Spread before = spreads.get(slice.yearsBefore(1));
      if (isSame(before, spread)) {
        row.set("sigma_change_on_year", sigma - Convergence.sigma(before.array()));
      }
    }
  }

  private void beta(NamedRows row, Slice slice, Spread spread) {
    String reason = !spread.kind().isSize() ? NOT_A_SIZE : slice.kind() != PeriodKind.YEAR ? "not_yearly"
        : spread.values().size() < FEWEST ? TOO_FEW : !spread.isPositive() ? NOT_POSITIVE : null;
    int years = LONGEST_BETA;
    while (reason == null && years >= SHORTEST_BETA && !isSame(spreads.get(slice.yearsBefore(years)), spread)) {
      years--;
    }
    if (reason == null) {
      reason = years < SHORTEST_BETA ? "no_earlier_year"
          : !spreads.get(slice.yearsBefore(years)).varies() ? NO_VARIATION : null;
    }
    row.set("beta_unmeasured_because", reason);
    if (reason == null) {
      Slice from = slice.yearsBefore(years);
      Convergence fit = Convergence.of(spreads.get(from).array(), spread.array(), years);
      row.set("beta", fit.slope()).set("beta_error", fit.slopeError()).set("beta_r_squared", fit.rSquared())
          .set("beta_from", from.start()).set("beta_year_count", (long) years);
      fit.probability().ifPresent(p -> row.set("beta_probability", p));
      fit.halfLife().ifPresent(half -> row.set("half_life_years", half));
    }
  }

  private void moran(NamedRows row, Slice slice, Spread spread) {
    String reason = spread.values().size() < FEWEST ? TOO_FEW : !spread.varies() ? NO_VARIATION : null;
    row.set("moran_unmeasured_because", reason);
    if (reason == null) {
      Draws stream = Draws.seeded(SEED).of(slice.indicator()).of(slice.basis().code())
          .of(slice.start().toString());
      MoransI moran = MoransI.of(spread.values(), borders.get(slice.basis()), stream,
          ARRANGEMENTS);
      row.set("moran", moran.value()).set("moran_expected", moran.expected())
          .set("moran_probability", moran.probabilityBothSides())
          .set("moran_arrangement_count", moran.arrangements());
    }
  }

  /** True when an earlier slice has the same units, all above zero. */
  private static boolean isSame(Spread before, Spread now) {
    return before != null && before.isPositive() && before.values().keySet().equals(now.values().keySet());
  }
}
