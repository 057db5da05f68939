package vn.cuulong.publish.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cuulong.contract.Column;
import vn.cuulong.contract.DisclosureContract;
import vn.cuulong.contract.DisclosureContract.Group;
import vn.cuulong.contract.DisclosureContract.MadeOf;
import vn.cuulong.contract.DisclosureContract.Thresholds;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.JobsReader;
import vn.cuulong.contract.TableName;
import vn.cuulong.publish.FrozenTable;
import vn.cuulong.publish.disclosure.World.Hotel;
import vn.cuulong.publish.disclosure.World.Spot;
import vn.cuulong.territory.Territory;

/**
 * An attacker reads every table of every release, and does not come closer to a withheld number than its protection
 * interval; and he does, where only the forbidden cells themselves are withheld.
 */
class DisclosureAttackTest {
  private static final LocalDate JANUARY = LocalDate.of(2025, 1, 1);
  private static final int MONTHS = 14;
  private static final Jobs JOBS = JobsReader.shipped();
  private static final Thresholds THRESHOLDS = new Thresholds(3, 1, 0.85, 0.1);
  private static final DisclosureContract CONTRACT = new DisclosureContract(TableName.of("mart.contributor"),
      THRESHOLDS, List.of(new Group("stays",
          List.of("guest_count", "guest_domestic_count", "guest_international_count", "revenue_vnd"), List.of(),
          Map.of("guest_international_share", MadeOf.ROW, "guest_growth_month", MadeOf.MONTH_BEFORE,
              "guest_growth_year", MadeOf.YEAR_BEFORE, "guest_count_12_months", MadeOf.TWELVE_MONTHS,
              "region_guest_count", MadeOf.REGION, "guest_share_of_region", MadeOf.REGION))),
      List.of(), null, null);

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {2, 3})
  void noWithheldNumberIsWithinReach(long seed) {
    World world = World.random(seed, JANUARY, MONTHS);
    FrozenTable published = protect(world, List.of());
    List<String> withheld = withheldRows(published);
    assertThat(withheld).as("rows withheld with seed " + seed).isNotEmpty()
        .hasSizeLessThan(published.rows().size() / 2);
    assertOutOfReach(published, world, new Attacker().read(published, world, List.of()), "seed " + seed);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {2})
  void aHotelThatIsAloneInItsProvinceLearnsNoOther(long seed) {
    World world = World.random(seed, JANUARY.plusMonths(4), 4);
    FrozenTable published = protect(world, List.of());
    for (Map.Entry<Spot, List<Hotel>> place : world.hotels.entrySet()) {
      if (place.getValue().size() == 1) {
        Attacker insider = new Attacker().read(published, world, List.of())
            .is(place.getKey(), place.getValue().get(0).measure("guest_count"));
        assertSensitiveOutOfReach(published, world, insider, place.getKey(), "seed " + seed);
      }
    }
  }

  @Test
  void whenOnlyTheForbiddenRowsAreWithheldTheAttackerFindsThem() {
    int found = 0;
    for (long seed = 1; seed <= 2; seed++) {
      World world = World.random(seed, JANUARY.plusMonths(5), 2);
      FrozenTable naive = onlyForbidden(protect(world, List.of()), world);
      Attacker attacker = new Attacker().read(naive, world, List.of());
      found += (int) naive.rows().stream().filter(row -> row[naive.indexOf("guest_count")] == null)
          .filter(row -> isWithinReach(naive, row, world, attacker)).count();
    }
    assertThat(found).as("forbidden numbers that were found").isGreaterThan(5);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 14})
  void twoReleasesTogetherGiveNothingAway(long seed) {
    World before = World.random(seed, JANUARY, 4);
    Spot emptied = wellFilled(before, LocalDate.of(2025, 3, 1));
    World after = emptied(before, emptied);
    FrozenTable first = protect(before, List.of());
    FrozenTable second = protect(after, List.of(new EarlierTable(csv(first))));
    Attacker attacker = new Attacker().read(second, after, List.of()).read(first, before, List.of(emptied));
    assertOutOfReach(second, after, attacker, "seed " + seed);
  }

  @Test
  void withoutALookAtTheEarlierReleaseTheAttackerFindsNumbers() {
    int found = 0;
    for (long seed = 11; seed <= 14; seed++) {
      World before = World.random(seed, JANUARY, 3);
      Spot emptied = wellFilled(before, LocalDate.of(2025, 3, 1));
      World after = emptied(before, emptied);
      FrozenTable first = protect(before, List.of());
      FrozenTable second = protect(after, List.of());
      Attacker attacker = new Attacker().read(second, after, List.of()).read(first, before, List.of(emptied));
      found += (int) second.rows().stream().filter(row -> row[second.indexOf("guest_count")] == null)
          .filter(row -> isForbidden(second, row, after))
          .filter(row -> isWithinReach(second, row, after, attacker)).count();
    }
    assertThat(found).as("numbers that two releases give away").isPositive();
  }

  @Test
  void theSameTruthIsWithheldInTheSameRows() {
    World world = World.random(5, JANUARY, 8);
    FrozenTable first = protect(world, List.of());
    assertThat(csv(protect(world, List.of()))).isEqualTo(csv(first));
    FrozenTable again = protect(world, List.of(new EarlierTable(csv(first))));
    assertThat(csv(again)).as("published again").isEqualTo(csv(first));
  }

  private static FrozenTable protect(World world, List<EarlierTable> earlier) {
    Column withheld = JOBS.dictionary().columns().get("withheld");
    ProtectedTable table = new TableDisclosure(CONTRACT, withheld, Territory.standard())
        .protect(world.tourism(JOBS), world.contributors(), earlier, SumsOfPairs.NONE);
    // Beside an earlier release, a note says what an insider could piece together from both.
    assertThat(table.notes()).allSatisfy(note -> assertThat(earlier).as(note).isNotEmpty());
    return table.table();
  }

  /** A place with many hotels in a month. */
  private static Spot wellFilled(World world, LocalDate month) {
    return world.hotels.entrySet().stream()
        .filter(place -> place.getKey().month().equals(month) && place.getValue().size() > 4)
        .map(Map.Entry::getKey).findFirst().orElseThrow();
  }

  /** The same truth, but for one place, where all hotels but one prove to be of another province. */
  private static World emptied(World world, Spot place) {
    World after = new World();
    after.hotels.putAll(world.hotels);
    after.hotels.put(place, world.hotels.get(place).subList(0, 1));
    return after;
  }

  private static void assertOutOfReach(FrozenTable table, World world, Attacker attacker, String seed) {
    for (Object[] row : table.rows()) {
      if (row[table.indexOf("guest_count")] == null && value(table, row, world) > 0) {
        double[] bounds = attacker.bounds(parts(table, row, world));
        double need = isForbidden(table, row, world) ? protection(table, row, world) : 1;
        assertApart(bounds, value(table, row, world), need, seed + ": " + place(table, row));
      }
    }
  }

  private static void assertSensitiveOutOfReach(FrozenTable table, World world, Attacker attacker, Spot insider,
      String seed) {
    for (Object[] row : table.rows()) {
      Map<Spot, Double> parts = parts(table, row, world);
      if (row[table.indexOf("guest_count")] == null && isForbidden(table, row, world)
          && !parts.containsKey(insider)) {
        assertApart(attacker.bounds(parts), value(table, row, world), protection(table, row, world),
            seed + ": " + insider + " looks for " + place(table, row));
      }
    }
  }

  private static void assertApart(double[] bounds, double value, double need, String what) {
    assertThat(bounds[1]).as(what + ", greatest").isGreaterThanOrEqualTo(value + need * 0.999 - 1);
    assertThat(bounds[0]).as(what + ", least").isLessThanOrEqualTo(value - Math.min(need, value) * 0.999 + 1);
  }

  private static boolean isWithinReach(FrozenTable table, Object[] row, World world, Attacker attacker) {
    double[] bounds = attacker.bounds(parts(table, row, world));
    double value = value(table, row, world);
    double need = protection(table, row, world);
    assertThat(value).as("an attacker who is right").isBetween(bounds[0] - 1, bounds[1] + 1);
    return bounds[1] < value + need * 0.5 || bounds[0] > value - Math.min(need, value) * 0.5;
  }

  /** p of the p % rule times the largest hotel. */
  private static double protection(FrozenTable table, Object[] row, World world) {
    return Math.max(1, THRESHOLDS.protection() * hotels(table, row, world).stream()
        .mapToDouble(hotel -> hotel.measure("guest_count")).max().orElse(0));
  }

  /** By count alone, which is all that a test needs to know of what must not be found. */
  private static boolean isForbidden(FrozenTable table, Object[] row, World world) {
    boolean whole = parts(table, row, world).values().stream().allMatch(part -> part == 1);
    return whole && hotels(table, row, world).size() < THRESHOLDS.minimumCount();
  }

  private static List<Hotel> hotels(FrozenTable table, Object[] row, World world) {
    return parts(table, row, world).keySet().stream().map(world.hotels::get).flatMap(Collection::stream).toList();
  }

  private static double value(FrozenTable table, Object[] row, World world) {
    Cell cell = Cell.of(table, row);
    return world.value(cell.unitId(), cell.basis().code(), cell.month(), "guest_count");
  }

  private static Map<Spot, Double> parts(FrozenTable table, Object[] row, World world) {
    Cell cell = Cell.of(table, row);
    return world.parts(cell.unitId(), cell.basis().code(), cell.month());
  }

  private static String place(FrozenTable table, Object[] row) {
    return Cell.of(table, row).toString();
  }

  private static List<String> withheldRows(FrozenTable table) {
    return table.rows().stream().filter(row -> row[table.indexOf("guest_count")] == null)
        .map(row -> place(table, row)).toList();
  }

  /** The table as somebody would publish it who has heard of the rule and not of sums. */
  private static FrozenTable onlyForbidden(FrozenTable table, World world) {
    List<Object[]> rows = new ArrayList<>();
    for (Object[] row : table.rows()) {
      Object[] copy = row.clone();
      if (!isForbidden(table, row, world)) {
        copy[table.indexOf("guest_count")] = (long) value(table, row, world);
      }
      rows.add(copy);
    }
    return table.with(table.columns(), rows);
  }

  static byte[] csv(FrozenTable table) {
    StringBuilder text = new StringBuilder("\ufeff");
    text.append(table.columns().stream().map(column -> column.name()).collect(Collectors.joining(","))).append("\r\n");
    for (Object[] row : table.rows()) {
      text.append(java.util.Arrays.stream(row).map(value -> value == null ? "" : value instanceof List<?> list
          ? list.stream().map(String::valueOf).collect(Collectors.joining("|")) : value.toString())
          .collect(Collectors.joining(","))).append("\r\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
