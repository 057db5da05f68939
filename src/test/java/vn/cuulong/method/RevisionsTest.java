package vn.cuulong.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.cuulong.method.ReleaseTriangle.Release;

class RevisionsTest {
  private static final String ONS = "revisions_ons_gdp_bluebook2020_2023.csv";
  private static final LocalDate DECEMBER_2023 = LocalDate.of(2023, 12, 29);
  private static final LocalDate JANUARY_2025 = LocalDate.of(2025, 1, 6);

  @Test
  @DisplayName("The digital share of Viet Nam was revised by +0.1825 points on average, 0.1875 without signs")
  void vietNam() {
    ReleaseTriangle triangle = vietNamShares();
    RevisionMeasures measures = triangle.between(DECEMBER_2023, JANUARY_2025).measures();
    assertThat(measures.periods()).isEqualTo(4);
    assertThat(measures.mean()).isCloseTo(0.1825, within(1e-12));
    assertThat(measures.meanAbsolute()).isCloseTo(0.1875, within(1e-12));
    assertThat(measures.smallest()).isCloseTo(-0.01, within(1e-12));
    assertThat(measures.largest()).isCloseTo(0.54, within(1e-12));
    assertThat(measures.significant()).contains(false);
    assertThat(triangle.releases()).hasSize(5);
    assertThat(triangle.nth("2022", 1)).hasValue(12.86);
    assertThat(triangle.nth("2022", 2)).hasValue(12.67);
    assertThat(triangle.nth("2022", 5)).isEmpty();
    assertThat(triangle.latest("2022")).hasValue(12.83);
    assertThat(triangle.knownOn("2022", LocalDate.of(2023, 12, 28))).hasValue(12.67);
    assertThat(triangle.knownOn("2022", LocalDate.of(2023, 9, 13))).isEmpty();
    assertThat(triangle.latest("1990")).isEmpty();
    assertThat(triangle.firstToLatest().pairs()).extracting(Revisions.Pair::period)
        .containsExactly("2020", "2021", "2022", "2023");
  }

  @Test
  @DisplayName("The vintages of rjd3revisions: first, second and latest along each row")
  void longView() {
    List<Release> releases = new ArrayList<>();
    for (Map<String, String> row : VectorFile.rows("revisions_rjd3_long_view.csv")) {
      if (!row.get("obs_value").isEmpty()) {
        releases.add(new Release(row.get("time_period"), LocalDate.parse(row.get("rev_date")),
            Double.parseDouble(row.get("obs_value"))));
      }
    }
    ReleaseTriangle triangle = ReleaseTriangle.of(releases);
    assertThat(triangle.firstToLatest().pairs()).containsExactly(new Revisions.Pair("2022Q1", 0.8, 0.7),
        new Revisions.Pair("2022Q2", 0.2, 0.3), new Revisions.Pair("2022Q3", 0.5, 0.7),
        new Revisions.Pair("2022Q4", 0.4, 0.3));
    assertThat(triangle.firstToSecond().pairs()).extracting(Revisions.Pair::later)
        .containsExactly(0.8, 0.1, 0.5, 0.3);
    // Three months after its first value the fourth quarter was not yet that old at the last release.
    assertThat(triangle.after(3).pairs()).containsExactly(new Revisions.Pair("2022Q1", 0.8, 0.7),
        new Revisions.Pair("2022Q2", 0.2, 0.2), new Revisions.Pair("2022Q3", 0.5, 0.7));
    Collections.shuffle(releases, new Random(3));
    assertThat(ReleaseTriangle.of(releases).firstToLatest().measures())
        .isEqualTo(triangle.firstToLatest().measures());
  }

  @Test
  @DisplayName("Each measure is the one worked out by hand")
  void byHand() {
    RevisionMeasures measures = revisions(new double[] {2, 4, 3, 5}, new double[] {3, 4, 5, 6}).measures();
    // R = 1 0 2 1: mean 1, squares around it 0 + 1 + 1 + 0 = 2, neighbours 0 · -1 + -1 · 1 + 1 · 0 = -1.
    assertThat(measures.mean()).isEqualTo(1);
    assertThat(measures.meanAbsolute()).isEqualTo(1);
    assertThat(measures.relativeMeanAbsolute().getAsDouble()).isCloseTo(4 / 18.0, within(1e-15));
    assertThat(measures.deviation().getAsDouble()).isCloseTo(Math.sqrt(2 / 3.0), within(1e-15));
    assertThat(measures.t().getAsDouble()).isCloseTo(1 / Math.sqrt(2 / 3.0 / 4), within(1e-14));
    assertThat(measures.autocorrelation()).hasValue(-0.5);
    assertThat(measures.adjustedT().getAsDouble())
        .isCloseTo(1 / Math.sqrt(2 / 3.0 * 0.5 / (4 * 1.5)), within(1e-14));
    assertThat(measures.theilU1().getAsDouble())
        .isCloseTo(Math.sqrt(6) / (Math.sqrt(86) + Math.sqrt(54)), within(1e-15));
    assertThat(measures.theilU2().getAsDouble()).isCloseTo(
        Math.sqrt(0 + 4 / 16.0 + 1 / 25.0) / Math.sqrt(1 / 9.0 + 1 / 16.0 + 1 / 25.0), within(1e-14));
    // P around its mean 3.5: -1.5 0.5 -0.5 1.5 (squares 5); L around 4.5: -1.5 -0.5 0.5 1.5 (products 4).
    assertThat(measures.slope().slope()).isCloseTo(0.8, within(1e-15));
    assertThat(measures.slope().intercept()).isCloseTo(4.5 - 0.8 * 3.5, within(1e-14));
    assertThat(measures.slope().slopeError()).isCloseTo(Math.sqrt(1.8 / 2 / 5), within(1e-14));
    assertThat(measures.slope().t().getAsDouble()).isCloseTo(-0.2 / Math.sqrt(0.18), within(1e-13));
  }

