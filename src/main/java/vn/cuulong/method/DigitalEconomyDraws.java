package vn.cuulong.method;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Possible worlds of the estimate: step 11. Draw d of a province and year is
 * {@code sum_j P_rj f_rj(d) s_rs(d) n_j(d)}: f the error of its quotient (shared by the provinces that share the number)
 * and of what the method does not see of the province, both the same in all years; s the error of its structure by sector; n the nation's part j with another
 * share, core, split of the core's services. Errors are lognormal around 1. Every number is a function of the seed, of
 * the names of what is drawn and of d alone, so neither threads nor the order of provinces matter.
 *
 * <p>Source: methodology E2; draws by counter as {@link Draws} says.
 */
final class DigitalEconomyDraws {
  private static final int PARTS = DigitalPart.values().length;
  private static final double VND = 1e9;
  private static final double LEAST = 1e-6;

  private final DigitalEconomySpec spec;
  private final SortedMap<Integer, EstimatedYear> years;
  private final SortedMap<Integer, double[][]> nation = new TreeMap<>();
  private final SortedMap<Integer, double[]> nationShares = new TreeMap<>();

  /**
   * What is estimated of a year.
   *
   * @param nation the nation
   * @param accounts GRDP and structure by province
   * @param shared amounts of the parts by province
   * @param published shares that were used, by province
   */
  record EstimatedYear(NationalDigitalEconomy.Year nation, SortedMap<String, ProvincialAccounts.Account> accounts,
      ProvincialDigitalEconomy.Shared shared, SortedMap<String, ProvincialDigitalEconomy.Published> published) {}

  DigitalEconomyDraws(DigitalEconomySpec spec, SortedMap<Integer, EstimatedYear> years) {
    this.spec = spec;
    this.years = years;
    years.forEach((year, of) -> nation(year, of.nation()));
  }

  /** Draws of the nation's share, and of each part over what it was estimated at. */
  private void nation(int year, NationalDigitalEconomy.Year of) {
    Draws root = Draws.seeded(spec.seed()).of(NationalDigitalEconomy.NATION);
    Draws share = root.of("share").of(year);
    Draws core = root.of("core").of(year);
    Draws split = root.of("split").of(year);
    // What is chosen once is wrong in the same way in all years.
    Draws kappa = root.of("core services");
    Draws telecom = root.of("telecom");
    double[][] parts = new double[PARTS][spec.draws()];
    double[] shares = new double[spec.draws()];
    for (int d = 0; d < spec.draws(); d++) {
      shares[d] = Math.max(LEAST, of.share() + of.shareDeviation() * share.normal(d));
      double moved = of.splitDeviation()[2] * split.normal(d);
      double[] now = NationalDigitalEconomy.parts(shares[d], of.core() + of.coreDeviation() * core.normal(d),
          new double[] {of.split()[0], of.split()[1] - moved, of.split()[2] + moved}, of.infocomm(),
          spec.coreServices().value() * lognormal(spec.coreServices().error(), kappa.normal(d)),
          Math.min(1, spec.telecom().value() * lognormal(spec.telecom().error(), telecom.normal(d))));
      for (int j = 0; j < PARTS; j++) {
        parts[j][d] = of.parts()[j] == 0 ? 1 : Math.max(0, now[j]) / of.parts()[j];
      }
    }
    nation.put(year, parts);
    nationShares.put(year, shares);
  }

  /** {@code exp(sigma z - sigma²/2)} with the given relative deviation: mean 1. */
  private static double lognormal(double deviation, double z) {
    double variance = StrictMath.log1p(deviation * deviation);
    return StrictMath.exp(Math.sqrt(variance) * z - variance / 2);
  }

  /** The nation's share. */
  double[] nationShares(int year) {
    return nationShares.get(year);
  }

