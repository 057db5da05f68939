package vn.cuulong.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vn.cuulong.vietnamese.NumberRule.Style;

/** What holds for every value, tried on many of them. */
class RulePropertiesTest {
  private static final long SEED = 1_072_025;

  private final SplittableRandom random = new SplittableRandom(SEED);

  @Test
  void a_number_written_in_a_style_reads_back_in_that_style() {
    for (int i = 0; i < 20_000; i++) {
      BigDecimal number = number();
      assertThat(NumberRule.parse(written(number, '.', ','), Style.VI)).as(seed(number)).isEqualByComparingTo(number);
      assertThat(NumberRule.parse(written(number, ',', '.'), Style.EN)).as(seed(number)).isEqualByComparingTo(number);
      assertThat(NumberRule.parse(written(number, '\u00a0', ','), Style.VI)).as(seed(number))
          .isEqualByComparingTo(number);
    }
  }

  @Test
  void without_a_declared_style_a_number_is_right_or_flagged() {
    NumberRule rule = new NumberRule(Style.AUTO);
    Reading out = new Reading();
    for (int i = 0; i < 20_000; i++) {
      BigDecimal number = number();
      String text = random.nextBoolean() ? written(number, '.', ',') : written(number, ',', '.');
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      boolean understood = rule.read(bytes, 0, bytes.length, out);
      boolean right = understood && BigDecimal.valueOf(out.number, out.scale).compareTo(number) == 0;
      assertThat(right || out.doubt != null).as("%s written as %s", seed(number), text).isTrue();
    }
  }

  @Test
  void in_the_wrong_style_a_number_is_wrong_only_where_the_shape_permits_both() {
    NumberRule rule = new NumberRule(Style.VI);
    Reading out = new Reading();
    for (int i = 0; i < 20_000; i++) {
      BigDecimal number = number();
      String text = written(number, ',', '.');
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      boolean understood = rule.read(bytes, 0, bytes.length, out);
      boolean right = understood && BigDecimal.valueOf(out.number, out.scale).compareTo(number) == 0;
      long marks = text.chars().filter(c -> c == '.' || c == ',').count();
      boolean bothWays = marks == 1 && text.length() - 1 - Math.max(text.indexOf('.'), text.indexOf(',')) == 3;
      assertThat(right || !understood || bothWays).as("%s written as %s", seed(number), text).isTrue();
    }
  }

  @Test
  void money_is_the_same_in_every_unit() {
    String[] words = {"đồng", "nghìn đồng", "triệu đồng", "tỷ đồng", "nghìn tỷ đồng"};
    String[] units = {"vnd", "thousand_vnd", "million_vnd", "billion_vnd", "trillion_vnd"};
    for (int i = 0; i < 5_000; i++) {
      BigDecimal amount = BigDecimal.valueOf(random.nextLong(1, 1_000_000_000_000L));
      for (int unit = 0; unit < units.length; unit++) {
        String text = written(amount.movePointLeft(3 * unit).stripTrailingZeros(), '.', ',');
        assertThat(MoneyRule.parse(text + " " + words[unit], Style.VI, "vnd")).as(seed(text + words[unit]))
            .isEqualByComparingTo(amount);
        assertThat(MoneyRule.parse(text, Style.VI, units[unit])).as(seed(text)).isEqualByComparingTo(amount);
      }
    }
  }

  @Test
  void a_count_is_the_same_with_every_multiplier() {
    String[] words = {" lượt", " nghìn lượt khách", " triệu lượt"};
    for (int i = 0; i < 5_000; i++) {
      long count = random.nextLong(1, 100_000_000);
      for (int power = 0; power < words.length; power++) {
        String text = written(BigDecimal.valueOf(count, 3 * power).stripTrailingZeros(), '.', ',') + words[power];
        assertThat(QuantityRule.parse(text, Style.VI)).as(seed(text)).isEqualTo(count);
      }
    }
  }

