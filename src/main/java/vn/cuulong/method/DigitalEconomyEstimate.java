package vn.cuulong.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.cuulong.method.DigitalEconomyDraws.EstimatedYear;
import vn.cuulong.method.ProvincialDigitalEconomy.Published;
import vn.cuulong.territory.Basis;
import vn.cuulong.territory.CrosswalkRow;
import vn.cuulong.territory.Territory;
import vn.cuulong.territory.Unit;

/**
 * Value added of the digital economy of provinces, regions and the nation, and its share of GRDP, from what was known
 * on a day: steps 2 to 7 and 11 of the method. The definition is that of the statistics office: core plus digitalised
 * part of all other industries.
 *
 * <p>Provinces are estimated on the map of 2004, on which they publish; units of the map of 2025 and regions are sums
 * of them, so that both maps say the same. A year is estimated when GDP, GRDP and a national share can be known.
 */
public final class DigitalEconomyEstimate {
  /** The unit that stands for all provinces that are not estimated one by one. */
  public static final String REST = "rest-of-viet-nam";
  private static final int FIRST_YEAR = 2020;
  private static final double VND = 1e9;
  private static final double PERCENT = 100;
  static final List<String> REGIONS_2004 = List.of("mekong-delta-13");
  static final List<String> REGIONS_2025 = List.of("mekong-delta-5", "mekong-delta-6");

  private final KnownFigures known;
  private final DigitalEconomySpec spec;
  private final Territory territory;
  private final Set<String> others;
  private final NationalDigitalEconomy nation;
  private final SortedMap<String, String> successors = new TreeMap<>();
  private final SortedMap<Integer, EstimatedYear> years = new TreeMap<>();

  /**
   * One unit in one year. All amounts are whole VND; parts, provinces and rest add exactly.
   *
   * @param unitId province, region, nation or {@link #REST}
   * @param basis map
   * @param year reference year
   * @param grdp GRDP, of the nation GDP
   * @param parts value added by part, in the order of {@link DigitalPart}
   * @param share the parts' sum over GRDP, with its 95 % interval; of the rest without
   * @param isEstimated false where the share itself was published
   * @param status {@code estimate}, {@code preliminary} or {@code final}: that of the national share behind it
   * @param codes what had to be filled in, sorted
   */
  public record Row(String unitId, Basis basis, int year, long grdp, long[] parts, ConfidenceInterval share,
      boolean isEstimated, String status, List<String> codes) {
    /** Value added of the digital economy, VND. */
    public long digital() {
      return Arrays.stream(parts).sum();
    }

    /** Value added of the core, VND. */
    public long core() {
      return Arrays.stream(DigitalPart.values()).filter(DigitalPart::isCore).mapToLong(part -> parts[part.ordinal()])
          .sum();
    }

    /** Value added in one sector, VND. */
    public long digital(Sector sector) {
      return Arrays.stream(DigitalPart.values()).filter(part -> part.sector() == sector)
          .mapToLong(part -> parts[part.ordinal()]).sum();
    }
  }

  /** An estimate of what was known. */
  public DigitalEconomyEstimate(KnownFigures known, DigitalEconomySpec spec, Territory territory) {
    this(known, spec, territory, Set.of());
  }

  /**
   * The same with provinces beside those in scope.
   *
   * @param others provinces of the map of 2004; those without a GRDP in a year have no row in it
   */
  DigitalEconomyEstimate(KnownFigures known, DigitalEconomySpec spec, Territory territory, Set<String> others) {
    this.others = others;
    this.known = known;
    this.spec = spec;
    this.territory = territory;
    this.nation = new NationalDigitalEconomy(known, spec);
    for (CrosswalkRow row : territory.crosswalk(Basis.UNITS_2004, Basis.UNITS_2025).rows()) {
      successors.put(row.fromUnitId(), row.toUnitId());
    }
    ProvincialAccounts accounts = new ProvincialAccounts(known, nation, spec, provinces(), successors);
    for (Figure figure : known.of("gdp_current", NationalDigitalEconomy.NATION)) {
      if (figure.year() >= FIRST_YEAR) {
        year(figure.year(), accounts);
      }
    }
  }

  private void year(int year, ProvincialAccounts accounts) {
    SortedMap<String, ProvincialAccounts.Account> of = new TreeMap<>();
    provinces().forEach(province -> {
      ProvincialAccounts.Account account = accounts.of(province, year);
      if (account != null) {
        of.put(province, account);
      }
    });
    if (!of.keySet().containsAll(inScope())) {
      return;
    }
    partlyInScope().forEach((unit, inScope) -> {
      ProvincialAccounts.Account others = accounts.withoutParts(unit, inScope, year);
      if (others != null) {
        of.put(otherParts(unit), others);
      }
    });
    NationalDigitalEconomy.Year national = nation.year(year);
    SortedMap<String, Published> published = published(year);
    published.keySet().retainAll(of.keySet());
    years.put(year, new EstimatedYear(national, of,
        new ProvincialDigitalEconomy(national, of, spec).shared(published), published));
  }

