package vn.cuulong.method;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * GRDP of the provinces and its structure by sector: what step 3 shares the digital economy out by.
 *
 * <p>Level: GRDP a person times the people; the published total where there is no such product. Structure: the
 * published one of the province that is nearest in time, moved to the year by the growth of the sectors in the nation;
 * for a province that has published none, the rest of the structure of the province that it became part of (RAS), or
 * the mean of the provinces of the Delta that have. The way taken is a code of the row and widens its interval.
 */
final class ProvincialAccounts {
  private static final String[] STRUCTURE = {"grdp_structure_agri", "grdp_structure_industry",
      "grdp_structure_services", "grdp_structure_product_tax"};
  private static final double DIFFERS = 0.02;
  private static final double WHOLE = 100;
  private static final double SLACK = 0.5;

  private final KnownFigures known;
  private final NationalDigitalEconomy nation;
  private final DigitalEconomySpec spec;
  private final Map<String, String> successor;
  private final Map<String, List<Structure>> structures = new TreeMap<>();
  private final SortedSet<String> provinces;

  /** A published structure: the four shares, the year it stands for, its deviation there, and where it is from. */
  private record Structure(int year, double[] shares, double deviation, String code) {}

  /**
   * One province in one year.
   *
   * @param grdp billion VND
   * @param sectors value added of the three sectors, billion VND
   * @param deviation relative deviation of the sectors
   * @param codes what had to be filled in
   */
  record Account(double grdp, double[] sectors, double deviation, SortedSet<String> codes) {}

  /**
   * Accounts from what is known.
   *
   * @param provinces those to be estimated, of one map
   * @param successor province of the next map that each became part of
   */
  ProvincialAccounts(KnownFigures known, NationalDigitalEconomy nation, DigitalEconomySpec spec,
      SortedSet<String> provinces, Map<String, String> successor) {
    this.known = known;
    this.nation = nation;
    this.spec = spec;
    this.successor = successor;
    this.provinces = provinces;
    provinces.forEach(province -> structures.put(province, published(province)));
    Map<String, List<Structure>> left = new TreeMap<>();
    new TreeSet<>(successor.values()).stream().filter(this::isWhole).forEach(unit -> fromSuccessor(unit, left));
    structures.putAll(left);
  }

  /** True for a province of the next map all of whose parts are estimated. */
  private boolean isWhole(String unit) {
    return successor.containsValue(unit) && successor.entrySet().stream()
        .filter(entry -> entry.getValue().equals(unit)).allMatch(entry -> provinces.contains(entry.getKey()));
  }

  /** The accounts of a province in a year, or null when its GRDP is not known. */
  Account of(String province, int year) {
    SortedSet<String> codes = new TreeSet<>();
    double grdp = grdp(province, year, codes);
    if (Double.isNaN(grdp)) {
      return null;
    }
    Structure structure = structure(province, year);
    codes.add(structure.code());
    double[] sectors = new double[Sector.values().length];
    for (int i = 0; i < sectors.length; i++) {
      sectors[i] = grdp * structure.shares()[i];
    }
    return new Account(grdp, sectors, structure.deviation(), codes);
  }

  /**
   * What a province of the next map has beside some of its parts, as one; null when one of the GRDPs is not known.
   * Nothing is known of its structure, so it is given that of the nation.
   */
  Account withoutParts(String unit, List<String> parts, int year) {
    SortedSet<String> codes = new TreeSet<>();
    double grdp = grdp(unit, year, codes);
    for (String part : parts) {
      grdp -= grdp(part, year, new TreeSet<>());
    }
    double[] accounts = nation.accounts(year);
    if (!(grdp > 0) || accounts == null) {
      return null;
    }
    double[] shares = shares(accounts);
    double[] sectors = new double[Sector.values().length];
    for (int i = 0; i < sectors.length; i++) {
      sectors[i] = grdp * shares[i];
    }
    codes.addAll(List.of("other_parts_as_one", "structure_of_nation"));
    return new Account(grdp, sectors, spec.regionalStructure(), codes);
  }

  private double grdp(String province, int year, SortedSet<String> codes) {
    Double perPerson = known.years("grdp_per_capita", province).get(year);
    Double published = known.years("grdp_current", province).get(year);
    double people = people(province, year, codes);
    if (perPerson == null || Double.isNaN(people)) {
      Double derived = known.years("grdp_current_derived_by_source", province).get(year);
      codes.remove("population_carried");
      codes.add(published == null && derived != null ? "grdp_derived_by_source" : "grdp_as_published");
      return published != null ? published : derived != null ? derived : Double.NaN;
    }
    double grdp = perPerson * people;
    if (published != null && Math.abs(grdp / published - 1) > DIFFERS) {
      codes.add("grdp_published_differs");
    }
    return grdp;
  }

  /** Thousand people; a year without is carried by the growth of the province it became part of, or of the nation. */
  private double people(String province, int year, SortedSet<String> codes) {
    NavigableMap<Integer, Double> people = known.years("population_thousand", province);
    if (people.containsKey(year)) {
      return people.get(year);
    }
    Map.Entry<Integer, Double> before = people.floorEntry(year);
    if (before == null) {
      return Double.NaN;
    }
    codes.add("population_carried");
    for (String like : List.of(successor.getOrDefault(province, ""), NationalDigitalEconomy.NATION)) {
      NavigableMap<Integer, Double> others = known.years("population_thousand", like);
      if (others.containsKey(year) && others.containsKey(before.getKey())) {
        return before.getValue() * others.get(year) / others.get(before.getKey());
      }
    }
    return before.getValue();
  }

