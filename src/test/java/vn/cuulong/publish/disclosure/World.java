package vn.cuulong.publish.disclosure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import vn.cuulong.contract.Column;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.TableName;
import vn.cuulong.publish.FrozenColumn;
import vn.cuulong.publish.FrozenTable;
import vn.cuulong.publish.TableOrigin;

/**
 * A made-up truth: hotels of each place and month with guests and revenue, and the tables a mart makes of them. Adds
 * up by lists of its own ({@link Maps}), so that nothing here agrees with the program because it is the program.
 */
final class World {
  static final TableName TOURISM = TableName.of("mart.province_month_tourism");
  private static final List<String> COLUMNS = List.of("unit_id", "boundary_basis", "month", "region_id",
      "guest_domestic_count", "guest_international_count", "guest_count", "revenue_vnd", "guest_international_share",
      "guest_growth_month", "guest_growth_year", "guest_count_12_months", "region_guest_count",
      "guest_share_of_region");
  private static final List<String> MEASURES = List.of("guest_domestic_count", "guest_international_count",
      "guest_count", "revenue_vnd");

  /** One establishment in one month: domestic guests, guests from abroad, revenue in đồng. */
  record Hotel(String id, long domestic, long international, long revenue) {
    double measure(String name) {
      return switch (name) {
        case "guest_domestic_count" -> domestic;
        case "guest_international_count" -> international;
        case "guest_count" -> domestic + international;
        default -> revenue;
      };
    }
  }

  /** A place in a month. */
  record Spot(String unitId, LocalDate month) {}

  final Map<Spot, List<Hotel>> hotels = new LinkedHashMap<>();

  /** Some hundred hotels from a seed; {@code months} from January 2025, so that the map changes in the seventh. */
  static World random(long seed, LocalDate from, int months) {
    SplittableRandom random = new SplittableRandom(seed);
    World world = new World();
    Map<String, Integer> sizes = new TreeMap<>();
    for (int m = 0; m < months; m++) {
      LocalDate month = from.plusMonths(m);
      for (String unit : Maps.unitsOf(month)) {
        int hotels = sizes.computeIfAbsent(unit, id -> random.nextInt(100) < 30 ? random.nextInt(1, 3)
            : random.nextInt(4, 12));
        List<Hotel> here = new ArrayList<>();
        for (int h = 0; h < hotels; h++) {
          double size = Math.exp(4 + 1.2 * gauss(random));
          here.add(new Hotel(unit + h, Math.round(size * 20), Math.round(size * random.nextDouble() * 3),
              Math.round(size * 10_000_000)));
        }
        if (random.nextInt(20) > 0) {
          world.hotels.put(new Spot(unit, month), here);
        }
      }
    }
    return world;
  }

  private static double gauss(SplittableRandom random) {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return sum;
  }

  /** The places whose hotels are in a cell, or a part of them. */
  Map<Spot, Double> parts(String unitId, String basis, LocalDate month) {
    Map<Spot, Double> parts = new LinkedHashMap<>();
    Maps.parts(unitId, basis, month).forEach((unit, part) -> {
      Spot spot = new Spot(unit, month);
      if (hotels.containsKey(spot)) {
        parts.put(spot, part);
      }
    });
    return parts;
  }

  /** The value of a cell; null when nobody reported. Parts are rounded as a mart rounds them. */
  Double value(String unitId, String basis, LocalDate month, String measure) {
    if (measure.equals("guest_count")) {
      Double domestic = value(unitId, basis, month, "guest_domestic_count");
      return domestic == null ? null : domestic + value(unitId, basis, month, "guest_international_count");
    }
    Map<Spot, Double> parts = parts(unitId, basis, month);
    return parts.isEmpty() ? null : parts.entrySet().stream().mapToDouble(part -> Math.rint(part.getValue()
        * hotels.get(part.getKey()).stream().mapToDouble(hotel -> hotel.measure(measure)).sum())).sum();
  }