  /** Provinces in scope on the map of 2004, and others with a published share, by id. */
  private SortedSet<String> provinces() {
    SortedSet<String> provinces = new TreeSet<>(inScope());
    provinces.addAll(others);
    known.units("share_digital_va_in_grdp_pct").stream()
        .filter(unit -> territory.unit(unit).filter(of -> of.validOn(Basis.UNITS_2004.day())).isPresent())
        .forEach(provinces::add);
    return provinces;
  }

  List<String> inScope() {
    return territory.provinces(Basis.UNITS_2004).stream().filter(Unit::inScope).map(Unit::id).sorted().toList();
  }

  /** Provinces of the map of 2025 in scope of which some parts are, and some are not; with the parts that are. */
  private SortedMap<String, List<String>> partlyInScope() {
    SortedMap<String, List<String>> partly = new TreeMap<>();
    List<String> inScope = inScope();
    for (Unit unit : territory.provinces(Basis.UNITS_2025)) {
      List<String> parts = parts(unit.id());
      List<String> own = parts.stream().filter(inScope::contains).toList();
      if (unit.inScope() && !own.isEmpty() && own.size() < parts.size()) {
        partly.put(unit.id(), own);
      }
    }
    return partly;
  }

  private List<String> parts(String unit) {
    return successors.entrySet().stream().filter(entry -> entry.getValue().equals(unit)).map(Map.Entry::getKey)
        .toList();
  }

  /** Stands for the parts of a unit of 2025 that are not in scope, and are estimated as one. */
  private static String otherParts(String unit) {
    return unit + ":other-parts";
  }

  /** The province of the map of 2025 that each province became part of, the parts estimated as one among them. */
  SortedMap<String, String> successors() {
    SortedMap<String, String> all = new TreeMap<>(successors);
    partlyInScope().keySet().forEach(unit -> all.put(otherParts(unit), unit));
    return all;
  }

  /** The provinces in scope, and parts estimated as one, that are estimated in every year. */
  List<String> everyYear() {
    SortedSet<String> units = new TreeSet<>(inScope());
    partlyInScope().keySet().stream().map(DigitalEconomyEstimate::otherParts)
        .filter(unit -> years.values().stream().allMatch(year -> year.accounts().containsKey(unit)))
        .forEach(units::add);
    return List.copyOf(units);
  }

  private SortedMap<String, Published> published(int year) {
    SortedMap<String, Published> published = new TreeMap<>();
    for (String unit : known.units("share_digital_va_in_grdp_pct")) {
      Double share = known.years("share_digital_va_in_grdp_pct", unit).get(year);
      Double core = known.years("share_core_digital_va_in_grdp_pct", unit).get(year);
      if (share != null) {
        published.put(unit, new Published(share / PERCENT, core == null ? Double.NaN : core / PERCENT));
      }
    }
    return published;
  }

  /** The years that could be estimated. */
  public SortedSet<Integer> years() {
    return new TreeSet<>(years.keySet());
  }

  SortedMap<Integer, EstimatedYear> estimated() {
    return years;
  }

  NationalDigitalEconomy nation() {
    return nation;
  }

  DigitalEconomySpec spec() {
    return spec;
  }

  Territory territory() {
    return territory;
  }

  /** All units and years of both maps; checked by {@link DigitalEconomyAudit}. */
  public List<Row> rows() {
    DigitalEconomyDraws draws = new DigitalEconomyDraws(spec, years);
    Map<String, SortedMap<Integer, double[]>> amounts = draws.all(part -> true);
    List<Row> rows = new ArrayList<>();
    for (int year : years.keySet()) {
      Units units = new Units(year, draws, amounts);
      Set<String> accounts = years.get(year).accounts().keySet();
      rows.addAll(units.rows(Basis.UNITS_2004, oneEach(accounts), REGIONS_2004));
      rows.addAll(units.rows(Basis.UNITS_2025, merged(accounts), REGIONS_2025));
    }
    rows.sort(Comparator.comparing(Row::basis).thenComparing(Row::unitId).thenComparingInt(Row::year));
    DigitalEconomyAudit.require(rows, this);
    return rows;
  }

