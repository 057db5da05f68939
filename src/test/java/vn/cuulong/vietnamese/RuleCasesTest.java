package vn.cuulong.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.cuulong.vietnamese.CaseTable.outcome;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Every rule against its table of cases. */
class RuleCasesTest {
  @Test
  void numbers_are_read_in_their_style_and_guesses_are_flagged() {
    CaseTable.of("number").check(2, c ->
        outcome(new NumberRule(CaseTable.style(c.field(1))), c.field(0), CaseTable::decimal));
  }

  @Test
  void percents_become_shares() {
    CaseTable.of("percent").check(2, c ->
        outcome(new PercentRule(CaseTable.style(c.field(1))), c.field(0), CaseTable::decimal));
  }

  @Test
  void money_is_in_dong_and_foreign_money_is_kept_apart() {
    CaseTable.of("money").check(3, c ->
        outcome(new MoneyRule(CaseTable.style(c.field(1)), c.field(2)), c.field(0), CaseTable::decimal));
  }

  @Test
  void quantities_are_whole() {
    CaseTable.of("quantity").check(2, c ->
        outcome(new QuantityRule(CaseTable.style(c.field(1))), c.field(0), CaseTable::decimal));
  }

  @Test
  void dates_are_days() {
    CaseTable.of("date").check(2, c -> outcome(
        new DateRule(order(c.field(1))), c.field(0), out -> LocalDate.ofEpochDay(out.number).toString()));
  }

  @Test
  void times_without_a_zone_are_vietnamese() {
    CaseTable.of("time").check(2, c -> outcome(new TimeRule(order(c.field(1))), c.field(0),
        out -> Instant.EPOCH.plus(out.number, ChronoUnit.MICROS).toString()));
  }

  @Test
  void periods_have_a_code_and_two_ends() {
    CaseTable.of("period").check(1, c -> {
      String code = outcome(new PeriodRule(PeriodRule.Part.CODE), c.field(0), CaseTable::text);
      Period period = PeriodRule.parse(c.field(0));
      String ends = period == null ? ";" : period.start() + ";" + period.end();
      return code.replace(";", ";" + ends + ";");
    });
  }

  @Test
  void a_month_column_takes_exactly_one_month() {
    CaseTable.of("month").check(1, c -> outcome(new PeriodRule(PeriodRule.Part.MONTH), c.field(0),
        out -> LocalDate.ofEpochDay(out.number).toString()));
  }

  @Test
  void status_words_are_understood_beside_a_period() {
    CaseTable.of("status").check(1, c -> outcome(new StatusRule(), c.field(0), CaseTable::text));
  }

  @Test
  void flags_are_yes_or_no() {
    CaseTable.of("flag").check(1, c -> outcome(new FlagRule(), c.field(0), out -> Long.toString(out.number)));
  }

  @Test
  void texts_become_canonical() {
    CaseTable.of("text").check(1, c -> outcome(new TextRule(), c.field(0), CaseTable::text));
  }

  @Test
  void codes_are_trimmed_and_nothing_else() {
    CaseTable.of("code").check(1, c -> outcome(new CodeRule(), c.field(0), CaseTable::text));
  }

  @Test
  void folding_gives_the_match_key() {
    CaseTable.of("fold").check(1, c -> Fold.fold(c.field(0)));
  }

  @Test
  void foreign_amounts_stay_readable() {
    Reading out = new Reading();
    byte[] bytes = "1,2 triệu USD".getBytes(StandardCharsets.UTF_8);
    assertThat(new MoneyRule(NumberRule.Style.VI, "vnd").read(bytes, 0, bytes.length, out)).isFalse();
    assertThat(CaseTable.decimal(out)).isEqualTo("1200000");
  }

  private static DateRule.Order order(String name) {
    return DateRule.Order.valueOf(name.toUpperCase(Locale.ROOT));
  }
}
