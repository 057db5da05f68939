package vn.cuulong.method;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Value added of the digital economy in the nation by part: step 2 of the estimate.
 *
 * <p>Published are, for some years, the share S in GDP, its core C and digitalised rest, and its split by sector A, I,
 * V. With the core's services {@code K = kappa J}, J the value added of information and communication (VSIC J) in GDP,
 * and {@code t} the share of telecommunications in them, the parts follow without freedom:
 * {@code ELECTRONICS = C - K}, {@code TELECOM = t K}, {@code INFORMATION = (1 - t) K}, {@code AGRICULTURE = A},
 * {@code INDUSTRY = I - (C - K)}, {@code SERVICES = V - K}; their sum is S because A + I + V = S.
 */
final class NationalDigitalEconomy {
  static final String NATION = "viet-nam";
  private static final String SHARE = "share_digital_va_in_gdp_pct";
  private static final String[] SECTOR_SHARES = {"share_digital_va_in_gdp_agri_pct",
      "share_digital_va_in_gdp_industry_pct", "share_digital_va_in_gdp_services_pct"};
  private static final String[] SECTORS = {"gdp_current_agri", "gdp_current_industry", "gdp_current_services"};
  private static final String TAX = "gdp_current_product_tax";
  private static final double PERCENT = 100;

  private final KnownFigures known;
  private final DigitalEconomySpec spec;
  private final NavigableMap<Integer, Double> shares;
  private final NavigableMap<Integer, Double> coreOfShare;
  private final List<NavigableMap<Integer, Double>> sectorsOfShare;
  private final double shareDeviation;

  /**
   * One year of the nation.
   *
   * @param gdp billion VND
   * @param sectors value added of the three sectors, billion VND
   * @param tax taxes less subsidies on products, billion VND
   * @param share S, 0 to 1
   * @param shareDeviation of S
   * @param core C over S
   * @param coreDeviation of C over S
   * @param split A, I, V over S
   * @param splitDeviation of the split
   * @param infocomm J over GDP
   * @param parts the parts over GDP, in the order of {@link DigitalPart}
   * @param isPublished whether S was published for the year
   * @param releases how often S had been published
   * @param codes what had to be filled in
   */
  record Year(int year, double gdp, double[] sectors, double tax, double share, double shareDeviation, double core,
      double coreDeviation, double[] split, double[] splitDeviation, double infocomm, double[] parts,
      boolean isPublished, int releases, SortedSet<String> codes) {}

  NationalDigitalEconomy(KnownFigures known, DigitalEconomySpec spec) {
    this.known = known;
    this.spec = spec;
    this.shares = percents(SHARE);
    if (shares.isEmpty()) {
      throw new MethodException("The digital economy cannot be estimated", "no national share was published by "
          + known.day(), "Load a release of the national share, or begin with its first");
    }
    this.coreOfShare = coreOfShare();
    this.sectorsOfShare = sectorsOfShare();
    this.shareDeviation = Carried.yearlyDeviation(shares, spec.yearlyChange());
  }

  /** Deviation of the change of the national share in a year, in points. */
  double yearlyDeviation() {
    return shareDeviation;
  }

  private NavigableMap<Integer, Double> percents(String indicator) {
    NavigableMap<Integer, Double> percents = new TreeMap<>();
    known.years(indicator, NATION).forEach((year, value) -> percents.put(year, value / PERCENT));
    return percents;
  }

  /** Core over total, for years in which two of total, core and rest are published. */
  private NavigableMap<Integer, Double> coreOfShare() {
    NavigableMap<Integer, Double> core = percents("share_core_digital_va_in_gdp_pct");
    NavigableMap<Integer, Double> rest = percents("share_digitalised_other_va_in_gdp_pct");
    NavigableMap<Integer, Double> fractions = new TreeMap<>();
    core.forEach((year, value) -> {
      if (rest.containsKey(year)) {
        fractions.put(year, value / (value + rest.get(year)));
      } else if (shares.containsKey(year)) {
        fractions.put(year, value / shares.get(year));
      }
    });
    rest.forEach((year, value) -> {
      if (shares.containsKey(year)) {
        fractions.putIfAbsent(year, 1 - value / shares.get(year));
      }
    });
    return fractions;
  }

