package vn.cuulong.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DigitalLinkagesTest {
  private static final long SEED = 2021;

  @Test
  void millerAndBlairWithOneDigitalSector() {
    DigitalLinkages linkages = DigitalLinkages.of(PublishedTables.millerBlair(), List.of("1"));
    double expected = PublishedTables.vector(VectorFile.rows("io_miller_blair_ch2.csv"),
        "digital_dependent_VA_if_sector1_digital")[0];
    assertThat(linkages.total()).isCloseTo(expected, within(1e-10));
    assertThat(linkages.forward()).isCloseTo(650, within(1e-10));
    assertThat(linkages.backward()).isCloseTo(350, within(1e-10));
    assertThat(linkages.both()).isCloseTo(285.3135313531353, within(1e-10));
    assertThat(linkages.share()).isCloseTo(expected / 2050, within(1e-12));
    assertThat(linkages.warnings()).isEmpty();
  }

  @Test
  void theClosedFormHoldsWhereValueAddedTakesAllOtherInputs() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 50; round++) {
      InputOutputTable table = withoutImports(random, 8);
      List<String> digital = List.of("i101", "i104", "i105");
      DigitalLinkages linkages = DigitalLinkages.of(table, digital);
      double closed = -linkages.both();
      for (String industry : digital) {
        closed += table.valueAdded()[table.indexOf(industry)] + table.allFinalDemand()[table.indexOf(industry)];
      }
      assertThat(linkages.total()).as("seed %d round %d", SEED, round).isCloseTo(closed, within(1e-8));
    }
  }

  @Test
  void theTotalLiesBetweenCoreAndGdpAndGrowsWithEachDigitalIndustry() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 50; round++) {
      InputOutputTable table = PublishedTables.random(random, 8).domestic();
      TreeSet<String> digital = new TreeSet<>();
      double before = 0;
      for (String industry : table.industries()) {
        digital.add(industry);
        DigitalLinkages linkages = DigitalLinkages.of(table, digital);
        assertThat(linkages.total()).as("seed %d round %d", SEED, round)
            .isGreaterThanOrEqualTo(before - 1e-9).isGreaterThanOrEqualTo(linkages.forward() - 1e-9)
            .isLessThanOrEqualTo(linkages.valueAdded() * (1 + 1e-12));
        before = linkages.total();
      }
      assertThat(before).isCloseTo(StableSum.of(table.valueAdded()), within(1e-8));
    }
  }

  @Test
  void severalDigitalSectorsCountAsTheOneThatAddsThemUp() {
    // 1a and 1b buy in the same proportions from both sectors, so they are sector 1 of Miller and Blair split in two.
    InputOutputTable split = new InputOutputTable(List.of("1a", "1b", "2"),
        new double[][] {{30, 60, 200}, {30, 30, 300}, {80, 120, 100}}, new double[] {110, 240, 1700}, new double[3],
        new double[3], new double[3], new double[] {260, 390, 1400}, new double[] {400, 600, 2000});
    DigitalLinkages whole = DigitalLinkages.of(PublishedTables.millerBlair(), List.of("1"));
    DigitalLinkages parts = DigitalLinkages.of(split, List.of("1a", "1b"));
    assertThat(parts.both()).isCloseTo(whole.both(), within(1e-10));
    assertThat(parts.total()).isCloseTo(whole.total(), within(1e-10));
  }

  @Test
  void anyOrderOfIndustriesGivesTheSameBits() {
    SplittableRandom random = new SplittableRandom(SEED);
    InputOutputTable table = PublishedTables.random(random, 12);
    DigitalLinkages expected = DigitalLinkages.of(table.domestic(), List.of("i103", "i107"));
    for (int round = 0; round < 30; round++) {
      InputOutputTable shuffled = PublishedTables.shuffled(table, Shuffle.order(12, random));
      assertThat(DigitalLinkages.of(shuffled.domestic(), List.of("i107", "i103"))).as("seed %d round %d", SEED, round)
          .isEqualTo(expected);
    }
  }

  @Test
  void anotherUnitChangesNoShare() {
    InputOutputTable table = PublishedTables.random(new SplittableRandom(SEED), 12);
    double expected = DigitalLinkages.of(table.domestic(), List.of("i103", "i107")).share();
    for (double unit : new double[] {1e-13, 1e13}) {
      assertThat(DigitalLinkages.of(PublishedTables.times(table, unit).domestic(), List.of("i103", "i107")).share())
          .isCloseTo(expected, within(1e-12));
    }
  }

  @Test
  void industriesWithoutValueAddedAreNamedInAWarning() {
    InputOutputTable table = PublishedTables.twoRegions();
    assertThat(DigitalLinkages.of(table, List.of("reg1.sector1")).warnings())
        .containsExactly("value added is not above 0 in reg1.sector2, reg2.sector2");
  }

  @Test
  void finalDemandBelowZeroIsNamedInAWarning() {
    InputOutputTable table = new InputOutputTable(List.of("1", "2"), new double[][] {{150, 900}, {200, 100}},
        new double[] {-50, 1700}, new double[2], new double[2], new double[2], new double[] {650, 1000},
        new double[] {1000, 2000});
    assertThat(DigitalLinkages.of(table, List.of("1")).warnings())
        .containsExactly("final demand is below 0 in 1: take changes of stocks out first");
  }

  @Test
  void aCompetitiveTableAndAnEmptyListAreRefused() {
    InputOutputTable table = PublishedTables.random(new SplittableRandom(SEED), 4);
    assertThatThrownBy(() -> DigitalLinkages.of(table, List.of("i101"))).isInstanceOf(MethodException.class)
        .hasMessageContaining("include imports");
    assertThatThrownBy(() -> DigitalLinkages.of(table.domestic(), List.of())).isInstanceOf(MethodException.class)
        .hasMessageContaining("no industry is digital");
    assertThatThrownBy(() -> DigitalLinkages.of(table.domestic(), List.of("62")))
        .isInstanceOf(MethodException.class).hasMessageContaining("62 is unknown");
  }

  private static InputOutputTable withoutImports(SplittableRandom random, int n) {
    InputOutputTable domestic = PublishedTables.random(random, n).domestic();
    double[] valueAdded = new double[n];
    Arrays.setAll(valueAdded, j -> domestic.valueAdded()[j] + domestic.otherInputs()[j]);
    return new InputOutputTable(domestic.industries(), domestic.flows(), domestic.finalDemand(), domestic.exports(),
        new double[n], new double[n], valueAdded, domestic.output());
  }
}
