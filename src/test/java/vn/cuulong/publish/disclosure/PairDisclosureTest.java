package vn.cuulong.publish.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.cuulong.contract.Column;
import vn.cuulong.contract.DisclosureContract;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.JobsReader;
import vn.cuulong.contract.TableName;
import vn.cuulong.publish.FrozenColumn;
import vn.cuulong.publish.FrozenTable;
import vn.cuulong.publish.TableOrigin;
import vn.cuulong.territory.Territory;

/** Trade from place to place: no pair is given away, to anybody or to the only seller of another pair. */
class PairDisclosureTest {
  private static final Jobs JOBS = JobsReader.shipped();
  private static final LocalDate MARCH = LocalDate.of(2025, 3, 1);
  private static final TableName TRADE = TableName.of("mart.place_month_trade");
  private static final TableName PLACES = TableName.of("mart.province_month_ecommerce");
  private static final DisclosureContract CONTRACT = JOBS.products().get("ecommerce").tables().stream()
      .filter(one -> one.table().name().equals(TRADE)).findFirst().orElseThrow().disclosure();
  private static final List<String> KEY = List.of("seller_unit_id", "buyer_unit_id", "boundary_basis", "month");

  /** What a seller of a province sold in March to the buyers of another. */
  private record Sale(String seller, String from, String to, long orders, long value, long ocop) {}

  private final List<Sale> sales = new ArrayList<>();

  @Test
  void nobody_comes_near_a_withheld_pair_in_any_measure() {
    for (long seed = 1; seed <= 2; seed++) {
      trade(seed);
      Attack attack = attack(protect(contributors(false)));
      assertThat(attack.attacked()).as("seed " + seed).isGreaterThan(40);
      assertThat(attack.found()).as("seed " + seed).isEmpty();
      assertThat(attack.foundInside()).as("insiders, seed " + seed).isEmpty();
    }
  }

  @Test
  void a_release_without_the_pairs_that_protect_others_is_found_out_in_every_measure() {
    trade(1);
    List<Object[]> rows = new ArrayList<>();
    FrozenTable kept = protect(contributors(false));
    FrozenTable truth = pairs();
    for (int i = 0; i < kept.rows().size(); i++) {
      Object[] row = kept.rows().get(i).clone();
      if (row[row.length - 1].toString().contains(":secondary")) {
        System.arraycopy(truth.rows().get(i), 0, row, 0, row.length - 1);
        row[row.length - 1] = List.of();
      }
      rows.add(row);
    }
    List<String> found = attack(kept.with(kept.columns(), rows)).found();
    for (String measure : CONTRACT.pairs().measures()) {
      assertThat(found).as(measure).anyMatch(one -> one.startsWith(measure));
    }
  }

  @Test
  void whoever_forgets_that_sellers_know_their_own_pair_is_found_out_by_one() {
    int found = 0;
    for (long seed = 1; seed <= 3; seed++) {
      trade(seed);
      // As if every pair of one seller had two, neither of whom knows it.
      Attack attack = attack(protect(contributors(true)));
      assertThat(attack.found()).as("seed " + seed).isEmpty();
      found += attack.foundInside().size();
    }
    assertThat(found).as("pairs that an only seller of another pair can work out").isPositive();
  }

  /** Sellers with several partners each; in some provinces there are two of them. */
  private void trade(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    sales.clear();
    // Those that are three provinces today.
    List<String> provinces = Maps.unitsOf(MARCH).subList(0, 7);
    for (String from : provinces) {
      int sellers = random.nextInt(4, 9);
      for (int s = 0; s < sellers; s++) {
        for (int partner = random.nextInt(1, 5); partner > 0; partner--) {
          String to = provinces.get(random.nextInt(provinces.size()));
          long orders = random.nextLong(1, 6);
          long value = orders * random.nextLong(50_000, 900_000);
          sales.add(new Sale(from + " " + s, from, to, orders, value, random.nextBoolean() ? value : value / 3));
        }
      }
    }
  }

  private FrozenTable protect(FrozenTable contributors) {
    Column withheld = JOBS.dictionary().columns().get("withheld");
    ProtectedTable table = new PairDisclosure(CONTRACT, withheld, Territory.standard())
        .protect(pairs(), contributors, places(), List.of(), List.of());
    assertThat(table.notes()).isEmpty();
    return table.table();
  }