  private SortedMap<String, List<String>> oneEach(Collection<String> provinces) {
    SortedMap<String, List<String>> each = new TreeMap<>();
    provinces.stream().filter(province -> territory.unit(province).isPresent())
        .forEach(province -> each.put(province, List.of(province)));
    return each;
  }

  /** The units of 2025 that were put together of what is estimated, with their parts. */
  SortedMap<String, List<String>> merged(Collection<String> estimated) {
    SortedMap<String, List<String>> merged = new TreeMap<>();
    List<String> inScope = inScope();
    SortedSet<String> partly = new TreeSet<>(partlyInScope().keySet());
    for (String unit : new TreeSet<>(successors.values())) {
      List<String> parts = new ArrayList<>(parts(unit));
      if (partly.contains(unit)) {
        parts.retainAll(inScope);
        parts.add(otherParts(unit));
      }
      if (parts.size() > 1 && estimated.containsAll(parts) && (partly.contains(unit) || inScope.containsAll(parts))) {
        merged.put(unit, parts);
      }
    }
    return merged;
  }

  /** The units of one year. */
  private final class Units {
    private final int year;
    private final EstimatedYear of;
    private final DigitalEconomyDraws draws;
    private final Map<String, SortedMap<Integer, double[]>> amounts;

    Units(int year, DigitalEconomyDraws draws, Map<String, SortedMap<Integer, double[]>> amounts) {
      this.year = year;
      this.of = years.get(year);
      this.draws = draws;
      this.amounts = amounts;
    }

    List<Row> rows(Basis basis, SortedMap<String, List<String>> units, List<String> regions) {
      List<Row> rows = new ArrayList<>();
      long[] rest = of.shared().nation().clone();
      long restGrdp = Math.round(of.nation().gdp() * VND);
      for (Map.Entry<String, List<String>> unit : units.entrySet()) {
        Row row = row(unit.getKey(), basis, unit.getValue());
        rows.add(row);
        restGrdp -= row.grdp();
        for (int j = 0; j < rest.length; j++) {
          rest[j] -= row.parts()[j];
        }
      }
      for (String region : regions) {
        List<String> provinces = territory.members(region, basis).stream().map(Unit::id)
            .flatMap(member -> units.getOrDefault(member, List.of()).stream()).sorted().toList();
        rows.add(row(region, basis, provinces));
      }
      double share = Arrays.stream(rest).sum() / (double) restGrdp;
      rows.add(new Row(REST, basis, year, restGrdp, rest, new ConfidenceInterval(share, share, share), true, status(),
          List.copyOf(of.nation().codes())));
      rows.add(nation(basis));
      return rows;
    }

    private Row row(String unitId, Basis basis, List<String> provinces) {
      long[] parts = new long[DigitalPart.values().length];
      long grdp = 0;
      SortedSet<String> codes = new TreeSet<>(of.nation().codes());
      for (String province : provinces) {
        grdp += Math.round(of.accounts().get(province).grdp() * VND);
        long[] own = of.shared().provinces().get(province);
        Arrays.setAll(parts, j -> parts[j] + own[j]);
        codes.addAll(of.accounts().get(province).codes());
        codes.addAll(of.shared().codes().get(province));
      }
      double share = Arrays.stream(parts).sum() / (double) grdp;
      ConfidenceInterval interval = draws.interval(
          provinces.stream().map(province -> amounts.get(province).get(year)).toList(), grdp, share);
      boolean published = provinces.size() == 1 && of.published().containsKey(provinces.get(0));
      return new Row(unitId, basis, year, grdp, parts, widened(interval), !published, status(), List.copyOf(codes));
    }

    /** A first estimate reaches at least as far as first national estimates were revised, in proportion. */
    private ConfidenceInterval widened(ConfidenceInterval interval) {
      double margin = of.nation().releases() > 1 ? 0
          : spec.firstRelease() * interval.point() / of.nation().share();
      return interval.widenedTo(margin, 0, 1);
    }

    private Row nation(Basis basis) {
      long[] parts = of.shared().nation();
      double share = of.nation().share();
      double[] shares = draws.nationShares(year).clone();
      Arrays.sort(shares);
      return new Row(NationalDigitalEconomy.NATION, basis, year, Math.round(of.nation().gdp() * VND), parts,
          widened(DrawSummary.ofSorted(shares, 0.95).around(share)), !of.nation().isPublished(), status(),
          List.copyOf(of.nation().codes()));
    }

    /** An estimate until the national share of the year has been published a second time; it is then preliminary. */
    private String status() {
      return of.nation().releases() > 1 ? "preliminary" : "estimate";
    }
  }
}
