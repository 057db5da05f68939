package vn.cuulong.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MoransITest {
  private static final Draws STREAM = Draws.seeded(9).of("moran");

  @Test
  @DisplayName("I and its moments on the lattice of three by three are the published ones")
  void lattice() {
    Map<String, String> published = new HashMap<>();
    VectorFile.rows("moran_lattice3x3.csv").forEach(row -> published.put(row.get("quantity"), row.get("value")));
    MoransI moran = MoransI.of(values(9, i -> i + 1), lattice(3), STREAM, 99);
    assertThat(moran.value()).isCloseTo(Double.parseDouble(published.get("I")), within(1e-15));
    assertThat(moran.expected()).isEqualTo(Double.parseDouble(published.get("EI")));
    assertThat(moran.randomVariance()).isCloseTo(Double.parseDouble(published.get("VI_rand")), within(1e-15));
    assertThat(moran.normalVariance()).isCloseTo(Double.parseDouble(published.get("VI_norm")), within(1e-15));
  }

  @Test
  @DisplayName("Up to nine units every arrangement is counted: mean and variance over them are the formulas'")
  void allArrangements() {
    Map<String, Double> values = values(6, i -> (i * i * 7) % 11);
    SpatialWeights weights = SpatialWeights.binary(Map.of("u00", List.of("u01", "u02"), "u01", List.of("u02"),
        "u02", List.of("u03"), "u03", List.of("u04"), "u04", List.of("u05")));
    MoransI moran = MoransI.of(values, weights, STREAM, 99);
    assertThat(moran.isExact()).isTrue();
    assertThat(moran.arrangements()).isEqualTo(720);
    List<Double> all = new ArrayList<>();
    permutations(new ArrayList<>(), new ArrayList<>(values.values()), arranged -> {
      Map<String, Double> moved = values(6, arranged::get);
      all.add(MoransI.of(moved, weights, STREAM, 99).value());
    });
    double[] every = all.stream().mapToDouble(Double::doubleValue).toArray();
    double mean = StableSum.mean(every);
    assertThat(mean).isCloseTo(moran.expected(), within(1e-13));
    assertThat(DrawSummary.of(every, 0.9).deviation() * DrawSummary.of(every, 0.9).deviation() * 719 / 720)
        .isCloseTo(moran.randomVariance(), within(1e-12));
    assertThat(moran.probabilityAbove())
        .isEqualTo(all.stream().filter(i -> i >= moran.value() - 1e-9).count() / 720.0);
    assertThat(moran.probabilityBothSides()).isEqualTo(all.stream()
        .filter(i -> Math.abs(i - moran.expected()) >= Math.abs(moran.value() - moran.expected()) - 1e-9)
        .count() / 720.0);
  }

  @Test
  @DisplayName("With more units, random arrangements find a slope unlikely and noise not, the same bits each time")
  void randomArrangements() {
    MoransI slope = MoransI.of(values(16, i -> i), lattice(4), STREAM, 9999);
    assertThat(slope.isExact()).isFalse();
    assertThat(slope.probabilityAbove()).isLessThan(0.001);
    assertThat(MoransI.of(values(16, i -> i), lattice(4), STREAM, 9999)).isEqualTo(slope);
    MoransI noise = MoransI.of(values(16, i -> (i * 37) % 17), lattice(4).rowStandardised(), STREAM, 9999);
    assertThat(noise.probabilityBothSides()).isGreaterThan(0.1);
    // The share above is near that of the normal distribution with the moments of the formulas.
    double z = (noise.value() - noise.expected()) / Math.sqrt(noise.randomVariance());
    assertThat(noise.probabilityAbove()).isCloseTo(1 - StandardNormal.probability(z), within(0.05));
  }

  @Test
  @DisplayName("Neither the order of units nor the unit of measurement changes anything")
  void orderAndScale() {
    SplittableRandom random = new SplittableRandom(9);
    Map<String, Double> values = values(16, i -> random.nextDouble());
    MoransI moran = MoransI.of(values, lattice(4), STREAM, 499);
    List<String> ids = new ArrayList<>(values.keySet());
    Map<String, Double> moved = new LinkedHashMap<>();
    for (int i : Shuffle.order(16, random)) {
      moved.put(ids.get(i), values.get(ids.get(i)));
    }
    assertThat(MoransI.of(moved, lattice(4), STREAM, 499)).isEqualTo(moran);
    for (double scale : new double[] {1e-13, 1e13}) {
      Map<String, Double> scaled = new HashMap<>();
      values.forEach((id, value) -> scaled.put(id, scale * value));
      MoransI other = MoransI.of(scaled, lattice(4), STREAM, 499);
      assertThat(other.value()).isCloseTo(moran.value(), within(1e-12));
      assertThat(other.randomVariance()).isCloseTo(moran.randomVariance(), within(1e-12));
      assertThat(other.probabilityAbove()).isEqualTo(moran.probabilityAbove());
    }
  }

  @Test
  @DisplayName("Only borders among units with values count, and a unit without neighbours stays in")
  void someUnits() {
    Map<String, Double> values = values(9, i -> i + 1);
    values.remove("u04");
    MoransI moran = MoransI.of(values, lattice(3), STREAM, 99);
    assertThat(moran.expected()).isEqualTo(-1 / 7.0);
    // The ring of eight round the middle has eight borders: 2 · sum z z' over them, worked by hand.
    assertThat(moran.value()).isCloseTo(8 / 16.0 * 2 * (-4 * -3 + -3 * -2 + -2 * 1 + 1 * 4 + 4 * 3 + 3 * 2 + 2 * -1
        + -1 * -4) / 60.0, within(1e-14));
  }

  @Test
  @DisplayName("Without variation, neighbours or knowledge of a unit there is no answer")
  void refusals() {
    assertThatThrownBy(() -> MoransI.of(values(9, i -> 5.1), lattice(3), STREAM, 99))
        .isInstanceOf(MethodException.class).hasMessageContaining("5.1");
    assertThatThrownBy(() -> MoransI.of(values(3, i -> i), lattice(3), STREAM, 99))
        .isInstanceOf(MethodException.class).hasMessageContaining("3");
    assertThatThrownBy(() -> MoransI.of(values(10, i -> i), lattice(3), STREAM, 99))
        .isInstanceOf(MethodException.class).hasMessageContaining("u09");
    assertThatThrownBy(() -> MoransI.of(Map.of("a", 1.0, "b", 2.0, "c", 3.0, "d", 4.0), SpatialWeights.binary(
        Map.of("a", List.of(), "b", List.of(), "c", List.of(), "d", List.of())), STREAM, 99))
        .isInstanceOf(MethodException.class).hasMessageContaining("neighbours");
    assertThatThrownBy(() -> SpatialWeights.binary(Map.of("a", List.of("a")))).isInstanceOf(MethodException.class);
  }

  private static void permutations(List<Double> begun, List<Double> left, Consumer<List<Double>> use) {
    if (left.isEmpty()) {
      use.accept(begun);
    }
    for (int i = 0; i < left.size(); i++) {
      List<Double> more = new ArrayList<>(begun);
      List<Double> fewer = new ArrayList<>(left);
      more.add(fewer.remove(i));
      permutations(more, fewer, use);
    }
  }

  private static Map<String, Double> values(int n, IntToDoubleFunction value) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (int i = 0; i < n; i++) {
      values.put(id(i), value.applyAsDouble(i));
    }
    return values;
  }

  private static SpatialWeights lattice(int side) {
    Map<String, List<String>> neighbours = new HashMap<>();
    for (int i = 0; i < side * side; i++) {
      List<String> beside = new ArrayList<>();
      if (i % side > 0) {
        beside.add(id(i - 1));
      }
      if (i >= side) {
        beside.add(id(i - side));
      }
      neighbours.put(id(i), beside);
    }
    return SpatialWeights.binary(neighbours);
  }

  private static String id(int i) {
    return "u" + i / 10 + i % 10;
  }
}
