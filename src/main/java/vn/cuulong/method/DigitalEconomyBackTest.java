package vn.cuulong.method;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import vn.cuulong.method.DigitalEconomyDraws.EstimatedYear;
import vn.cuulong.territory.Territory;

/**
 * How good the estimate is where the truth is known: a published value is left out, estimated as if it had never been
 * published, and compared.
 *
 * <p>Three questions: does the estimate of a province hold the share that the statistics office published for it; does
 * the estimate of the nation in a year hold what was published when nothing of that year is known; and does the
 * interval of a first release hold what is published today.
 */
public final class DigitalEconomyBackTest {
  private static final double PERCENT = 100;
  private static final double NORMAL_95 = 1.959963984540054;
  private static final String PROVINCIAL = "_in_grdp_pct";
  private static final Map<String, Predicate<DigitalPart>> MEASURES = new TreeMap<>(Map.of(
      "share_digital_va", part -> true,
      "share_core_digital_va", DigitalPart::isCore,
      "share_digitalised_other_va", part -> !part.isCore()));
  private static final List<String> NATIONAL = List.of("share_digital_va_in_gdp_pct",
      "share_core_digital_va_in_gdp_pct", "share_digitalised_other_va_in_gdp_pct", "share_digital_va_in_gdp_agri_pct",
      "share_digital_va_in_gdp_industry_pct", "share_digital_va_in_gdp_services_pct");

  private final DigitalEconomySpec spec;
  private final Territory territory;

  /** What is asked. */
  public enum Kind {
    /** A province whose published share was left out. */
    PROVINCE,
    /** The nation in a year of which all shares were left out. */
    NATION_YEAR,
    /** The first release of a national share against the newest. */
    NATION_FIRST_RELEASE
  }

  /**
   * One comparison; shares are 0 to 1.
   *
   * @param indicator the published indicator
   * @param published what was published; of a first release, what is published today
   * @param estimate what was estimated without it, with its 95 % interval
   */
  public record HeldOut(Kind kind, String unitId, int year, String indicator, double published,
      ConfidenceInterval estimate) {
    /** Whether the interval holds what was published. */
    public boolean isCovered() {
      return estimate.contains(published);
    }

    /** Absolute error, in shares. */
    public double error() {
      return Math.abs(estimate.point() - published);
    }
  }

  /** A back-test of a method. */
  public DigitalEconomyBackTest(DigitalEconomySpec spec, Territory territory) {
    this.spec = spec;
    this.territory = territory;
  }

  /**
   * All comparisons, by kind, unit, year and indicator.
   *
   * @param releases what was known at each release of the national share, in order
   */
  public List<HeldOut> of(List<KnownFigures> releases) {
    List<HeldOut> heldOut = new ArrayList<>();
    if (!releases.isEmpty()) {
      KnownFigures newest = releases.get(releases.size() - 1);
      heldOut.addAll(provinces(newest));
      heldOut.addAll(nation(newest));
      heldOut.addAll(firstReleases(releases, newest));
    }
    return heldOut;
  }

  private List<HeldOut> provinces(KnownFigures known) {
    List<HeldOut> heldOut = new ArrayList<>();
    for (String unit : known.units("share_digital_va" + PROVINCIAL)) {
      KnownFigures without = known.without(figure -> figure.unitId().equals(unit)
          && figure.indicator().endsWith(PROVINCIAL));
      DigitalEconomyEstimate estimate = new DigitalEconomyEstimate(without, spec, territory, Set.of(unit));
      DigitalEconomyDraws draws = new DigitalEconomyDraws(spec, estimate.estimated());
      MEASURES.forEach((measure, wanted) -> {
        SortedMap<Integer, double[]> amounts = draws.amounts(unit, wanted);
        known.years(measure + PROVINCIAL, unit).forEach((year, value) -> {
          EstimatedYear of = estimate.estimated().get(year);
          if (of != null && amounts.containsKey(year)) {
            heldOut.add(new HeldOut(Kind.PROVINCE, unit, year, measure + PROVINCIAL, value / PERCENT,
                interval(of, unit, wanted, draws, amounts.get(year))));
          }
        });
      });
    }
    return heldOut;
  }

  private static ConfidenceInterval interval(EstimatedYear of, String unit, Predicate<DigitalPart> wanted,
      DigitalEconomyDraws draws, double[] amounts) {
    long sum = 0;
    for (DigitalPart part : DigitalPart.values()) {
      sum += wanted.test(part) ? of.shared().provinces().get(unit)[part.ordinal()] : 0;
    }
    double grdp = of.accounts().get(unit).grdp() * 1e9;
    return draws.interval(List.of(amounts), grdp, sum / grdp);
  }

  private List<HeldOut> nation(KnownFigures known) {
    List<HeldOut> heldOut = new ArrayList<>();
    for (int year : known.years(NATIONAL.get(0), NationalDigitalEconomy.NATION).keySet()) {
      KnownFigures without = known.without(figure -> NATIONAL.contains(figure.indicator())
          && figure.start().getYear() <= year && figure.end().getYear() >= year);
      boolean another = !without.years(NATIONAL.get(0), NationalDigitalEconomy.NATION).isEmpty();
      if (!another || !known.years("gdp_current", NationalDigitalEconomy.NATION).containsKey(year)) {
        continue;
      }
      NationalDigitalEconomy.Year estimated = new NationalDigitalEconomy(without, spec).year(year);
      for (int i = 0; i < NATIONAL.size(); i++) {
        Double value = known.years(NATIONAL.get(i), NationalDigitalEconomy.NATION).get(year);
        if (value != null) {
          heldOut.add(new HeldOut(Kind.NATION_YEAR, NationalDigitalEconomy.NATION, year, NATIONAL.get(i),
              value / PERCENT, national(estimated, i)));
        }
      }
    }
    return heldOut;
  }

  /** A part of the national share: the share times a fraction, both uncertain. */
  private static ConfidenceInterval national(NationalDigitalEconomy.Year year, int measure) {
    double fraction = switch (measure) {
      case 0 -> 1;
      case 1 -> year.core();
      case 2 -> 1 - year.core();
      default -> year.split()[measure - 3];
    };
    double deviation = switch (measure) {
      case 0 -> 0;
      case 1, 2 -> year.coreDeviation();
      default -> year.splitDeviation()[measure - 3];
    };
    double reach = NORMAL_95 * Math.sqrt(Math.pow(fraction * year.shareDeviation(), 2)
        + Math.pow(year.share() * deviation, 2));
    double point = year.share() * fraction;
    return new ConfidenceInterval(Math.max(0, point - reach), point, Math.min(1, point + reach));
  }

  private List<HeldOut> firstReleases(Collection<KnownFigures> releases, KnownFigures newest) {
    List<HeldOut> heldOut = new ArrayList<>();
    newest.years(NATIONAL.get(0), NationalDigitalEconomy.NATION).forEach((year, value) -> {
      if (newest.releases(NATIONAL.get(0), NationalDigitalEconomy.NATION, year) > 1) {
        Double first = releases.stream().map(known ->
            known.years(NATIONAL.get(0), NationalDigitalEconomy.NATION).get(year)).filter(java.util.Objects::nonNull)
            .findFirst().orElseThrow();
        heldOut.add(new HeldOut(Kind.NATION_FIRST_RELEASE, NationalDigitalEconomy.NATION, year, NATIONAL.get(0),
            value / PERCENT, ConfidenceInterval.ofNormal(first / PERCENT, spec.firstRelease(), 0.95)));
      }
    });
    return heldOut;
  }
}
