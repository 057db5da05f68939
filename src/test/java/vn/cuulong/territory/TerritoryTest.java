package vn.cuulong.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TerritoryTest {
  private static final Territory TERRITORY = Territory.standard();

  @Test
  @DisplayName("63 provinces stood until 30 June 2025 and 34 stand since 1 July 2025")
  void mapsHaveTheirProvinces() {
    assertThat(TERRITORY.provinces(Basis.UNITS_2004)).hasSize(63).extracting(Unit::code).doesNotHaveDuplicates();
    assertThat(TERRITORY.provinces(Basis.UNITS_2025)).hasSize(34).extracting(Unit::code).doesNotHaveDuplicates();
    assertThat(TERRITORY.units()).extracting(Unit::id).doesNotHaveDuplicates();
    assertThat(TERRITORY.provinces(Basis.UNITS_2025)).filteredOn(unit -> unit.level() == Unit.Level.CITY)
        .extracting(Unit::nameVi)
        .containsExactlyInAnyOrder("Hà Nội", "Hải Phòng", "Huế", "Đà Nẵng", "Hồ Chí Minh", "Cần Thơ");
    assertThat(TERRITORY.provinces(Basis.UNITS_2004)).filteredOn(Unit::inScope).hasSize(15);
    assertThat(TERRITORY.provinces(Basis.UNITS_2025)).filteredOn(Unit::inScope).hasSize(7);
  }

  @Test
  @DisplayName("A unit whose land did not change keeps its id; any other gets a new one")
  void idsFollowTheLand() {
    Set<String> both = ids(TERRITORY.provinces(Basis.UNITS_2004));
    both.retainAll(ids(TERRITORY.provinces(Basis.UNITS_2025)));
    assertThat(both).containsExactlyInAnyOrder("ha-noi-2008", "hue-2004", "cao-bang-2004", "dien-bien-2004",
        "ha-tinh-2004", "lai-chau-2004", "lang-son-2004", "nghe-an-2004", "quang-ninh-2004", "thanh-hoa-2004",
        "son-la-2004");
  }

  @Test
  @DisplayName("Regions have their members on each map, and both maps cover the same land")
  void regionsHaveMembers() {
    assertThat(TERRITORY.members("mekong-delta-13", Basis.UNITS_2004)).hasSize(13);
    assertThat(TERRITORY.members("mekong-delta-13", LocalDate.of(2025, 7, 1))).isEmpty();
    assertThat(TERRITORY.members("mekong-delta-5", Basis.UNITS_2025)).hasSize(5);
    assertThat(TERRITORY.members("mekong-delta-5", Basis.UNITS_2004)).hasSize(12)
        .noneMatch(unit -> unit.id().equals("long-an-2004"));
    assertThat(TERRITORY.members("mekong-delta-6", Basis.UNITS_2025)).hasSize(6);
    assertThat(TERRITORY.members("mekong-delta-6", Basis.UNITS_2004)).hasSize(14);
    Crosswalk toNew = TERRITORY.crosswalk(Basis.UNITS_2004, Basis.UNITS_2025);
    for (Unit region : TERRITORY.units()) {
      List<Unit> now = TERRITORY.members(region.id(), Basis.UNITS_2025);
      if (region.level() == Unit.Level.REGION && !now.isEmpty()) {
        Set<String> land = now.stream().flatMap(unit -> toNew.to(unit.id()).stream())
            .map(CrosswalkRow::fromUnitId).collect(Collectors.toSet());
        assertThat(ids(TERRITORY.members(region.id(), Basis.UNITS_2004))).as(region.id()).isEqualTo(land);
      }
    }
  }

  @Test
  @DisplayName("The six regions of each map share out all provinces, each once, by an official act")
  void regionsPartitionTheCountry() {
    for (Basis basis : List.of(Basis.UNITS_2004, Basis.UNITS_2025)) {
      List<String> members = TERRITORY.memberships().stream()
          .filter(membership -> membership.official() && membership.validOn(basis.day()))
          .map(Membership::unitId).toList();
      assertThat(members).as(basis.code()).doesNotHaveDuplicates()
          .containsExactlyInAnyOrderElementsOf(ids(TERRITORY.provinces(basis)));
    }
  }

  @Test
  @DisplayName("From old to new every province goes over as a whole, so totals are the same to the last digit")
  void oldToNewIsExact() {
    Crosswalk toNew = TERRITORY.crosswalk(Basis.UNITS_2004, Basis.UNITS_2025);
    assertThat(toNew.rows()).hasSize(63).allMatch(row -> row.exact() && row.weight() == 1.0);
    assertThat(toNew.rows().stream().map(CrosswalkRow::toUnitId).collect(Collectors.toSet())).hasSize(34);
    long seed = 34;
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, Double> values = new HashMap<>();
    TERRITORY.provinces(Basis.UNITS_2004).forEach(unit -> values.put(unit.id(), (double) random.nextInt(1_000_000)));
    double before = values.values().stream().mapToDouble(Double::doubleValue).sum();
    assertThat(toNew.sums(values).values().stream().mapToDouble(Double::doubleValue).sum())
        .as("seed %d", seed).isEqualTo(before);
  }

  @Test
  @DisplayName("From new to old the weights add up to one, and adding up again gives the value that was split")
  void newToOldIsSplitByWeights() {
    Crosswalk toNew = TERRITORY.crosswalk(Basis.UNITS_2004, Basis.UNITS_2025);
    for (String variable : TERRITORY.weightVariables()) {
      Crosswalk toOld = TERRITORY.crosswalk(Basis.UNITS_2025, Basis.UNITS_2004, variable);
      Map<String, Double> values = new HashMap<>();
      for (Unit unit : TERRITORY.provinces(Basis.UNITS_2025)) {
        List<CrosswalkRow> parts = toOld.from(unit.id());
        if (!parts.isEmpty()) {
          double sum = parts.stream().mapToDouble(CrosswalkRow::weight).sum();
          assertThat(sum).as("%s by %s", unit.id(), variable).isCloseTo(1.0, within(1e-12));
          values.put(unit.id(), 1000.0);
        }
      }
      assertThat(values).containsKeys("an-giang-2025", "ca-mau-2025", "can-tho-2025", "dong-thap-2025",
          "tay-ninh-2025", "vinh-long-2025", "ha-noi-2008");
      assertThat(toNew.sums(toOld.sums(values))).hasSameSizeAs(values)
          .allSatisfy((id, value) -> assertThat(value).as(id).isCloseTo(1000.0, within(1e-9)));
    }
  }

  @Test
  @DisplayName("A split is marked as estimated and says its source; unchanged land goes over exactly")
  void splitsAreMarked() {
    Crosswalk toOld = TERRITORY.crosswalk(Basis.UNITS_2025, Basis.UNITS_2004);
    assertThat(toOld.rows()).hasSize(63);
    assertThat(toOld.isExact(List.of("vinh-long-2025"))).isFalse();
    assertThat(toOld.isExact(List.of("ha-noi-2008"))).isTrue();
    assertThat(toOld.isExact(List.of("atlantis-2025"))).isFalse();
    assertThat(toOld.from("vinh-long-2025")).hasSize(3)
        .allMatch(row -> !row.exact() && row.weightVariable().equals("population") && row.source().contains("http"));
  }

  @Test
  @DisplayName("The populations behind the weights add up to the published population of the country")
  void populationsAddUpToTheCountry() {
    double sum = TerritoryFiles.splitAmounts().stream()
        .filter(amount -> amount.weightVariable().equals("population")).mapToDouble(SplitAmount::amount).sum();
    double country = PublishedFigures.read("published-population.csv")
        .values("population_thousand", "na", 2024, "V02.02").get("viet-nam");
    assertThat(sum).isCloseTo(country, within(0.5));
  }

  @Test
  @DisplayName("The weights of the compared provinces are the published figures of the samples")
  void weightsAreThePublishedFigures() {
    Map<String, Double> published = PublishedFigures.read("published-population.csv")
        .values("population_thousand", "pre2025", 2024, "vn_population.csv");
    Map<String, Double> amounts = TerritoryFiles.splitAmounts().stream()
        .filter(amount -> amount.weightVariable().equals("population"))
        .collect(Collectors.toMap(SplitAmount::unitId, SplitAmount::amount));
    assertThat(amounts).containsAllEntriesOf(published);
    assertThat(published).hasSize(15);
  }

  @Test
  @DisplayName("Vĩnh Long of 2025 is split by population into 30.8 % Vĩnh Long, 38.8 % Bến Tre and 30.4 % Trà Vinh")
  void vinhLongIsSplitByPopulation() {
    Map<String, Double> weights = TERRITORY.crosswalk(Basis.UNITS_2025, Basis.UNITS_2004).from("vinh-long-2025")
        .stream().collect(Collectors.toMap(CrosswalkRow::toUnitId, CrosswalkRow::weight));
    assertThat(weights.get("vinh-long-2004")).isCloseTo(1037.3 / 3367.5, within(1e-12));
    assertThat(weights.get("ben-tre-2004")).isCloseTo(1306.3 / 3367.5, within(1e-12));
    assertThat(weights.get("tra-vinh-2004")).isCloseTo(1023.9 / 3367.5, within(1e-12));
  }

  @Test
  @DisplayName("A sum is given only where all parts are there")
  void sumsNeedAllParts() {
    Crosswalk toNew = TERRITORY.crosswalk(Basis.UNITS_2004, Basis.UNITS_2025);
    assertThat(toNew.sums(Map.of("vinh-long-2004", 1.0, "ben-tre-2004", 2.0))).isEmpty();
    assertThat(toNew.sums(Map.of("vinh-long-2004", 1.0, "ben-tre-2004", 2.0, "tra-vinh-2004", 4.0)))
        .containsExactly(Map.entry("vinh-long-2025", 7.0));
  }

  @Test
  @DisplayName("A weight variable without figures is refused and the known ones are named")
  void unknownWeightVariableIsRefused() {
    assertThatThrownBy(() -> TERRITORY.crosswalk(Basis.UNITS_2025, Basis.UNITS_2004, "area"))
        .hasMessageContaining("'area'").hasMessageContaining("population");
  }

  private static Set<String> ids(List<Unit> units) {
    return units.stream().map(Unit::id).collect(Collectors.toSet());
  }
}
