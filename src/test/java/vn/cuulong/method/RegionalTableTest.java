package vn.cuulong.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RegionalTableTest {
  private static final long SEED = 1997;

  @Test
  void aRegionBuysAtHomeNoMoreThanTheNationUses() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 100; round++) {
      InputOutputTable nation = PublishedTables.random(random, 2 + random.nextInt(12)).domestic();
      LocationQuotients presence = presence(nation, random);
      double[][] national = nation.coefficients();
      for (double[][] quotients : List.of(presence.crossIndustry(), presence.flegg(0.25),
          presence.augmentedFlegg(0.25))) {
        RegionalTable region = RegionalTable.of(nation, presence, quotients);
        for (int i = 0; i < national.length; i++) {
          for (int j = 0; j < national.length; j++) {
            assertThat(region.coefficients()[i][j]).as("seed %d round %d", SEED, round)
                .isBetween(0.0, national[i][j]);
            assertThat(region.imports()[i][j]).isEqualTo(national[i][j] - region.coefficients()[i][j]);
          }
        }
        assertThat(Arrays.stream(region.table().allFinalDemand()).min().orElseThrow())
            .as("seed %d round %d", SEED, round).isNotNegative();
      }
    }
  }

  @Test
  void theNationAsARegionIsItself() {
    InputOutputTable nation = PublishedTables.random(new SplittableRandom(SEED), 9).domestic();
    LocationQuotients all = new LocationQuotients(nation.industries(), nation.valueAdded(), nation.valueAdded());
    RegionalTable region = RegionalTable.of(nation, all, all.flegg(0.3));
    assertThat(region.coefficients()).isDeepEqualTo(nation.coefficients());
    assertThat(region.scaledRows()).isEmpty();
    assertThat(DigitalLinkages.of(region.table(), List.of("i102")).share())
        .isCloseTo(DigitalLinkages.of(nation, List.of("i102")).share(), within(1e-12));
  }

  @Test
  void theRegionKeepsItsValueAdded() {
    SplittableRandom random = new SplittableRandom(SEED);
    InputOutputTable nation = PublishedTables.random(random, 9).domestic();
    LocationQuotients presence = presence(nation, random);
    InputOutputTable table = RegionalTable.of(nation, presence, presence.flegg(0.2)).table();
    double[] expected = Arrays.stream(presence.region()).filter(value -> value > 0).toArray();
    assertThat(table.valueAdded()).containsExactly(expected, within(1e-10));
    assertThat(table.industries()).hasSize(expected.length);
  }

  @Test
  void aRowThatWouldSellMoreThanItMakesIsScaledAndNamed() {
    InputOutputTable nation = new InputOutputTable(List.of("a", "b"), new double[][] {{0, 90}, {10, 10}},
        new double[] {10, 180}, new double[2], new double[2], new double[2], new double[] {90, 100},
        new double[] {100, 200});
    LocationQuotients presence = new LocationQuotients(nation.industries(), new double[] {9, 20},
        new double[] {90, 100});
    RegionalTable region = RegionalTable.of(nation, presence, new double[][] {{1, 1}, {1, 1}});
    assertThat(region.scaledRows()).containsExactly("a");
    assertThat(region.table().flows()[0][1]).isCloseTo(10, within(1e-12));
    assertThat(region.table().finalDemand()[0]).isZero();
    assertThat(region.imports()[0][1]).isCloseTo(0.45 - 0.25, within(1e-12));
  }

  @Test
  void withoutTheSizeOfTheRegionMoreIsBoughtAtHome() {
    SplittableRandom random = new SplittableRandom(SEED);
    InputOutputTable nation = PublishedTables.random(random, 9).domestic();
    LocationQuotients presence = presence(nation, random);
    double linked = Double.POSITIVE_INFINITY;
    for (double delta : new double[] {0, 0.2, 0.25, 0.3}) {
      double[][] imports = RegionalTable.of(nation, presence, presence.flegg(delta)).imports();
      double kept = -Arrays.stream(imports).flatMapToDouble(Arrays::stream).sum();
      assertThat(kept).isLessThanOrEqualTo(linked);
      linked = kept;
    }
  }

  @Test
  void aCompetitiveTableAndOtherIndustriesAreRefused() {
    InputOutputTable nation = PublishedTables.random(new SplittableRandom(SEED), 3);
    LocationQuotients all = new LocationQuotients(nation.industries(), nation.valueAdded(), nation.valueAdded());
    assertThatThrownBy(() -> RegionalTable.of(nation, all, all.flegg(0.3))).isInstanceOf(MethodException.class)
        .hasMessageContaining("include imports");
    LocationQuotients others = new LocationQuotients(List.of("x", "y", "z"), nation.valueAdded(), nation.valueAdded());
    assertThatThrownBy(() -> RegionalTable.of(nation.domestic(), others, others.flegg(0.3)))
        .isInstanceOf(MethodException.class).hasMessageContaining("same 3 industries");
  }

  private static LocationQuotients presence(InputOutputTable nation, SplittableRandom random) {
    double[] region = new double[nation.industries().size()];
    Arrays.setAll(region, i -> i > 0 && random.nextInt(5) == 0 ? 0 : nation.valueAdded()[i] * random.nextDouble(0.4));
    return new LocationQuotients(nation.industries(), region, nation.valueAdded());
  }
}
