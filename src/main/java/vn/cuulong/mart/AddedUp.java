package vn.cuulong.mart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import vn.cuulong.contract.Indicator.Kind;
import vn.cuulong.method.StableSum;
import vn.cuulong.territory.Basis;
import vn.cuulong.territory.Crosswalk;
import vn.cuulong.territory.CrosswalkRow;
import vn.cuulong.territory.Territory;
import vn.cuulong.territory.Unit;

/**
 * Shows published figures of old provinces on the map of 2025. Old provinces nest wholly in the units of 2025: amounts add up, and
 * ratios are weighted by their denominators. A figure of a new unit is never split here, and one that was published
 * for a new unit is never replaced.
 */
final class AddedUp {
  private final Territory territory;
  private final Crosswalk toNew;

  AddedUp(Territory territory) {
    this.territory = territory;
    this.toNew = territory.crosswalk(Basis.UNITS_2004, Basis.UNITS_2025);
  }

  /** The figures with their denominators, and what they add up to. */
  List<Observation> complete(List<Observation> published) {
    Observations amounts = new Observations();
    amounts.addAll(published);
    amounts.addAll(sums(amounts, Kind.AMOUNT));
    Observations weighted = new Observations();
    amounts.forEach(figure -> weighted.add(weighted(figure, amounts)));
    weighted.addAll(sums(weighted, Kind.RATIO));
    List<Observation> complete = new ArrayList<>();
    weighted.forEach(complete::add);
    return complete;
  }

  private static Observation weighted(Observation ratio, Observations amounts) {
    String denominator = ratio.indicator().denominator();
    Observation weight = denominator == null ? null
        : amounts.of(ratio.slice().of(denominator)).get(ratio.unitId());
    return weight == null || weight.value() <= 0 ? ratio : ratio.withDenominator(weight.value());
  }

  private List<Observation> sums(Observations figures, Kind kind) {
    List<Observation> sums = new ArrayList<>();
    figures.slices().forEach((slice, units) -> {
      if (slice.basis() == Basis.UNITS_2004 && units.values().iterator().next().indicator().kind() == kind) {
        Slice now = new Slice(slice.indicator(), Basis.UNITS_2025, slice.kind(), slice.start());
        for (Unit unit : territory.provinces(Basis.UNITS_2025)) {
          List<Observation> parts = parts(unit, units);
          if (unit.inScope() && !parts.isEmpty() && !figures.of(now).containsKey(unit.id())) {
            sums.add(sum(unit, now, parts));
          }
        }
      }
    });
    return sums;
  }

  /** The figures of the old provinces of a new unit: all of them, fit to be added up, or none. */
  private List<Observation> parts(Unit unit, Map<String, Observation> units) {
    List<CrosswalkRow> ways = toNew.to(unit.id());
    List<Observation> parts = ways.stream().map(way -> units.get(way.fromUnitId())).filter(Objects::nonNull).toList();
    boolean fit = parts.size() == ways.size() && parts.stream().map(Observation::unitCode).distinct().count() == 1
        && parts.stream().allMatch(part -> part.indicator().kind() == Kind.AMOUNT || part.denominator() != null);
    return fit ? parts : List.of();
  }

  private static Observation sum(Unit unit, Slice slice, List<Observation> parts) {
    Observation first = parts.get(0);
    double[] values = parts.stream().mapToDouble(Observation::value).toArray();
    Double denominator = null;
    double value = StableSum.of(values);
    if (first.indicator().kind() == Kind.RATIO) {
      double[] weights = parts.stream().mapToDouble(Observation::denominator).toArray();
      denominator = StableSum.of(weights);
      value = StableSum.ofProducts(values, weights) / denominator;
    }
    String references = parts.stream().map(Observation::reference).distinct().sorted()
        .collect(Collectors.joining(" ; "));
    return new Observation(first.indicator(), slice, unit.id(), value, null, null, null, denominator,
        first.unitCode(), List.of(), parts.stream().mapToLong(Observation::otherValues).sum(), references, false,
        Provenance.worstStatus(parts.stream().map(Observation::status).toList()),
        Provenance.worstOrigin(parts.stream().map(Observation::origin).toList()));
  }
}