  /**
   * A, I, V over S, each over the S of its own release: a split is not to be put on a share that was revised since. A
   * mean over years is published before single years are; it then stands for the year in its middle.
   */
  private List<NavigableMap<Integer, Double>> sectorsOfShare() {
    List<NavigableMap<Integer, Double>> fractions = new ArrayList<>();
    for (String indicator : SECTOR_SHARES) {
      NavigableMap<Integer, Double> years = new TreeMap<>();
      for (Figure figure : known.of(indicator, NATION)) {
        int first = figure.start().getYear();
        int last = figure.end().getYear();
        if (figure.year() > 0) {
          Double whole = known.released(SHARE, NATION, first, figure.published());
          years.put(first, figure.value() / PERCENT
              / (whole == null ? Carried.to(first, shares).value() : whole / PERCENT));
        } else {
          years.putIfAbsent((first + last) / 2, figure.value() / PERCENT / meanShare(first, last));
        }
      }
      fractions.add(years);
    }
    return fractions;
  }

  private double meanShare(int first, int last) {
    double sum = 0;
    for (int year = first; year <= last; year++) {
      sum += Carried.to(year, shares).value();
    }
    return sum / (last - first + 1);
  }

  /** One year. */
  Year year(int year) {
    SortedSet<String> codes = new TreeSet<>();
    double[] sectors = new double[SECTORS.length];
    double gdp = known.years("gdp_current", NATION).get(year);
    double tax = sectors(year, gdp, sectors, codes);
    Carried share = Carried.to(year, shares);
    Carried core = carried(year, coreOfShare, "national_core_share_carried", codes);
    int releases = known.releases(SHARE, NATION, year);
    double deviation = share.isCarried() ? shareDeviation * Math.sqrt(share.years())
        : releases > 1 ? spec.laterRelease() : spec.firstRelease();
    if (share.isCarried()) {
      codes.add("national_share_carried");
    }
    double[] split = new double[SECTORS.length];
    double[] splitDeviation = new double[SECTORS.length];
    split(year, split, splitDeviation, codes);
    double infocomm = infocomm(year, gdp, sectors, codes);
    double[] parts = parts(share.value(), core.value(), split, infocomm, spec.coreServices().value(),
        spec.telecom().value());
    for (int i = 0; i < parts.length; i++) {
      if (parts[i] < 0) {
        throw new MethodException("The published national shares cannot be split", "in " + year + " the part "
            + DigitalPart.values()[i] + " would be " + parts[i] + " of GDP", "Look at the share of the core, the split "
            + "by sector and the ratio of the core's services to information and communication");
      }
    }
    return new Year(year, gdp, sectors, tax, share.value(), deviation, core.value(),
        deviation(coreOfShare) * Math.sqrt(core.years()), split, splitDeviation, infocomm, parts, !share.isCarried(),
        releases, codes);
  }

  private double deviation(NavigableMap<Integer, Double> fractions) {
    return Carried.yearlyDeviation(fractions, spec.yearlyChangeOfSplit());
  }

  private static Carried carried(
      int year, NavigableMap<Integer, Double> of, String code, SortedSet<String> codes) {
    if (of.isEmpty()) {
      throw new MethodException("The digital economy cannot be split", "nothing is published for " + code,
          "Load a release that names the core and the sectors");
    }
    Carried carried = Carried.to(year, of);
    if (carried.isCarried()) {
      codes.add(code);
    }
    return carried;
  }

