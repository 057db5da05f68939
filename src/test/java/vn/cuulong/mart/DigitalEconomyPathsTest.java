package vn.cuulong.mart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.cuulong.method.ConfidenceInterval;
import vn.cuulong.method.DigitalEconomyEstimate;
import vn.cuulong.method.DigitalEconomyQuarters;
import vn.cuulong.method.DigitalEconomyQuarters.Row;
import vn.cuulong.method.Figure;
import vn.cuulong.method.KnownFigures;
import vn.cuulong.method.MethodException;
import vn.cuulong.method.PathIndicator;
import vn.cuulong.territory.Territory;

/** What moves the digital economy within the years: published growth and indicators move quarters and never years. */
class DigitalEconomyPathsTest {
  private static final LocalDate RELEASE = PublishedDigitalFigures.RELEASES.get(4);
  private static final LocalDate NEWEST = LocalDate.of(2026, 9, 30);
  private static final List<Figure> FIGURES = PublishedDigitalFigures.read();
  private static final List<Figure> WITHOUT_PROVINCES = FIGURES.stream().filter(figure ->
      !figure.indicator().equals("grdp_growth")).toList();
  private static final DigitalEconomyEstimate ESTIMATE = new DigitalEconomyEstimate(KnownFigures.on(RELEASE, FIGURES),
      PublishedDigitalFigures.spec(), Territory.standard());

  private static DigitalEconomyQuarters quarters(List<Figure> figures, LocalDate day, PathIndicator... indicators) {
    return new DigitalEconomyQuarters(ESTIMATE, KnownFigures.on(day, figures), List.of(indicators));
  }

  private static List<Row> rows(DigitalEconomyQuarters quarters) {
    return quarters.rows((unit, basis, year) -> new ConfidenceInterval(0.01, 0.1, 0.2));
  }

  private static Map<String, Long> years(List<Row> rows) {
    Map<String, Long> years = new TreeMap<>();
    rows.stream().filter(row -> !row.isExtrapolated()).forEach(row -> {
      years.merge(row.unitId() + row.basis() + row.year(), row.core() + row.other(), Long::sum);
      years.merge(row.unitId() + row.basis() + row.year() + " grdp", row.grdp(), Long::sum);
    });
    return years;
  }

  private static void addToTheNation(List<Row> rows) {
    Map<String, Long> left = new TreeMap<>();
    rows.stream().filter(row -> !row.unitId().startsWith("mekong-delta")).forEach(row -> {
      int sign = row.unitId().equals("viet-nam") ? -1 : 1;
      left.merge("core " + row.basis() + row.year() + row.quarter(), sign * row.core(), Long::sum);
      left.merge("other " + row.basis() + row.year() + row.quarter(), sign * row.other(), Long::sum);
      left.merge("grdp " + row.basis() + row.year() + row.quarter(), sign * row.grdp(), Long::sum);
    });
    assertThat(left).isNotEmpty().allSatisfy((quarter, rest) -> assertThat(rest).as(quarter).isZero());
  }

  private static double share(List<Row> rows, String unit, int year, int quarter) {
    return row(rows, unit, year, quarter).share().point();
  }

  private static Row row(List<Row> rows, String unit, int year, int quarter) {
    return rows.stream().filter(row -> row.unitId().equals(unit) && row.year() == year && row.quarter() == quarter)
        .findFirst().orElseThrow();
  }

  private static PathIndicator guests(double scale, int from, int to, double peak) {
    NavigableMap<Integer, Double> values = new TreeMap<>();
    for (int quarter = from; quarter <= to; quarter++) {
      values.put(quarter, scale * (quarter % 4 == 3 ? peak : 1));
    }
    return new PathIndicator("guests", Map.of("digitalised_services", 0.5), Map.of("can-tho-2004", values));
  }

  @Test
  void provincesThatAllFollowTheNationAddToItAndAreNotReconciled() {
    DigitalEconomyQuarters alike = quarters(WITHOUT_PROVINCES, RELEASE);
    assertThat(alike.reconciledBy()).isZero();
    addToTheNation(rows(alike));
  }

  @Test
  void publishedGrowthMovesQuartersAndNoYearAndIsReconciledWithTheNation() {
    DigitalEconomyQuarters own = quarters(FIGURES, RELEASE);
    List<Row> moved = rows(own);
    List<Row> alike = rows(quarters(WITHOUT_PROVINCES, RELEASE));
    assertThat(own.reconciledBy()).isGreaterThan(1e-6).isLessThan(0.2);
    addToTheNation(moved);
    assertThat(years(moved)).isEqualTo(years(alike));
    // Long An 2024: 4.8 and 6.0 % in the first quarters, 10.8 and 11.3 % in the last, 7.7 % in the year.
    assertThat(row(moved, "long-an-2004", 2024, 4).grdp()).isGreaterThan(row(alike, "long-an-2004", 2024, 4).grdp());
    assertThat(row(moved, "long-an-2004", 2024, 1).grdp()).isLessThan(row(alike, "long-an-2004", 2024, 1).grdp());
    assertThat(row(moved, "long-an-2004", 2024, 4).codes()).contains("quarter_by_growth_of_province");
  }