  @Test
  void every_day_reads_back_in_every_written_form() {
    String[] forms = {"dd/MM/yyyy", "d/M/yyyy", "dd-MM-yyyy", "d.M.yyyy", "yyyy-MM-dd", "yyyy/MM/dd", "yyyyMMdd",
        "ddMMyyyy", "'ngày' d 'tháng' M 'năm' yyyy", "d-MMM-yyyy", "dd/MM/yyyy 08:05", "yyyy-MM-dd'T'23:59:59.999",
        "HH:mm dd/MM/yyyy", "'thứ hai,' d/M/yyyy", "d-M-yy"};
    DateRule rule = new DateRule(DateRule.Order.DMY);
    Reading out = new Reading();
    for (String form : forms) {
      DateTimeFormatter formatter = DateTimeFormatter.ofPattern(form, Locale.ENGLISH);
      LocalDate last = LocalDate.of(2040, 12, 31);
      for (LocalDate day = LocalDate.of(1990, 1, 1); !day.isAfter(last); day = day.plusDays(1)) {
        byte[] bytes = formatter.format(day.atTime(14, 30)).getBytes(StandardCharsets.UTF_8);
        boolean understood = rule.read(bytes, 0, bytes.length, out);
        if (!understood || out.number != day.toEpochDay()) {
          assertThat(understood ? LocalDate.ofEpochDay(out.number) : null).as("%s in %s", day, form).isEqualTo(day);
        }
      }
    }
  }

  @Test
  void every_month_and_quarter_reads_back_in_every_written_form() {
    String[] roman = {"I", "II", "III", "IV"};
    for (int year = 1990; year <= 2040; year++) {
      for (int month = 1; month <= 12; month++) {
        LocalDate start = LocalDate.of(year, month, 1);
        Period expected = new Period(start, start.plusMonths(1).minusDays(1),
            String.format(Locale.ROOT, "%d-%02d", year, month));
        for (String form : new String[] {"tháng %d/%d", "tháng %02d năm %d", "T%d/%d", "%02d/%d", "%d-%d"}) {
          String text = String.format(Locale.ROOT, form, month, year);
          assertThat(PeriodRule.parse(text)).as(text).isEqualTo(expected);
        }
        assertThat(PeriodRule.parse(expected.code())).isEqualTo(expected);
        if (month > 1 && month < 12) {
          Period sum = new Period(LocalDate.of(year, 1, 1), expected.end(), year + "-" + month + "M");
          assertThat(PeriodRule.parse(month + " tháng đầu năm " + year)).isEqualTo(sum);
          assertThat(PeriodRule.parse(sum.code())).isEqualTo(sum);
        }
      }
      for (int quarter = 1; quarter <= 4; quarter++) {
        LocalDate start = LocalDate.of(year, 3 * quarter - 2, 1);
        Period expected = new Period(start, start.plusMonths(3).minusDays(1), year + "-Q" + quarter);
        assertThat(PeriodRule.parse("quý " + roman[quarter - 1] + "/" + year)).isEqualTo(expected);
        assertThat(PeriodRule.parse("Q" + quarter + "-" + year)).isEqualTo(expected);
        assertThat(PeriodRule.parse("Quý " + quarter + " năm " + year)).isEqualTo(expected);
      }
    }
  }

  @Test
  void folding_and_tidying_twice_changes_nothing() {
    for (int i = 0; i < 20_000; i++) {
      String text = text();
      String folded = Fold.fold(text);
      assertThat(Fold.fold(folded)).as(seed(text)).isEqualTo(folded);
      assertThat(Fold.fold(Normalizer.normalize(text, Normalizer.Form.NFD))).as(seed(text)).isEqualTo(folded);
      String tidy = TextRule.parse(text);
      if (tidy != null) {
        assertThat(TextRule.parse(tidy)).as(seed(text)).isEqualTo(tidy);
        assertThat(Normalizer.isNormalized(tidy, Normalizer.Form.NFC)).as(seed(text)).isTrue();
      }
    }
  }

  @Test
  void canonical_text_is_answered_as_the_slice_that_was_read() {
    byte[] bytes = "xx Khách sạn Ninh Kiều – Cần Thơ yy".getBytes(StandardCharsets.UTF_8);
    Reading out = new Reading();
    assertThat(new TextRule().read(bytes, 3, bytes.length - 6, out)).isTrue();
    assertThat(out.text).isSameAs(bytes);
    assertThat(out.textOffset).isEqualTo(3);
    assertThat(out.textLength).isEqualTo(bytes.length - 6);
  }