  /** A and V as published or carried, I what is left of the whole. */
  private void split(int year, double[] split, double[] deviation, SortedSet<String> codes) {
    boolean none = sectorsOfShare.stream().anyMatch(NavigableMap::isEmpty);
    if (none) {
      codes.add("national_sectors_of_share_assumed");
      split[0] = spec.agricultureOfShare().value();
      split[2] = spec.servicesOfShare().value();
      deviation[1] = spec.servicesOfShare().value() * spec.servicesOfShare().error();
      deviation[2] = deviation[1];
    } else {
      Carried agriculture = carried(year, sectorsOfShare.get(0), "national_sectors_of_share_carried", codes);
      split[0] = agriculture.value();
      // So small a part moves in proportion to itself.
      deviation[0] = agriculture.value() * spec.agricultureOfShare().error() * Math.sqrt(agriculture.years());
      Carried services = carried(year, sectorsOfShare.get(2), "national_sectors_of_share_carried", codes);
      split[2] = services.value();
      deviation[2] = deviation(sectorsOfShare.get(2)) * Math.sqrt(services.years());
      deviation[1] = deviation[2];
    }
    split[1] = 1 - split[0] - split[2];
  }

  /** The parts over GDP. */
  static double[] parts(double share, double core, double[] split, double infocomm, double kappa, double telecom) {
    double services = kappa * infocomm;
    double electronics = share * core - services;
    return new double[] {electronics, telecom * services, (1 - telecom) * services, share * split[0],
        share * split[1] - electronics, share * split[2] - services};
  }

  /**
   * Value added by sector; a year without it is moved from the year before by the quarters that both have, or keeps
   * its structure, and adds to the published GDP. Gives the taxes on products.
   */
  private double sectors(int year, double gdp, double[] sectors, SortedSet<String> codes) {
    double[] four = new double[SECTORS.length + 1];
    boolean estimated = false;
    for (int i = 0; i < four.length; i++) {
      String indicator = i < SECTORS.length ? SECTORS[i] : TAX;
      NavigableMap<Integer, Double> years = known.years(indicator, NATION);
      estimated |= !years.containsKey(year);
      four[i] = years.containsKey(year) ? years.get(year) : moved(year, indicator, years);
    }
    if (estimated) {
      codes.add("national_sectors_estimated");
    }
    double scale = gdp / StableSum.of(four);
    for (int i = 0; i < sectors.length; i++) {
      sectors[i] = four[i] * scale;
    }
    return gdp - StableSum.of(sectors);
  }

  private double moved(int year, String indicator, NavigableMap<Integer, Double> years) {
    Map.Entry<Integer, Double> before = years.lowerEntry(year);
    if (before == null) {
      throw new MethodException("The value added of the nation is not known", "there is no " + indicator + " of "
          + year + " or before", "Load the yearly accounts of the nation");
    }
    double value = before.getValue();
    NavigableMap<Integer, Double> quarters = known.quarters(indicator, NATION);
    double now = 0;
    double then = 0;
    for (int quarter = year * 4; quarter < year * 4 + 4; quarter++) {
      Double same = quarters.get(quarter - 4 * (year - before.getKey()));
      if (quarters.containsKey(quarter) && same != null) {
        now += quarters.get(quarter);
        then += same;
      }
    }
    return then > 0 ? value * now / then : value * known.years("gdp_current", NATION).get(year)
        / known.years("gdp_current", NATION).get(before.getKey());
  }

  /** J over GDP; a year without it keeps the ratio to services of the last year with it. */
  private double infocomm(int year, double gdp, double[] sectors, SortedSet<String> codes) {
    NavigableMap<Integer, Double> infocomm = known.years("gdp_current_vsic_J_infocomm", NATION);
    if (infocomm.containsKey(year)) {
      return infocomm.get(year) / gdp;
    }
    codes.add("national_infocomm_carried");
    return moved(year, "gdp_current_vsic_J_infocomm", infocomm) / gdp;
  }

  /** Value added of the three sectors and taxes on products, billion VND; null for a year without a GDP. */
  double[] accounts(int year) {
    Double gdp = known.years("gdp_current", NATION).get(year);
    if (gdp == null) {
      return null;
    }
    double[] sectors = new double[SECTORS.length];
    double tax = sectors(year, gdp, sectors, new TreeSet<>());
    return new double[] {sectors[0], sectors[1], sectors[2], tax};
  }
}