  /** What a province has published itself, complete structures only. */
  private List<Structure> published(String province) {
    SortedMap<LocalDate, SortedMap<LocalDate, double[]>> periods = new TreeMap<>();
    for (int i = 0; i < STRUCTURE.length; i++) {
      for (Figure figure : known.of(STRUCTURE[i], province)) {
        periods.computeIfAbsent(figure.start(), start -> new TreeMap<>())
            .computeIfAbsent(figure.end(), end -> new double[] {-1, -1, -1, -1})[i] = figure.value();
      }
    }
    List<Structure> structures = new ArrayList<>();
    periods.forEach((start, ends) -> ends.forEach((end, percents) -> {
      boolean year = start.plusYears(1).minusDays(1).equals(end);
      boolean wholeScale = completed(percents, start.getYear());
      if (percents[0] >= 0 && percents[1] >= 0 && percents[2] >= 0 && nation.accounts(start.getYear()) != null) {
        structures.add(new Structure(start.getYear(), shares(percents),
            year && wholeScale ? spec.ownStructure() : spec.partStructure(),
            year && wholeScale ? "structure_published" : "structure_of_part_year"));
      }
    }));
    return structures;
  }

  /** Adds the taxes where only the sectors are published; false when the sectors were published as the whole. */
  private boolean completed(double[] percents, int year) {
    double sectors = percents[0] + percents[1] + percents[2];
    if (percents[3] >= 0) {
      return true;
    }
    if (sectors < WHOLE - SLACK) {
      percents[3] = WHOLE - sectors;
      return true;
    }
    double[] accounts = nation.accounts(year);
    percents[3] = accounts == null ? 0 : accounts[3] / (StableSum.of(accounts) - accounts[3]) * WHOLE;
    return false;
  }

  private static double[] shares(double[] amounts) {
    double sum = StableSum.of(amounts);
    double[] shares = new double[amounts.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = amounts[i] / sum;
    }
    return shares;
  }

  /** Gives the members without a structure what the province that they became part of leaves for them. */
  private void fromSuccessor(String unit, Map<String, List<Structure>> left) {
    List<String> members = provinces.stream().filter(province -> unit.equals(successor.get(province))).toList();
    if (members.stream().noneMatch(member -> structures.get(member).isEmpty())) {
      return;
    }
    for (Structure of : published(unit)) {
      double[] rows = new double[members.size()];
      double[][] seed = new double[members.size()][];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = grdp(members.get(i), of.year(), new TreeSet<>());
        double[] shares = structure(members.get(i), of.year()).shares();
        seed[i] = shares.clone();
        for (int j = 0; j < shares.length; j++) {
          seed[i][j] *= rows[i];
        }
      }
      double all = StableSum.of(rows);
      if (Double.isNaN(all)) {
        continue;
      }
      double[] columns = of.shares().clone();
      for (int j = 0; j < columns.length; j++) {
        columns[j] *= all;
      }
      double[][] balanced = Ras.balance(seed, rows, columns).matrix(columns.length);
      for (int i = 0; i < rows.length; i++) {
        if (structures.get(members.get(i)).isEmpty()) {
          left.put(members.get(i), List.of(new Structure(of.year(), shares(balanced[i]), spec.successorStructure(),
              "structure_of_successor")));
        }
      }
    }
  }

  /** The structure of a year: the surest of those that can be moved to it. */
  private Structure structure(String province, int year) {
    List<Structure> own = structures.getOrDefault(province, List.of());
    return own.stream().map(structure -> moved(structure, year))
        .min(Comparator.comparingDouble(Structure::deviation).thenComparingInt(Structure::year))
        .orElseGet(() -> regional(year));
  }

  private Structure moved(Structure from, int year) {
    double[] then = nation.accounts(from.year());
    double[] now = nation.accounts(year);
    double[] shares = from.shares().clone();
    for (int i = 0; i < shares.length; i++) {
      shares[i] *= now[i] / then[i];
    }
    int years = Math.abs(year - from.year());
    return new Structure(from.year(), shares(shares), from.deviation() + years * spec.structureYear(),
        years == 0 ? from.code() : from.code() + "_moved");
  }

  /** The mean of the Delta's provinces that publish one, by their GRDP; of the nation when none does. */
  private Structure regional(int year) {
    double[] sum = new double[STRUCTURE.length];
    double[][] terms = new double[STRUCTURE.length][provinces.size()];
    int n = 0;
    for (String province : provinces) {
      boolean counts = !structures.get(province).isEmpty() && isWhole(successor.getOrDefault(province, ""));
      double grdp = counts ? grdp(province, year, new TreeSet<>()) : Double.NaN;
      for (int i = 0; i < sum.length && !Double.isNaN(grdp); i++) {
        terms[i][n] = grdp * structure(province, year).shares()[i];
      }
      n++;
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] = StableSum.of(terms[i]);
    }
    boolean none = StableSum.of(sum) == 0;
    return new Structure(year, shares(none ? nation.accounts(year) : sum), spec.regionalStructure(),
        none ? "structure_of_nation" : "structure_of_region");
  }
}
