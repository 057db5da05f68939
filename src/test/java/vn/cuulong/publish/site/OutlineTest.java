package vn.cuulong.publish.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.cuulong.territory.Basis;
import vn.cuulong.territory.Territory;
import vn.cuulong.territory.Unit;

class OutlineTest {
  @Test
  void theBorderBetweenTwoPartsFallsAway() {
    Outline union = Outline.union(List.of(box(0, 0, 1, 1), box(1, 0, 2, 1)));
    assertThat(union.rings()).hasSize(1);
    assertThat(area(union)).isEqualTo(2.0);
    assertThat(union.rings().get(0)).hasSize(7);
  }

  @Test
  void partsThatRunInOppositeDirectionsAreJoinedToo() {
    List<List<Double>> reversed = new ArrayList<>(box(1, 0, 2, 1).rings().get(0));
    java.util.Collections.reverse(reversed);
    assertThat(area(Outline.union(List.of(box(0, 0, 1, 1), new Outline(List.of(reversed)))))).isEqualTo(2.0);
  }

  @Test
  void partsThatDoNotTouchStayApart() {
    assertThat(Outline.union(List.of(box(0, 0, 1, 1), box(5, 0, 6, 1))).rings()).hasSize(2);
  }

  @Test
  void everyUnitOfBothMapsHasAnOutlineAndTheNewOnesAreTheSumOfTheOld() {
    Territory territory = Territory.standard();
    Boundaries shipped = Boundaries.shipped();
    double before = 0;
    double now = 0;
    for (Unit unit : territory.members("mekong-delta-13", Basis.UNITS_2004)) {
      before += area(shipped.of(unit.id(), territory).orElseThrow());
    }
    before += area(shipped.of("tay-ninh-2004", territory).orElseThrow());
    for (Unit unit : territory.members("mekong-delta-6", Basis.UNITS_2025)) {
      now += area(shipped.of(unit.id(), territory).orElseThrow());
    }
    assertThat(now).isCloseTo(before, org.assertj.core.data.Percentage.withPercentage(0.01));
  }

  private static Outline box(double left, double bottom, double right, double top) {
    return new Outline(List.of(List.of(List.of(left, bottom), List.of(right, bottom), List.of(right, top),
        List.of(left, top), List.of(left, bottom))));
  }

  /** The area of the rings, none of which is a hole. */
  private static double area(Outline outline) {
    return outline.rings().stream().flatMap(Stream::of).mapToDouble(ring -> {
      double twice = 0;
      for (int i = 1; i < ring.size(); i++) {
        twice += ring.get(i - 1).get(0) * ring.get(i).get(1) - ring.get(i).get(0) * ring.get(i - 1).get(1);
      }
      return Math.abs(twice) / 2;
    }).sum();
  }
}
