package vn.cuulong.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The statistics office published the new units for years in which they did not exist; we must get the same. */
class BackCastTest {
  private static final Territory TERRITORY = Territory.standard();
  private static final PublishedFigures GRDP = PublishedFigures.read("published-grdp.csv");
  private static final PublishedFigures POPULATION = PublishedFigures.read("published-population.csv");
  private static final double THREE_DECIMALS = 0.0005;
  private static final List<String> NEW_UNITS = List.of("an-giang-2025", "ca-mau-2025", "can-tho-2025",
      "dong-thap-2025", "tay-ninh-2025", "vinh-long-2025");

  @ParameterizedTest
  @ValueSource(ints = {2020, 2021, 2022})
  @DisplayName("GRDP per person of the old provinces, weighted by population, is the published value of the new units")
  void weightedOldProvincesGiveNewUnits(int year) {
    Map<String, Double> published = GRDP.values("grdp_per_capita", "post2025", year, "PL.V03.02");
    Map<String, Double> computed =
        TERRITORY.crosswalk(Basis.UNITS_2004, Basis.UNITS_2025).ratios(perPerson(year), persons(year));
    assertThat(published).containsKeys(NEW_UNITS.toArray(String[]::new));
    assertThat(computed).containsOnlyKeys(NEW_UNITS);
    computed.forEach((unit, value) ->
        assertThat(value).as("%s %d", unit, year).isCloseTo(published.get(unit), within(THREE_DECIMALS)));
  }

  @ParameterizedTest
  @ValueSource(ints = {2020, 2021, 2022})
  @DisplayName("The region that the statistics office back-casts is the one of five units, without Tây Ninh")
  void backCastRegionIsFiveUnits(int year) {
    double published =
        GRDP.values("grdp_per_capita", "post2025", year, "PL.V03.02").get("mekong-delta-5");
    assertThat(regionPerPerson("mekong-delta-5", year)).isCloseTo(published, within(THREE_DECIMALS));
    assertThat(regionPerPerson("mekong-delta-6", year)).isNotCloseTo(published, within(1.0));
    assertThat(regionPerPerson("mekong-delta-13", year)).isNotCloseTo(published, within(1.0));
  }

  @ParameterizedTest
  @ValueSource(ints = {2019, 2020, 2021, 2022, 2023, 2024})
  @DisplayName("The region on the old map is the one of thirteen provinces")
  void oldRegionIsThirteenProvinces(int year) {
    double published = GRDP.values("grdp_per_capita", "pre2025", year, "V03.12").get("mekong-delta-13");
    assertThat(regionPerPerson("mekong-delta-13", year)).isCloseTo(published, within(THREE_DECIMALS));
  }

  @ParameterizedTest
  @ValueSource(ints = {2020, 2024})
  @DisplayName("Population of the old provinces adds up to the published population of the new units")
  void populationAddsUp(int year) {
    Map<String, Double> published = POPULATION.values("population_thousand", "post2025", year, "PL.V02");
    Map<String, Double> sums = TERRITORY.crosswalk(Basis.UNITS_2004, Basis.UNITS_2025).sums(persons(year));
    assertThat(sums).containsOnlyKeys(NEW_UNITS);
    // Old provinces are published in hundreds of persons, so three of them round off up to 150.
    sums.forEach((unit, sum) -> assertThat(sum).as("%s %d", unit, year).isCloseTo(published.get(unit), within(0.15)));
  }

  private static double regionPerPerson(String regionId, int year) {
    Map<String, Double> perPerson = perPerson(year);
    Map<String, Double> persons = persons(year);
    double value = 0;
    double people = 0;
    for (Unit unit : TERRITORY.members(regionId, Basis.UNITS_2004)) {
      value += perPerson.get(unit.id()) * persons.get(unit.id());
      people += persons.get(unit.id());
    }
    return value / people;
  }

  private static Map<String, Double> perPerson(int year) {
    return new HashMap<>(GRDP.values("grdp_per_capita", "pre2025", year, "V03.12"));
  }

  private static Map<String, Double> persons(int year) {
    return POPULATION.values("population_thousand", "pre2025", year, "vn_population.csv");
  }
}
