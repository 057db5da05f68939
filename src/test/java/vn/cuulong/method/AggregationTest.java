package vn.cuulong.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.cuulong.method.Aggregation.Kind;
import vn.cuulong.method.Aggregation.Span;

class AggregationTest {
  @Test
  void yearsOfQuartersAreBlocksOfOnesAndUncoveredQuartersAreZeros() {
    Aggregation years = Aggregation.regular(7, 1, 4, 2, Kind.SUM);
    assertThat(years.matrix().getRow(0)).containsExactly(0, 0, 1, 1, 1, 1, 0);
    assertThat(years.coveredUntil()).isEqualTo(6);
  }

  @Test
  void anAverageWeighsItsPeriodsAlike() {
    Aggregation years = Aggregation.regular(8, 2, 4, 0, Kind.AVERAGE);
    assertThat(years.matrix().getRow(1)).containsExactly(0, 0, 0, 0, 0.25, 0.25, 0.25, 0.25);
    assertThat(years.of(new double[] {1, 2, 3, 4, 5, 6, 7, 10})).containsExactly(2.5, 7);
  }

  @Test
  void spansOfUnequalLengthMayOverlap() {
    Aggregation mixed = new Aggregation(4, List.of(new Span(0, 3), new Span(1, 1)), Kind.SUM);
    assertThat(mixed.of(new double[] {1, 2, 4, 8})).containsExactly(15, 2);
    assertThat(mixed.matrix().operate(new double[] {1, 2, 4, 8})).containsExactly(15, 2);
  }

  @Test
  void aSpanOutsideThePathIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> new Aggregation(4, List.of(new Span(1, 4)), Kind.SUM))
        .isInstanceOf(MethodException.class).hasMessageContaining("benchmark 1 covers periods 1 to 4");
    assertThatThrownBy(() -> new Aggregation(4, List.of(new Span(2, 1)), Kind.SUM))
        .isInstanceOf(MethodException.class);
    assertThatThrownBy(() -> new Aggregation(4, List.of(), Kind.SUM))
        .isInstanceOf(MethodException.class).hasMessageContaining("no benchmark");
    assertThatThrownBy(() -> Aggregation.sums(7, 2, 4))
        .isInstanceOf(MethodException.class).hasMessageContaining("do not fit a path of 7");
  }

  @Test
  void aPathOfAnotherLengthIsRefused() {
    assertThatThrownBy(() -> Aggregation.sums(8, 2, 4).of(new double[7]))
        .isInstanceOf(MethodException.class).hasMessageContaining("7 periods and the aggregation 8");
  }
}
