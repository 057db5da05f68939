package vn.cuulong.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The digital economy of one year shared out to the provinces: steps 3 to 5 of the estimate.
 *
 * <p>With {@code va_rs} value added of province r in sector s, {@code N_j} part j of the nation and {@code q_rj} its
 * quotient, the prior is {@code P_rj = q_rj N_j va_rs / va_s} for the core, and
 * {@code P_rj = q_rj N_j (va_rs - core_rs) / (va_s - core_s)} for the digitalised parts. No part exceeds what its
 * sector has; the excess stays with the rest of the nation, which has what the provinces leave:
 * {@code P_rest,j = N_j - sum_r P_rj}. Where the share of a province was published, all cells are moved by least
 * squares ({@link Raking}): the nation's parts are kept, the published share is met as far as its own deviation
 * says.
 */
final class ProvincialDigitalEconomy {
  /** How far the cells of the rest of the nation may be wrong: they are what is left of a known whole. */
  private static final double REST_DEVIATION = 0.1;
  private static final double VND = 1e9;
  private static final int PARTS = DigitalPart.values().length;

  private final NationalDigitalEconomy.Year nation;
  private final SortedMap<String, ProvincialAccounts.Account> accounts;
  private final DigitalEconomySpec spec;
  private final SortedMap<String, double[]> prior = new TreeMap<>();
  private final double[] coreOfSector = new double[Sector.values().length];

  /** A published share of a province, 0 to 1; the core is not a number when only the whole was published. */
  record Published(double share, double core) {}

  /**
   * Amounts of one year in VND, exact to the last unit: provinces and rest add to the nation in every part.
   *
   * @param provinces part amounts by province
   * @param nation part amounts
   * @param rest what the provinces leave of the nation
   * @param codes by province: what had to be done to its cells
   * @param moved largest relative move of a cell by published provincial shares
   */
  record Shared(SortedMap<String, long[]> provinces, long[] nation, long[] rest,
      SortedMap<String, SortedSet<String>> codes, double moved) {}

  ProvincialDigitalEconomy(NationalDigitalEconomy.Year nation, SortedMap<String, ProvincialAccounts.Account> accounts,
      DigitalEconomySpec spec) {
    this.nation = nation;
    this.accounts = accounts;
    this.spec = spec;
    for (DigitalPart part : DigitalPart.values()) {
      if (part.isCore()) {
        coreOfSector[part.sector().ordinal()] += amount(part);
      }
    }
  }

  private double amount(DigitalPart part) {
    return nation.parts()[part.ordinal()] * nation.gdp();
  }

  /** Shares the nation out. */
  Shared shared(SortedMap<String, Published> published) {
    SortedMap<String, SortedSet<String>> codes = new TreeMap<>();
    accounts.forEach((province, account) -> {
      SortedSet<String> own = new TreeSet<>();
      prior.put(province, prior(province, account, own));
      codes.put(province, own);
    });
    double moved = 0;
    SortedMap<String, Published> binding = new TreeMap<>(published);
    binding.keySet().retainAll(accounts.keySet());
    if (!binding.isEmpty()) {
      moved = raked(binding);
      binding.keySet().forEach(province -> codes.get(province).add("published_share_used"));
    }
    return rounded(codes, moved);
  }

  private double[] prior(String province, ProvincialAccounts.Account account, SortedSet<String> codes) {
    double[] cells = new double[PARTS];
    double[] core = new double[Sector.values().length];
    for (DigitalPart part : DigitalPart.values()) {
      int s = part.sector().ordinal();
      double have = account.sectors()[s] - (part.isCore() ? 0 : core[s]);
      double all = nation.sectors()[s] - (part.isCore() ? 0 : coreOfSector[s]);
      double cell = spec.quotient(part, province).value() * amount(part) * have / all;
      double room = account.sectors()[s] - core[s];
      if (cell > room) {
        codes.add("capped_by_value_added");
        cell = room;
      }
      cells[part.ordinal()] = cell;
      core[s] += part.isCore() ? cell : 0;
    }
    return cells;
  }