  /** The table as the mart would have it, nothing withheld. */
  FrozenTable tourism(Jobs jobs) {
    List<Object[]> rows = new ArrayList<>();
    for (LocalDate month : hotels.keySet().stream().map(Spot::month).distinct().sorted().toList()) {
      Maps.rowsOf(month).forEach(place -> {
        if (value(place.unitId(), place.basis(), month, "guest_count") != null) {
          rows.add(row(place, month));
        }
      });
    }
    return table(jobs, TOURISM, COLUMNS, rows);
  }

  private Object[] row(Maps.Place place, LocalDate month) {
    List<Object> row = new ArrayList<>(List.of(place.unitId(), place.basis(), month));
    String region = Maps.regionOf(place, month);
    row.add(region);
    for (String measure : MEASURES) {
      double value = value(place.unitId(), place.basis(), month, measure);
      row.add(measure.equals("revenue_vnd") ? (Object) BigDecimal.valueOf((long) value, 0) : (Object) (long) value);
    }
    double guests = value(place.unitId(), place.basis(), month, "guest_count");
    row.add(value(place.unitId(), place.basis(), month, "guest_international_count") / guests);
    row.add(growth(place, month, 1));
    row.add(growth(place, month, 12));
    row.add(twelve(place, month));
    Double regional = region == null ? null : value(region, place.basis(), month, "guest_count");
    row.add(regional == null ? null : (Object) regional.longValue());
    row.add(regional == null ? null : guests / regional);
    return row.toArray();
  }

  private Double growth(Maps.Place place, LocalDate month, int back) {
    Double before = value(place.unitId(), place.basis(), month.minusMonths(back), "guest_count");
    return before == null ? null : value(place.unitId(), place.basis(), month, "guest_count") / before - 1;
  }

  private Long twelve(Maps.Place place, LocalDate month) {
    long sum = 0;
    for (int back = 0; back < 12; back++) {
      Double value = value(place.unitId(), place.basis(), month.minusMonths(back), "guest_count");
      if (value == null) {
        return null;
      }
      sum += value.longValue();
    }
    return sum;
  }

  /** What the internal mart of contributors would say. */
  FrozenTable contributors() {
    List<Object[]> rows = new ArrayList<>();
    for (LocalDate month : hotels.keySet().stream().map(Spot::month).distinct().toList()) {
      for (Maps.Place place : Maps.rowsOf(month)) {
        Map<Spot, Double> parts = parts(place.unitId(), place.basis(), month);
        if (!parts.isEmpty() && parts.values().stream().allMatch(part -> part == 1)) {
          List<Hotel> all = parts.keySet().stream().map(hotels::get).flatMap(Collection::stream).toList();
          for (String measure : List.of("guest_count", "revenue_vnd")) {
            double[] sizes = all.stream().mapToDouble(hotel -> -hotel.measure(measure)).sorted().toArray();
            rows.add(new Object[] {place.unitId(), "all", place.basis(), month, TOURISM.toString(), measure,
                (long) sizes.length, -sizes[0], sizes.length > 1 ? -sizes[1] : 0.0,
                -java.util.Arrays.stream(sizes).sum()});
          }
        }
      }
    }
    List<FrozenColumn> columns = List.of("unit_id", "partner_unit_id", "boundary_basis", "month", "contributed_table",
        "contributed_measure", "contributor_count", "largest_contribution", "second_largest_contribution",
        "total_contribution").stream()
        .map(name -> new FrozenColumn(new Column(name, null, null, null, null, null, null, null, null), true)).toList();
    return new FrozenTable(null, null, columns, rows);
  }

  private static FrozenTable table(Jobs jobs, TableName name, List<String> columns, List<Object[]> rows) {
    return new FrozenTable(jobs.tables().get(name), new TableOrigin(0, "", List.of()),
        columns.stream().map(column -> new FrozenColumn(jobs.dictionary().columns().get(column), false)).toList(), rows);
  }
}