  /** Possible amounts of some parts of a province, VND, by year. */
  SortedMap<Integer, double[]> amounts(String province, Predicate<DigitalPart> wanted) {
    Draws root = Draws.seeded(spec.seed()).of("province").of(province);
    double[][] constant = constant(root, province);
    SortedMap<Integer, double[]> amounts = new TreeMap<>();
    years.forEach((year, of) -> {
      if (of.accounts().containsKey(province)) {
        amounts.put(year, of.published().containsKey(province) ? published(root, province, of)
            : amounts(root, province, of, constant, wanted));
      }
    });
    return amounts;
  }

  /** Errors that stay over the years, by part. */
  private double[][] constant(Draws root, String province) {
    Draws whole = root.of("whole");
    double[] unseen = new double[spec.draws()];
    Arrays.setAll(unseen, d -> lognormal(spec.province(), whole.normal(d)));
    double[][] constant = new double[PARTS][spec.draws()];
    for (DigitalPart part : DigitalPart.values()) {
      // A number that stands for all provinces not named is wrong in the same way for all of them.
      boolean own = spec.quotients().get(part).units().containsKey(province);
      Draws stream = (own ? root : Draws.seeded(spec.seed()).of("other provinces")).of("quotient").of(part.name());
      double error = spec.quotient(part, province).error();
      Arrays.setAll(constant[part.ordinal()], d -> unseen[d] * lognormal(error, stream.normal(d)));
    }
    return constant;
  }

  private double[] amounts(Draws root, String province, EstimatedYear of, double[][] constant,
      Predicate<DigitalPart> wanted) {
    double[] sum = new double[spec.draws()];
    double deviation = of.accounts().get(province).deviation();
    long[] cells = of.shared().provinces().get(province);
    double[][] nationally = nation.get(of.nation().year());
    for (Sector sector : Sector.values()) {
      Draws stream = root.of("structure").of(sector.name());
      double[] structure = new double[spec.draws()];
      Arrays.setAll(structure, d -> lognormal(deviation, stream.normal(d)));
      for (DigitalPart part : DigitalPart.values()) {
        if (part.sector() == sector && wanted.test(part)) {
          int j = part.ordinal();
          for (int d = 0; d < sum.length; d++) {
            sum[d] += cells[j] * constant[j][d] * structure[d] * nationally[j][d];
          }
        }
      }
    }
    double most = of.accounts().get(province).grdp() * VND;
    for (int d = 0; d < sum.length; d++) {
      sum[d] = Math.min(sum[d], most);
    }
    return sum;
  }

  private double[] published(Draws root, String province, EstimatedYear of) {
    Draws stream = root.of("published").of(of.nation().year());
    double grdp = of.accounts().get(province).grdp() * VND;
    double share = Arrays.stream(of.shared().provinces().get(province)).sum() / grdp;
    double[] amounts = new double[spec.draws()];
    Arrays.setAll(amounts, d -> grdp * Math.max(0, share + spec.publishedProvince() * stream.normal(d)));
    return amounts;
  }

  /** The interval of a share: 95 % of the sums of some provinces' amounts over the sum of their GRDP, around a point. */
  ConfidenceInterval interval(Collection<double[]> amounts, double grdp, double point) {
    double[] sum = new double[spec.draws()];
    amounts.forEach(of -> Arrays.setAll(sum, d -> sum[d] + of[d]));
    Arrays.setAll(sum, d -> Math.min(1, sum[d] / grdp));
    Arrays.sort(sum);
    return DrawSummary.ofSorted(sum, 0.95).around(point);
  }

  /** The provinces that are drawn. */
  Map<String, SortedMap<Integer, double[]>> all(Predicate<DigitalPart> wanted) {
    Map<String, SortedMap<Integer, double[]>> all = new TreeMap<>();
    years.values().stream().flatMap(of -> of.accounts().keySet().stream()).distinct().sorted().toList()
        .parallelStream().map(province -> Map.entry(province, amounts(province, wanted))).toList()
        .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
    return all;
  }
}
