package vn.cuulong.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
  private static final List<String> NAMES =
      List.of("clean.tourism_stay", "clean.tourism_report", "clean.ecommerce_order",
          "--landing", "--warehouse", "Cần Thơ");

  @ParameterizedTest
  @CsvSource({"clean.tourism_sty,clean.tourism_stay", "clean.turism_report,clean.tourism_report",
      "--lading,--landing", "--wharehouse,--warehouse", "can tho,Cần Thơ",
      "CLEAN.ECOMMERCE_ORDER,clean.ecommerce_order",
      "clean.ecommerce_orders,clean.ecommerce_order"})
  void findsWhatWasMeant(String typed, String meant) {
    assertThat(NearestName.of(typed, NAMES)).contains(meant);
  }

  @Test
  void givesNothingWhenNothingIsNear() {
    assertThat(NearestName.of("xyz", NAMES)).isEmpty();
    assertThat(NearestName.of("", NAMES)).isEmpty();
    assertThat(NearestName.of("anything", List.of())).isEmpty();
  }

  @Test
  void tiesGoToTheFirstNameInAlphabeticalOrder() {
    assertThat(NearestName.of("cat", List.of("rat", "bat", "hat"))).contains("bat");
  }

  @Test
  void aRemedyNamesTheNearestOrListsTheValidNames() {
    assertThat(NearestName.remedy("--lading", NAMES)).isEqualTo("did you mean \"--landing\"?");
    assertThat(NearestName.remedy("zzz", List.of("b", "a"))).isEqualTo("valid: a, b");
    assertThat(NearestName.remedy("zzz", List.of())).contains("declare it first");
  }

  @Test
  void aSingleEditIsADistanceOfOneAndDistanceIsTheSameBothWays() {
    long seed = 20250701;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 5_000; i++) {
      String word = word(random, 2 + random.nextInt(12));
      String edited = edit(word, random);
      String other = word(random, 1 + random.nextInt(12));
      String note = "seed " + seed + ", round " + i + ": " + word + ", " + edited + ", " + other;
      assertThat(NearestName.distance(word, edited)).as(note).isLessThanOrEqualTo(1);
      assertThat(NearestName.distance(word, other)).as(note).isEqualTo(NearestName.distance(other, word))
          .isLessThanOrEqualTo(Math.max(word.length(), other.length()));
      assertThat(NearestName.distance(word, word)).as(note).isZero();
    }
  }

  private static String edit(String word, SplittableRandom random) {
    int at = random.nextInt(word.length() - 1);
    String left = word.substring(0, at);
    char c = (char) ('a' + random.nextInt(26));
    return switch (random.nextInt(4)) {
      case 0 -> left + word.substring(at + 1);
      case 1 -> left + c + word.substring(at);
      case 2 -> left + c + word.substring(at + 1);
      default -> left + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
    };
  }

  private static String word(SplittableRandom random, int length) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < length; i++) {
      word.append((char) ('a' + random.nextInt(26)));
    }
    return word.toString();
  }
}