  @Test
  void no_rule_fails_on_any_bytes() {
    ValueRule[] rules = {new NumberRule(Style.VI), new NumberRule(Style.AUTO), new PercentRule(Style.EN),
        new MoneyRule(Style.VI, "million_vnd"), new QuantityRule(Style.AUTO), new DateRule(DateRule.Order.DMY),
        new DateRule(DateRule.Order.MDY), new TimeRule(DateRule.Order.YMD), new PeriodRule(PeriodRule.Part.CODE),
        new PeriodRule(PeriodRule.Part.MONTH), new StatusRule(), new FlagRule(), new TextRule(), new CodeRule()};
    byte[] alphabet = "0123456789 .,-/:()%*'eEtTzZ+đồngtriệutỷthángquýnămtếtSACH\u00a0\u2026\t"
        .getBytes(StandardCharsets.UTF_8);
    Reading out = new Reading();
    for (int i = 0; i < 40_000; i++) {
      byte[] bytes = new byte[random.nextInt(24)];
      for (int k = 0; k < bytes.length; k++) {
        bytes[k] = random.nextInt(20) == 0 ? (byte) random.nextInt() : alphabet[random.nextInt(alphabet.length)];
      }
      for (ValueRule rule : rules) {
        boolean understood = rule.read(bytes, 0, bytes.length, out);
        if (understood ? out.missing : !out.missing && out.doubt == null) {
          fail(seed(rule.getClass() + " says nothing about " + Arrays.toString(bytes)));
        }
      }
    }
  }

  @Test
  void spellings_give_each_text_one_number() {
    Spellings spellings = new Spellings();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      String text = "t" + random.nextInt(3_000);
      byte[] bytes = ("ab" + text + "c").getBytes(StandardCharsets.UTF_8);
      assertThat(spellings.find(bytes, 2, text.length()) >= 0).isEqualTo(seen.contains(text));
      int number = spellings.put(bytes, 2, text.length());
      seen.add(text);
      assertThat(spellings.size()).isEqualTo(seen.size());
      assertThat(spellings.find(bytes, 2, text.length())).isEqualTo(number);
      assertThat(new String(spellings.text(number), StandardCharsets.UTF_8)).isEqualTo(text);
    }
    assertThat(spellings.put(new byte[0], 0, 0)).isEqualTo(seen.size());
  }

  private BigDecimal number() {
    long unscaled = random.nextLong(0, (long) Math.pow(10, random.nextInt(1, 14)));
    BigDecimal number = BigDecimal.valueOf(unscaled, random.nextInt(4));
    return random.nextInt(5) == 0 ? number.negate() : number;
  }

  /** A text of Vietnamese letters, marks, spaces and oddities. */
  private String text() {
    String odd = " .-,/()_\u00a0\u200b\u0300\u0301\u0323\u0302\u00d0\u2013\u2026oOuUqQyYaAeEhHnN"
        + "\u1ea1\ud83d\ude00\uff21\u00df";
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(12);
    for (int i = 0; i < length; i++) {
      String from = random.nextInt(3) > 0 ? ToneMarks.LETTERS : odd;
      int at = random.nextInt(from.length());
      int code = from.codePointAt(at);
      text.appendCodePoint(Character.isSurrogate((char) code) ? 'x' : code);
    }
    return text.toString();
  }

  private static String written(BigDecimal number, char group, char decimal) {
    String plain = number.abs().toPlainString();
    int point = plain.indexOf('.');
    String whole = point < 0 ? plain : plain.substring(0, point);
    StringBuilder text = new StringBuilder(number.signum() < 0 ? "-" : "");
    for (int i = 0; i < whole.length(); i++) {
      if (i > 0 && (whole.length() - i) % 3 == 0) {
        text.append(group);
      }
      text.append(whole.charAt(i));
    }
    return point < 0 ? text.toString() : text.append(decimal).append(plain, point + 1, plain.length()).toString();
  }

  private static String seed(Object value) {
    return "seed " + SEED + ": " + value;
  }
}