  /** No sum over the pairs of a place is published here: those that are stand in the table of places. */
  private Attack attack(FrozenTable released) {
    FrozenTable none = places().with(places().columns().subList(0, 3), List.of());
    return new Attack(CONTRACT, pairs(), contributors(false)).pairs(places(),
        new EarlierTable(DisclosureAttackTest.csv(released)), new EarlierTable(DisclosureAttackTest.csv(none)));
  }

  private FrozenTable pairs() {
    Map<List<String>, long[]> sums = new TreeMap<>(Comparator.comparing(Object::toString));
    for (Sale sale : sales) {
      for (String basis : List.of("units_2004", "units_2025")) {
        long[] sum = sums.computeIfAbsent(List.of(place(sale.from(), basis), place(sale.to(), basis), basis),
            key -> new long[3]);
        sum[0] += sale.orders();
        sum[1] += sale.value();
        sum[2] += sale.ocop();
      }
    }
    List<Object[]> rows = new ArrayList<>();
    sums.forEach((key, sum) -> rows.add(new Object[] {key.get(0), key.get(1), key.get(2), MARCH, sum[0],
        BigDecimal.valueOf(sum[1]), BigDecimal.valueOf(sum[2])}));
    List<String> columns = new ArrayList<>(KEY);
    columns.addAll(List.of("order_count", "gross_value_vnd", "ocop_value_vnd"));
    return table(TRADE, columns, rows);
  }

  /** What each province sold in all, and nothing of where it went. */
  private FrozenTable places() {
    Map<String, long[]> sums = new TreeMap<>();
    for (Sale sale : sales) {
      long[] sum = sums.computeIfAbsent(sale.from(), key -> new long[3]);
      sum[0] += sale.orders();
      sum[1] += sale.value();
      sum[2] += sale.ocop();
    }
    List<Object[]> rows = new ArrayList<>();
    sums.forEach((unit, sum) -> rows.add(new Object[] {unit, "units_2004", MARCH, sum[0], BigDecimal.valueOf(sum[1]),
        BigDecimal.valueOf(sum[2]), BigDecimal.ZERO, null, null, null}));
    return table(PLACES, List.of("unit_id", "boundary_basis", "month", "order_count", "gross_value_vnd",
        "ocop_value_vnd", "buyer_unknown_value_vnd", "sales_within_vnd", "sales_out_vnd", "sales_in_vnd"), rows);
  }

  private FrozenTable contributors(boolean twoForOne) {
    Map<List<String>, Map<String, Long>> sellers = new LinkedHashMap<>();
    for (Sale sale : sales) {
      for (String basis : List.of("units_2004", "units_2025")) {
        sellers.computeIfAbsent(List.of(place(sale.from(), basis), place(sale.to(), basis), basis),
            key -> new TreeMap<>()).merge(sale.seller(), sale.value(), Long::sum);
      }
    }
    List<Object[]> rows = new ArrayList<>();
    sellers.forEach((key, values) -> {
      List<Long> sizes = values.values().stream().sorted(Comparator.reverseOrder()).toList();
      long count = values.size() == 1 && twoForOne ? 2 : values.size();
      rows.add(new Object[] {key.get(0), key.get(1), key.get(2), MARCH, TRADE.toString(), "gross_value_vnd", count,
          sizes.get(0), sizes.size() > 1 ? sizes.get(1) : 0L,
          values.values().stream().mapToLong(Long::longValue).sum()});
    });
    return table(TableName.of("mart.province_month_contributor"), List.of("unit_id", "partner_unit_id",
        "boundary_basis", "month", "contributed_table", "contributed_measure", "contributor_count",
        "largest_contribution", "second_largest_contribution", "total_contribution"), rows);
  }

  /** A province of 2004 on a map. */
  private static String place(String unit, String basis) {
    return basis.equals("units_2004") ? unit : Maps.unitsOf(LocalDate.of(2025, 8, 1)).stream()
        .filter(today -> Maps.parts(today, "units_2025", MARCH).containsKey(unit)).findFirst().orElseThrow();
  }

  private static FrozenTable table(TableName name, List<String> columns, List<Object[]> rows) {
    return new FrozenTable(JOBS.tables().get(name), new TableOrigin(0, "", List.of()), columns.stream()
        .map(column -> new FrozenColumn(JOBS.dictionary().columns().get(column), false)).toList(), rows);
  }
}
