package vn.cuulong.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import vn.cuulong.vietnamese.Doubt;

class UnitNamesTest {
  private static final Territory TERRITORY = Territory.standard();
  private static final List<LocalDate> DAYS =
      List.of(LocalDate.of(2012, 5, 9), LocalDate.of(2025, 6, 30), LocalDate.of(2025, 7, 1), LocalDate.of(2026, 2, 2));

  @ParameterizedTest(name = "{0} on {1} is {2} {3}")
  @CsvFileSource(resources = "/cases/territory/names.csv", numLinesToSkip = 1,
      ignoreLeadingAndTrailingWhitespace = false)
  @DisplayName("A name or code means one unit on its day, or says why not")
  void nameMeansUnitOnItsDay(String text, LocalDate date, String unitId, String doubt) {
    Resolution resolution = TERRITORY.resolve(text, date);
    assertThat(resolution.unitId()).isEqualTo(unitId);
    assertThat(resolution.doubt() == null ? null : resolution.doubt().code()).isEqualTo(doubt);
  }

  @Test
  @DisplayName("Prefix, case, spaces, tone marks and composition never change what a name means")
  void spellingDoesNotChangeMeaning() {
    long seed = 20250701;
    SplittableRandom random = new SplittableRandom(seed);
    for (Unit unit : TERRITORY.units()) {
      if (!unit.isProvince()) {
        continue;
      }
      for (int i = 0; i < 40; i++) {
        LocalDate day = DAYS.get(random.nextInt(DAYS.size()));
        Resolution plain = TERRITORY.resolve(unit.nameVi(), day);
        String dressed = dress(unit, random);
        assertThat(TERRITORY.resolve(dressed, day)).as("seed %d: \"%s\" on %s", seed, dressed, day).isEqualTo(plain);
      }
    }
  }

  private static String dress(Unit unit, SplittableRandom random) {
    List<String> prefixes = unit.level() == Unit.Level.CITY && !unit.nameVi().equals("Huế")
        ? List.of("", "TP ", "TP.", "T.P. ", "Thành phố ", "tp  ", "THÀNH PHỐ ")
        : List.of("", "Tỉnh ", "tỉnh  ", "T. ", "TỈNH ", "Tinh ");
    String name = prefixes.get(random.nextInt(prefixes.size())) + unit.nameVi();
    if (random.nextInt(3) == 0) {
      name = name.replace('Đ', 'Ð');
    }
    if (random.nextInt(3) == 0) {
      name = Normalizer.normalize(name, Normalizer.Form.NFD);
    }
    if (random.nextInt(4) == 0) {
      name = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "").replace('đ', 'd')
          .replace('Đ', 'D');
    }
    if (random.nextInt(4) == 0) {
      name = name.replace(" ", "\u00a0 ");
    }
    return random.nextInt(4) == 0 ? name.toUpperCase(java.util.Locale.ROOT) : name;
  }

  @Test
  @DisplayName("Between two change dates the meaning of a text stays the same")
  void meaningIsConstantWithinAnEra() {
    List<LocalDate> changes = TERRITORY.changeDates();
    assertThat(changes).isSorted().contains(LocalDate.of(2004, 1, 1), LocalDate.of(2008, 8, 1),
        LocalDate.of(2025, 1, 1), LocalDate.of(2025, 7, 1));
    for (int i = 0; i + 1 < changes.size(); i++) {
      LocalDate first = changes.get(i);
      LocalDate last = changes.get(i + 1).minusDays(1);
      assertThat(TERRITORY.era(first)).isEqualTo(TERRITORY.era(last)).isEqualTo(i + 1);
      for (Unit unit : TERRITORY.units()) {
        for (String text : List.of(unit.nameVi(), unit.nameEn(), unit.code() == null ? "86" : unit.code())) {
          assertThat(TERRITORY.resolve(text, first)).isEqualTo(TERRITORY.resolve(text, last));
        }
      }
    }
    assertThat(TERRITORY.era(LocalDate.of(1990, 1, 1))).isZero();
  }

  @Test
  @DisplayName("On a declared map a name means the unit of that map, whatever the year of the figure")
  void declaredBasisDecides() {
    assertThat(TERRITORY.resolve("Vĩnh Long", Basis.UNITS_2004).unitId()).isEqualTo("vinh-long-2004");
    assertThat(TERRITORY.resolve("Vĩnh Long", Basis.UNITS_2025).unitId()).isEqualTo("vinh-long-2025");
    assertThat(TERRITORY.resolve("82", Basis.of("pre2025")).unitId()).isEqualTo("tien-giang-2004");
    assertThat(TERRITORY.resolve("82", Basis.of("post2025")).unitId()).isEqualTo("dong-thap-2025");
    assertThatThrownBy(() -> TERRITORY.resolve("82", Basis.AS_PUBLISHED))
        .hasMessageContaining("Give the date of the record");
    assertThatThrownBy(() -> Basis.of("2025")).hasMessageContaining("units_2004").hasMessageContaining("units_2025");
  }

  @Test
  @DisplayName("Every province is found by its name, its English name, its code and its id on its own days")
  void everyProvinceIsFound() {
    for (Basis basis : List.of(Basis.UNITS_2004, Basis.UNITS_2025)) {
      for (Unit unit : TERRITORY.provinces(basis)) {
        for (String text : List.of(unit.nameVi(), unit.nameEn(), unit.code(), unit.id())) {
          assertThat(TERRITORY.resolve(text, basis)).as(text).isEqualTo(new Resolution(unit.id(), null));
        }
      }
    }
  }

  @Test
  @DisplayName("Nothing at all is unknown, and never an exception")
  void nothingIsUnknown() {
    LocalDate day = LocalDate.of(2025, 1, 1);
    for (String text : new String[] {null, "", "  ", "\u0000", "\uD83D\uDE00", "đ", "Ð", "x".repeat(1_000_000)}) {
      assertThat(TERRITORY.resolve(text, day)).isEqualTo(new Resolution(null, Doubt.UNIT_UNKNOWN));
    }
  }

  @Test
  @DisplayName("Any text gets an answer: a unit, or a reason why there is none")
  void anyTextGetsAnAnswer() {
    long seed = 63;
    SplittableRandom random = new SplittableRandom(seed);
    String letters = "aăâbcdđeêghiklmnoôơpqrstuưvxy ÐÀ.,()-0123456789\u0301\u00a0VIX";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int size = random.nextInt(1, 24); size > 0; size--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      LocalDate day = DAYS.get(random.nextInt(DAYS.size()));
      Resolution resolution = TERRITORY.resolve(text.toString(), day);
      assertThat(resolution.isUnderstood() || resolution.doubt() == Doubt.UNIT_UNKNOWN
          || resolution.doubt() == Doubt.UNIT_AMBIGUOUS).as("seed %d: \"%s\" on %s", seed, text, day).isTrue();
      assertThat(resolution.unitId() == null || TERRITORY.unit(resolution.unitId()).isPresent()).isTrue();
    }
  }
}