  @Test
  void quartersReachAsFarAsGrowthIsPublishedAndSayWhatTheyRestOn() {
    List<Row> rows = rows(quarters(FIGURES, NEWEST));
    addToTheNation(rows);
    Row last = row(rows, "can-tho-2025", 2026, 3);
    assertThat(last.isExtrapolated()).isTrue();
    assertThat(last.status()).isEqualTo("estimate");
    assertThat(last.codes()).containsExactly("quarter_by_growth_of_province", "quarter_extrapolated",
        "quarter_indicator_carried");
    assertThat(rows).noneMatch(row -> row.year() == 2026 && row.quarter() == 4);
    assertThat(row(rows, "viet-nam", 2025, 2).codes()).containsExactly("quarter_by_growth_of_nation");
    assertThat(row(rows, "viet-nam", 2023, 2).codes()).isEmpty();
    // Tây Ninh published 10.3 % for nine months of 2026, Vĩnh Long 7.32 %.
    assertThat(row(rows, "tay-ninh-2025", 2026, 3).grdp() / (double) row(rows, "tay-ninh-2025", 2025, 3).grdp())
        .isGreaterThan(row(rows, "vinh-long-2025", 2026, 3).grdp()
            / (double) row(rows, "vinh-long-2025", 2025, 3).grdp());
  }

  @Test
  void anIndicatorMovesTheQuartersOfItsProvinceAndNoYear() {
    List<Row> moved = rows(quarters(WITHOUT_PROVINCES, RELEASE, guests(1, 2022 * 4, 2022 * 4 + 3, 2)));
    List<Row> alike = rows(quarters(WITHOUT_PROVINCES, RELEASE));
    addToTheNation(moved);
    assertThat(years(moved)).isEqualTo(years(alike));
    assertThat(share(moved, "can-tho-2004", 2022, 4)).isGreaterThan(1.02 * share(alike, "can-tho-2004", 2022, 4));
    assertThat(share(moved, "can-tho-2004", 2022, 1)).isLessThan(share(alike, "can-tho-2004", 2022, 1));
    assertThat(share(moved, "bac-lieu-2004", 2022, 4))
        .isCloseTo(share(alike, "bac-lieu-2004", 2022, 4), within(2e-4));
    assertThat(row(moved, "can-tho-2004", 2022, 4).codes()).containsExactly("quarter_by_guests");
    assertThat(row(moved, "can-tho-2004", 2023, 1).codes()).isEmpty();
  }

  @Test
  void theUnitOfAnIndicatorChangesNothingAndOneQuarterAloneMovesNothing() {
    List<Row> ones = rows(quarters(WITHOUT_PROVINCES, RELEASE, guests(1, 2022 * 4, 2022 * 4 + 3, 2)));
    List<Row> thousands = rows(quarters(WITHOUT_PROVINCES, RELEASE, guests(1024, 2022 * 4, 2022 * 4 + 3, 2)));
    assertThat(thousands).usingRecursiveComparison().isEqualTo(ones);
    assertThat(years(rows(quarters(WITHOUT_PROVINCES, RELEASE, guests(7, 2022 * 4, 2022 * 4, 1)))))
        .isEqualTo(years(rows(quarters(WITHOUT_PROVINCES, RELEASE))));
    assertThat(quarters(WITHOUT_PROVINCES, RELEASE, guests(7, 2022 * 4, 2022 * 4, 1)).reconciledBy()).isZero();
  }

  @Test
  void theOrderOfTheFiguresChangesNoBitOfTheQuarters() {
    List<Figure> shuffled = new ArrayList<>(FIGURES);
    Collections.shuffle(shuffled, new Random(20260930));
    assertThat(rows(quarters(shuffled, NEWEST))).usingRecursiveComparison().isEqualTo(rows(quarters(FIGURES, NEWEST)));
  }

  @Test
  void whatIsPublishedLaterChangesNoBitOfTheQuarters() {
    List<Figure> then = FIGURES.stream().filter(figure -> !figure.end().isAfter(RELEASE)).toList();
    assertThat(rows(quarters(then, RELEASE))).usingRecursiveComparison().isEqualTo(rows(quarters(FIGURES, RELEASE)));
  }

  @Test
  void anIndicatorOfNoSeriesOrBelowZeroIsRefused() {
    assertThatThrownBy(() -> new PathIndicator("guests", Map.of("services", 0.1), Map.of()))
        .isInstanceOf(MethodException.class).hasMessageContaining("grdp_services");
    assertThatThrownBy(() -> guests(-1, 2022 * 4, 2022 * 4 + 3, 2)).isInstanceOf(MethodException.class)
        .hasMessageContaining("quarter 1 of 2022");
  }
}
