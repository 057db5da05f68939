package vn.cuulong.mart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vn.cuulong.contract.Bilingual;
import vn.cuulong.contract.Indicator;
import vn.cuulong.contract.Indicator.Direction;
import vn.cuulong.contract.Indicator.Kind;
import vn.cuulong.contract.TableName;
import vn.cuulong.method.RankProbabilities;
import vn.cuulong.territory.Basis;
import vn.cuulong.territory.Territory;

class StandingsTest {
  private static final Cohort SIX = Cohort.all(Territory.standard()).get(Basis.UNITS_2025);
  private static final List<String> UNITS = List.copyOf(SIX.members());

  @Test
  void ranksPercentilesAndLeadersAgreeWhateverTheValuesAndTheirOrder() {
    for (long seed = 1; seed <= 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Direction direction = Direction.values()[random.nextInt(3)];
      Map<String, Observation> units = new LinkedHashMap<>();
      UNITS.forEach(unit -> units.put(unit, one(unit, direction, random.nextInt(-3, 4), null, null)));
      Standings standings = new Standings(SIX, units);
      double sign = direction == Direction.LOWER ? -1 : 1;
      for (Observation one : units.values()) {
        long rank = standings.rank(one.value());
        long better = units.values().stream().filter(other -> sign * other.value() > sign * one.value()).count();
        assertThat(rank).as("seed %s", seed).isEqualTo(better + 1);
        assertThat(standings.percentile(one.value())).as("seed %s", seed).isBetween(0.0, 1.0);
        assertThat(standings.leaders().contains(one.unitId())).as("seed %s", seed).isEqualTo(rank == 1);
        assertThat(standings.gap(one.value()) == 0).as("seed %s", seed).isEqualTo(rank == 1);
      }
      double percentiles = units.values().stream().mapToDouble(one -> standings.percentile(one.value())).sum();
      assertThat(percentiles).as("seed %s: ties share, so the sum stays", seed).isCloseTo(3.0, within(1e-12));
      List<String> shuffled = new ArrayList<>(UNITS);
      Collections.shuffle(shuffled, new Random(seed));
      Map<String, Observation> other = new LinkedHashMap<>();
      shuffled.forEach(unit -> other.put(unit, units.get(unit)));
      assertThat(new Standings(SIX, other).mean()).as("seed %s", seed).isEqualTo(standings.mean());
    }
  }

  @Test
  void valuesThatDifferByHowAComputerAddsShareARank() {
    Map<String, Observation> units = new LinkedHashMap<>();
    for (int i = 0; i < UNITS.size(); i++) {
      double value = 0.0652434935203 + i % 2 * 1e-15 + i / 2;
      units.put(UNITS.get(i), one(UNITS.get(i), Direction.HIGHER, value, null, null));
    }
    Standings standings = new Standings(SIX, units);
    assertThat(units.values().stream().map(one -> standings.rank(one.value())))
        .containsExactly(5L, 5L, 3L, 3L, 1L, 1L);
    assertThat(standings.leaders()).containsExactly(UNITS.get(4), UNITS.get(5));
  }

  @Test
  void equalValuesHaveNoZScore() {
    Map<String, Observation> units = new LinkedHashMap<>();
    UNITS.forEach(unit -> units.put(unit, one(unit, Direction.HIGHER, 0.1, null, null)));
    assertThat(new Standings(SIX, units).zScore(0.1)).isNull();
    assertThat(new Standings(SIX, units).leaders()).isEqualTo(UNITS);
  }

  @Test
  void intervalsFarApartMakeRanksSureAndEqualOnesLeaveThemToChance() {
    Map<String, Observation> apart = new LinkedHashMap<>();
    Map<String, Observation> same = new LinkedHashMap<>();
    for (int i = 0; i < UNITS.size(); i++) {
      apart.put(UNITS.get(i), one(UNITS.get(i), Direction.LOWER, 10 * i, 10 * i - 1.0, 10 * i + 1.0));
      same.put(UNITS.get(i), one(UNITS.get(i), Direction.LOWER, 5 + i * 1e-6, 4.0, 6.0));
    }
    RankProbabilities sure = new Standings(SIX, apart).rankProbabilities();
    RankProbabilities chance = new Standings(SIX, same).rankProbabilities();
    for (int i = 0; i < UNITS.size(); i++) {
      assertThat(sure.rank()[i][i]).isEqualTo(1.0);
      assertThat(sure.rankAt(i, 0.025)).isEqualTo(i + 1);
      assertThat(chance.rank()[i][i]).isCloseTo(1 / 6.0, within(0.05));
      assertThat(chance.rankAt(i, 0.025)).isEqualTo(1);
      assertThat(chance.rankAt(i, 0.975)).isEqualTo(6);
    }
  }

  @Test
  void valuesWithoutIntervalsHaveNoRankProbabilities() {
    Map<String, Observation> units = new LinkedHashMap<>();
    UNITS.forEach(unit -> units.put(unit, one(unit, Direction.HIGHER, unit.length(), null, null)));
    assertThat(new Standings(SIX, units).rankProbabilities()).isNull();
  }

  private static Observation one(String unit, Direction direction, double value, Double low, Double high) {
    Indicator indicator = new Indicator("share", TableName.of("mart.shares"), Kind.RATIO, direction, null,
        new Bilingual("Tỷ trọng", "Share"), List.of("ratio"), null, null, null, null, null, false, null);
    Slice slice = new Slice("share", Basis.UNITS_2025, PeriodKind.YEAR, LocalDate.of(2024, 1, 1));
    return new Observation(indicator, slice, unit, value, low, high, null, null, "ratio", List.of(), 0, null, true,
        "estimate", "published");
  }
}
