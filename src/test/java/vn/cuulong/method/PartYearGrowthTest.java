package vn.cuulong.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vn.cuulong.method.PartYearGrowth.Span;

class PartYearGrowthTest {
  private static final double[] EQUAL = {1, 1, 1, 1};

  /** Bạc Liêu 2024 as its statistics office published it: Q1 5.02 %, Q3 6.96 %, nine months 6.32 %. */
  @Test
  void quartersWithoutAFigureTakeWhatTheOthersLeave() {
    double[] factors = PartYearGrowth.quarters(List.of(new Span(0, 2, 1.0632), new Span(0, 0, 1.0502),
        new Span(2, 2, 1.0696), new Span(0, 3, 1.0706)), EQUAL);
    assertThat(factors[1]).isCloseTo(3 * 1.0632 - 1.0502 - 1.0696, within(1e-12));
    assertThat(factors[3]).isCloseTo(4 * 1.0706 - 3 * 1.0632, within(1e-12));
  }

  @Test
  void aYearAloneMovesAllItsQuartersAlikeAndNothingMovesNone() {
    assertThat(PartYearGrowth.quarters(List.of(new Span(0, 3, 1.05)), EQUAL)).containsExactly(1.05, 1.05, 1.05, 1.05);
    assertThat(PartYearGrowth.quarters(List.of(), EQUAL)).containsOnly(Double.NaN);
  }

  @Test
  void figuresThatContradictEachOtherLeaveNoMadQuarter() {
    double[] factors = PartYearGrowth.quarters(List.of(new Span(0, 2, 1.9), new Span(0, 3, 1.05)), EQUAL);
    assertThat(factors[3]).as("1.05 of the year is what is said of it, not 4.2 - 5.7").isEqualTo(1.05);
  }

  @Test
  void everyPeriodIsMetByItsQuartersWhateverTheOrderOfTheFigures() {
    long seed = 20260930;
    SplittableRandom random = new SplittableRandom(seed);
    for (int n = 0; n < 200; n++) {
      double[] weights = random.doubles(4, 0.8, 1.2).toArray();
      List<Span> spans = new ArrayList<>(List.of(new Span(0, 0, random.nextDouble(0.98, 1.1)),
          new Span(0, 1, random.nextDouble(0.98, 1.1)), new Span(0, 2, random.nextDouble(0.98, 1.1)),
          new Span(0, 3, random.nextDouble(0.98, 1.1))));
      double[] factors = PartYearGrowth.quarters(spans, weights);
      for (Span span : spans) {
        double moved = 0;
        for (int q = span.first(); q <= span.last(); q++) {
          moved += weights[q] * factors[q];
        }
        assertThat(moved / span.sum(weights)).as("seed %s, case %s, %s", seed, n, span)
            .isCloseTo(span.factor(), within(1e-12));
      }
      Collections.shuffle(spans, new Random(n));
      assertThat(PartYearGrowth.quarters(spans, weights)).as("seed %s, case %s", seed, n).containsExactly(factors);
    }
  }

  @Test
  void aPeriodThatIsNotMadeOfQuartersIsNoSpan() {
    assertThat(Span.of(figure("2024-01-01", "2024-09-30"))).isEqualTo(new Span(0, 2, 1.0632));
    assertThat(Span.of(figure("2024-10-01", "2024-12-31"))).isEqualTo(new Span(3, 3, 1.0632));
    assertThat(Span.of(figure("2024-01-01", "2024-08-31"))).isNull();
    assertThat(Span.of(figure("2024-02-01", "2024-03-31"))).isNull();
    assertThat(Span.of(figure("2023-01-01", "2024-12-31"))).isNull();
  }

  private static Figure figure(String start, String end) {
    return new Figure("grdp_growth", "bac-lieu-2004", LocalDate.parse(start), LocalDate.parse(end), 6.32, "estimate",
        null, "press");
  }
}
