package vn.cuulong.mart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.cuulong.territory.Basis;
import vn.cuulong.territory.CrosswalkRow;
import vn.cuulong.territory.Territory;

class PlacesTest {
  private final Territory territory = Territory.standard();
  private final Places places = new Places(territory);

  @Test
  void oldProvincesGoToTheNewUnitAsAWhole() {
    assertThat(targets("hau-giang-2004", Basis.UNITS_2025))
        .containsExactlyInAnyOrder("can-tho-2025", "mekong-delta-5", "mekong-delta-6");
    assertThat(targets("long-an-2004", Basis.UNITS_2025)).containsExactlyInAnyOrder("tay-ninh-2025", "mekong-delta-6");
    assertThat(places.places()).filteredOn(place -> place.basis() == Basis.UNITS_2025)
        .noneMatch(Place::isSplit);
  }

  @Test
  void aNewUnitIsSplitOnlyWhereItsLandCrossesTheTarget() {
    assertThat(splits("can-tho-2025"))
        .containsExactlyInAnyOrder("can-tho-2004", "hau-giang-2004", "soc-trang-2004");
    assertThat(splits("tay-ninh-2025"))
        .containsExactlyInAnyOrder("long-an-2004", "tay-ninh-2004", "mekong-delta-13");
    assertThat(targets("tay-ninh-2025", Basis.UNITS_2004)).contains("mekong-delta-6").doesNotContain("mekong-delta-5");
  }

  @Test
  void regionsAsPublishedFollowTheDayOnWhichTheyStood() {
    LocalDate change = LocalDate.of(2025, 7, 1);
    assertThat(places.places()).filteredOn(place -> place.basis() == Basis.AS_PUBLISHED)
        .allSatisfy(place -> {
          if (place.unitId().equals("mekong-delta-13")) {
            assertThat(place.until()).isEqualTo(change);
          } else if (place.unitId().startsWith("mekong-delta")) {
            assertThat(place.from()).isEqualTo(change);
          }
        });
  }

  @Test
  void theStepsOfASplitMultiplyToTheWeightsOfTheCrosswalk() {
    for (CrosswalkRow row : territory.crosswalk(Basis.UNITS_2025, Basis.UNITS_2004).rows()) {
      places.places().stream()
          .filter(place -> place.isSplit() && place.recordedUnitId().equals(row.fromUnitId())
              && place.unitId().equals(row.toUnitId()))
          .forEach(place -> {
            BigDecimal left = BigDecimal.ONE;
            BigDecimal taken = BigDecimal.ZERO;
            for (BigDecimal fraction : place.fractions()) {
              taken = left.multiply(fraction);
              left = left.subtract(taken);
            }
            assertThat(taken.doubleValue()).as("%s", row).isCloseTo(row.weight(), within(1e-11));
          });
    }
  }

  @Test
  void everyRecordedUnitReachesAllItsLandOnceOnEachMap() {
    Set<String> recorded = places.places().stream().map(Place::recordedUnitId).collect(Collectors.toSet());
    for (String unit : recorded) {
      for (Basis basis : Basis.values()) {
        List<Place> ways = places.places().stream()
            .filter(place -> place.recordedUnitId().equals(unit) && place.basis() == basis
                && !place.unitId().startsWith("mekong-delta")).toList();
        long land = ways.stream().mapToLong(Place::land).reduce(0, (a, b) -> a | b);
        assertThat(land).as("%s on %s", unit, basis).isEqualTo(places.land(unit));
        assertThat(ways.stream().mapToLong(place -> Long.bitCount(place.land())).sum())
            .as("%s on %s: no land twice", unit, basis).isEqualTo(Long.bitCount(land));
      }
    }
  }

  @Test
  void aUnitIsComparedWithTheOfficialRegionOrElseWithTheWideOne() {
    assertThat(region(Basis.UNITS_2004, "long-an-2004")).isEqualTo("mekong-delta-13");
    assertThat(region(Basis.UNITS_2004, "tay-ninh-2004")).isEqualTo("mekong-delta-6");
    assertThat(region(Basis.UNITS_2025, "can-tho-2025")).isEqualTo("mekong-delta-5");
    assertThat(region(Basis.UNITS_2025, "tay-ninh-2025")).isEqualTo("mekong-delta-6");
    assertThat(region(Basis.UNITS_2004, "vinh-phuc-2008")).isNull();
  }

  private Set<String> targets(String recorded, Basis basis) {
    return places.places().stream()
        .filter(place -> place.recordedUnitId().equals(recorded) && place.basis() == basis && !place.isSplit())
        .map(Place::unitId).collect(Collectors.toSet());
  }

  private Set<String> splits(String recorded) {
    return places.places().stream().filter(place -> place.recordedUnitId().equals(recorded) && place.isSplit())
        .map(Place::unitId).collect(Collectors.toSet());
  }

  private String region(Basis basis, String unit) {
    return places.areas().stream().filter(area -> area.basis() == basis && area.unitId().equals(unit))
        .findFirst().orElseThrow().regionId();
  }
}