  /** Moves the cells towards the published shares; gives the largest relative move. */
  private double raked(SortedMap<String, Published> published) {
    List<String> names = List.copyOf(prior.keySet());
    int rows = names.size() + 1;
    double[] cells = new double[rows * PARTS];
    double[] variances = new double[cells.length];
    double[] upper = new double[cells.length];
    double[] rest = restOf();
    for (int r = 0; r < rows; r++) {
      for (DigitalPart part : DigitalPart.values()) {
        int cell = r * PARTS + part.ordinal();
        boolean isRest = r == names.size();
        cells[cell] = isRest ? rest[part.ordinal()] : prior.get(names.get(r))[part.ordinal()];
        double deviation = isRest ? REST_DEVIATION : deviation(names.get(r), part);
        variances[cell] = Math.pow(cells[cell] * deviation, 2);
        upper[cell] = isRest ? Double.POSITIVE_INFINITY
            : accounts.get(names.get(r)).sectors()[part.sector().ordinal()];
      }
    }
    double[] balanced = Raking.balance(cells, variances, upper, totals(names, published)).cells();
    double moved = 0;
    for (int r = 0; r < names.size(); r++) {
      for (int j = 0; j < PARTS; j++) {
        double before = cells[r * PARTS + j];
        double after = balanced[r * PARTS + j];
        moved = before == 0 ? moved : Math.max(moved, Math.abs(after / before - 1));
        prior.get(names.get(r))[j] = after;
      }
    }
    return moved;
  }

  private List<Raking.Total> totals(List<String> names, SortedMap<String, Published> published) {
    List<Raking.Total> totals = new ArrayList<>();
    for (DigitalPart part : DigitalPart.values()) {
      int[] column = new int[names.size() + 1];
      Arrays.setAll(column, r -> r * PARTS + part.ordinal());
      totals.add(Raking.Total.fixed("nation " + part, amount(part), column));
    }
    published.forEach((province, value) -> {
      int row = names.indexOf(province) * PARTS;
      double grdp = accounts.get(province).grdp();
      double variance = Math.pow(spec.publishedProvince() * grdp, 2);
      int[] all = Arrays.stream(DigitalPart.values()).mapToInt(part -> row + part.ordinal()).toArray();
      totals.add(new Raking.Total("published " + province, all, value.share() * grdp, variance));
      if (!Double.isNaN(value.core())) {
        int[] core = Arrays.stream(DigitalPart.values()).filter(DigitalPart::isCore)
            .mapToInt(part -> row + part.ordinal()).toArray();
        totals.add(new Raking.Total("published core " + province, core, value.core() * grdp, variance));
      }
    });
    return totals;
  }

  /** Relative deviation of a cell: of its quotient, of the structure of the province, and of the province itself. */
  double deviation(String province, DigitalPart part) {
    double quotient = spec.quotient(part, province).error();
    double structure = accounts.get(province).deviation();
    return Math.sqrt(quotient * quotient + structure * structure + spec.province() * spec.province());
  }

  private double[] restOf() {
    double[] rest = new double[PARTS];
    for (DigitalPart part : DigitalPart.values()) {
      double[] cells = prior.values().stream().mapToDouble(row -> row[part.ordinal()]).toArray();
      rest[part.ordinal()] = amount(part) - StableSum.of(cells);
      if (rest[part.ordinal()] < 0) {
        throw new MethodException("The provinces would have more than the nation", "of the part " + part + " in "
            + nation.year() + " they have " + StableSum.of(cells) + " billion VND, the nation " + amount(part),
            "Lower the quotients of this part in method.yml");
      }
    }
    return rest;
  }

  private Shared rounded(SortedMap<String, SortedSet<String>> codes, double moved) {
    restOf();
    SortedMap<String, long[]> provinces = new TreeMap<>();
    long[] whole = new long[PARTS];
    long left = Math.round(nation.share() * nation.gdp() * VND);
    for (int j = 0; j < PARTS; j++) {
      whole[j] = j == PARTS - 1 ? left : Math.round(nation.parts()[j] * nation.gdp() * VND);
      left -= whole[j];
    }
    long[] rest = whole.clone();
    prior.forEach((province, cells) -> {
      long[] amounts = new long[PARTS];
      for (int j = 0; j < PARTS; j++) {
        amounts[j] = Math.round(cells[j] * VND);
        rest[j] -= amounts[j];
      }
      provinces.put(province, amounts);
    });
    return new Shared(provinces, whole, rest, codes, moved);
  }
}
