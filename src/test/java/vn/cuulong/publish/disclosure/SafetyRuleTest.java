package vn.cuulong.publish.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cuulong.contract.DisclosureContract.Thresholds;

class SafetyRuleTest {
  private static final SafetyRule ONE = new SafetyRule(new Thresholds(3, 1, 0.85, 0.1));
  private static final SafetyRule TWO = new SafetyRule(new Thresholds(3, 2, 0.85, 0.1));

  @ParameterizedTest(name = "{0} contributors, {1} and {2} of {3}: {4}")
  @CsvSource({
      "0,  0,  0,   0, ''",
      "1, 50,  0,  50, FEW_CONTRIBUTORS",
      "2, 50, 50, 100, FEW_CONTRIBUTORS",
      "3, 40, 30, 100, ''",
      // 86 of 100 is more than 85 %; 85 is not.
      "9, 86,  2, 100, DOMINANCE",
      "9, 80, 10, 100, ''",
      // The second largest sees 100 - 60 - 35 = 5, less than 10 % of 60: it knows the largest too closely.
      "4, 60, 35, 100, DOMINANCE",
      "4, 60, 34, 100, ''",
      // All contributed nothing: that tells of nobody.
      "4,  0,  0,   0, ''"})
  void a_value_is_judged_by_count_by_dominance_and_by_what_the_second_largest_knows(
      long count, double largest, double second, double total, String reason) {
    assertThat(ONE.judge(new Contribution(count, largest, second, total)).map(Reason::name).orElse(""))
        .isEqualTo(reason);
  }

  @Test
  void with_n_of_two_the_two_largest_are_taken_together() {
    Contribution pair = new Contribution(9, 50, 36, 100);
    assertThat(ONE.judge(pair)).isEmpty();
    assertThat(TWO.judge(pair)).contains(Reason.DOMINANCE);
  }

  @Test
  void the_protection_interval_is_the_widest_that_any_rule_asks_for() {
    // p %: 10 % of the largest.
    assertThat(ONE.protection(100, new Contribution(4, 60, 35, 100), 1)).isEqualTo(6);
    // (1, 85 %): the total would have to be 95 / 0.85 for the largest to be 85 % of it.
    assertThat(ONE.protection(100, new Contribution(9, 95, 2, 100), 1)).isCloseTo(95 / 0.85 - 100, within(1e-9));
    // A count of persons: one to either side.
    assertThat(ONE.protection(2, Contribution.ofPersons(2), 1)).isEqualTo(1);
    // Nobody knows who stands behind it: 10 % of the value.
    assertThat(ONE.protection(500, null, 1)).isEqualTo(50);
  }
}