  @Test
  @DisplayName("Where a measure has no answer it is empty, and no revision at all has none")
  void noAnswer() {
    RevisionMeasures one = revisions(new double[] {2}, new double[] {3}).measures();
    assertThat(one.mean()).isEqualTo(1);
    assertThat(one.deviation()).isEmpty();
    assertThat(one.t()).isEmpty();
    assertThat(one.theilU2()).isEmpty();
    assertThat(one.slope()).isNull();
    RevisionMeasures same = revisions(new double[] {0.1, 0.3, 0.7}, new double[] {0.2, 0.4, 0.8}).measures();
    assertThat(same.t()).as("equal revisions but for rounding").isEmpty();
    assertThat(same.significant()).isEmpty();
    assertThatThrownBy(() -> new Revisions(List.of()).measures()).isInstanceOf(MethodException.class);
    assertThatThrownBy(() -> ReleaseTriangle.of(List.of(new Release("2024", JANUARY_2025, 1),
        new Release("2024", JANUARY_2025, 2)))).isInstanceOf(MethodException.class)
        .hasMessageContaining("2024").hasMessageContaining("1.0").hasMessageContaining("2.0");
  }

  @Test
  @DisplayName("The verdicts of the Office for National Statistics on its mean revisions follow from its t")
  void verdictsOfOns() {
    int checked = 0;
    for (Map<String, String> row : VectorFile.rows(ONS)) {
      String[] span = row.get("timespan").split("-");
      int quarters = quarter(span[1]) - quarter(span[0]) + 1;
      for (String horizon : List.of("T+3", "T+36")) {
        if (!row.get("t_" + horizon).isEmpty()) {
          assertThat(RevisionMeasures.significant(Double.parseDouble(row.get("t_" + horizon)), quarters))
              .as("%s %s", row, horizon).isEqualTo(row.get("sig_" + horizon).equals("Yes"));
          checked++;
        }
      }
    }
    assertThat(checked).isEqualTo(12);
  }

  @Test
  @DisplayName("A table of revisions has the columns and the cells of the one by the Office for National Statistics")
  void tableOfOns() {
    List<Release> releases = new ArrayList<>();
    for (int year = 2010; year <= 2019; year++) {
      LocalDate first = LocalDate.of(year + 1, 3, 31);
      double value = 2 + year % 3;
      releases.add(new Release(year + "Q4", first, value));
      releases.add(new Release(year + "Q4", first.plusMonths(3), value + 0.2 * (year % 2)));
      releases.add(new Release(year + "Q4", first.plusMonths(36), value + 0.5 + 0.1 * (year % 4)));
    }
    RevisionTable table = RevisionTable.of(ReleaseTriangle.of(releases), List.of(
        new RevisionTable.Span("2010Q4", "2019Q4"), new RevisionTable.Span("1990Q4", "1999Q4")), List.of(3, 36));
    assertThat(table.header()).containsExactlyElementsOf(VectorFile.rows(ONS).get(0).keySet());
    assertThat(table.lines().get(0)).containsExactly("2010Q4-2019Q4", "0.1", "0.1", "13.1", "Yes", "0.7", "0.7",
        "20.3", "Yes");
    assertThat(table.lines().get(1)).containsExactly("1990Q4-1999Q4", "", "", "", "", "", "", "", "");
  }

  private static int quarter(String period) {
    return 4 * Integer.parseInt(period.substring(0, 4)) + period.charAt(5) - '1';
  }

  private static ReleaseTriangle vietNamShares() {
    return ReleaseTriangle.of(VectorFile.rows("vietnam_digital_share_vintages.csv").stream()
        .filter(row -> row.get("indicator").equals("share_total"))
        .map(row -> new Release(row.get("ref_period"), LocalDate.parse(row.get("vintage_date")),
            Double.parseDouble(row.get("value_pct")))).toList());
  }

  private static Revisions revisions(double[] earlier, double[] later) {
    List<Revisions.Pair> pairs = new ArrayList<>();
    for (int i = 0; i < earlier.length; i++) {
      pairs.add(new Revisions.Pair("20" + (10 + i), earlier[i], later[i]));
    }
    return new Revisions(pairs);
  }
}
