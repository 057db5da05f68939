package vn.cuulong.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.cuulong.Fuzzing;
import vn.cuulong.vietnamese.DateRule.Order;
import vn.cuulong.vietnamese.NumberRule.Style;

/**
 * The rules of values on texts made by chance. What was written is read, or nothing is, or a doubt is flagged; and of a
 * text that was damaged afterwards no digit is lost or made up without a word.
 */
@Tag("fuzz")
class ValueFuzzTest {
  /** A column keeps as many; what is behind them is rounded. */
  private static final int SURE_DIGITS = 18;
  private static final byte[][] TOKENS = tokens("0", "9", "00", ".", ",", " ", "-", "/", ":", "(", ")", "%", "*", "e5",
      "đ", "tỷ", "triệu", "nghìn", "lượt", "USD", "tháng", "quý", "năm", "ngày", "I", "IV", "Tết", "đầu", "ước", "..",
      "\u00a0", "\u202f", "\u200b", "\u0301", "\u0663", "\uff13", "\u00b2", "\u00bd", "\u2013", "\ufeff", "\u0000",
      "SA", "CH", "T", "Z", "+07:00", "99999999999999999999", "29/02/2025", "\ud83d\ude00");

  private static byte[][] tokens(String... tokens) {
    return Arrays.stream(tokens).map(token -> token.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
  }

  @Test
  void what_was_written_is_read_or_nothing_is_or_a_doubt_is_flagged() {
    List<Function<SplittableRandom, WrittenValue>> writers = new ArrayList<>();
    List<ValueRule> rules = new ArrayList<>();
    for (Style style : List.of(Style.VI, Style.EN)) {
      char decimal = style == Style.VI ? ',' : '.';
      for (Style told : List.of(style, Style.AUTO)) {
        writers.add(random -> WrittenValue.number(random, decimal));
        rules.add(new NumberRule(told));
        writers.add(random -> WrittenValue.money(random, decimal));
        rules.add(new MoneyRule(told, "million_vnd"));
        writers.add(random -> WrittenValue.quantity(random, decimal));
        rules.add(new QuantityRule(told, 1000));
      }
    }
    writers.add(WrittenValue::day);
    rules.add(new DateRule(Order.DMY));
    writers.add(WrittenValue::period);
    rules.add(new PeriodRule(PeriodRule.Part.START));
    Reading out = new Reading();
    int[] counts = new int[2];
    new Fuzzing("written values", 2, 15_000).run(random -> {
      int which = random.nextInt(rules.size());
      WrittenValue written = writers.get(which).apply(random);
      ValueRule rule = rules.get(which);
      byte[] bytes = written.text().getBytes(StandardCharsets.UTF_8);
      boolean understood = rule.read(bytes, 0, bytes.length, out);
      counts[understood ? 1 : 0]++;
      BigDecimal wanted = rule instanceof QuantityRule && !written.text().matches("(?s).*\\p{L}.*")
          ? written.value().movePointRight(3) : written.value();
      if (understood && out.doubt == null) {
        assertThat(BigDecimal.valueOf(out.number, out.scale)).as("%s read by %s", written.text(), rule.getClass())
            .isEqualByComparingTo(wanted);
      } else {
        assertThat(out.doubt).as("%s not read by %s", written.text(), rule.getClass()).isNotNull();
      }
    });
    if (System.getProperty("fuzz.seed") == null) {
      assertThat(counts[1]).as("what is written well is mostly understood").isGreaterThan(20 * counts[0]);
    }
  }

  @Test
  void a_damaged_number_keeps_its_digits_or_is_doubted() {
    List<ValueRule> rules = List.of(new NumberRule(Style.VI), new NumberRule(Style.EN), new NumberRule(Style.AUTO),
        new MoneyRule(Style.VI, "vnd"), new MoneyRule(Style.AUTO, "billion_vnd"), new QuantityRule(Style.VI),
        new QuantityRule(Style.EN, 1000), new PercentRule(Style.VI));
    Reading out = new Reading();
    new Fuzzing("damaged numbers", 3, 6_000).run(random -> {
      char decimal = random.nextBoolean() ? ',' : '.';
      WrittenValue written = switch (random.nextInt(3)) {
        case 0 -> WrittenValue.money(random, decimal);
        case 1 -> WrittenValue.quantity(random, decimal);
        default -> WrittenValue.number(random, decimal);
      };
      byte[] bytes = Fuzzing.changed(written.text().getBytes(StandardCharsets.UTF_8), TOKENS, random);
      String text = new String(bytes, StandardCharsets.UTF_8);
      for (ValueRule rule : rules) {
        if (rule.read(bytes, 0, bytes.length, out) && out.doubt == null && numerals(text) == 1
            && digits(text).length() <= SURE_DIGITS) {
          assertThat(digits(BigDecimal.valueOf(out.number, out.scale).toPlainString()))
              .as("digits of \"%s\" read by %s", text, rule.getClass().getSimpleName()).isEqualTo(digits(text));
        }
      }
    });
  }

  @Test
  void a_damaged_day_or_period_is_one_that_stands_in_the_text() {
    DateRule dates = new DateRule(Order.DMY);
    PeriodRule periods = new PeriodRule(PeriodRule.Part.START);
    Reading out = new Reading();
    new Fuzzing("damaged days", 2, 8_000).run(random -> {
      boolean isDay = random.nextBoolean();
      WrittenValue written = isDay ? WrittenValue.day(random) : WrittenValue.period(random);
      byte[] bytes = Fuzzing.changed(written.text().getBytes(StandardCharsets.UTF_8), TOKENS, random);
      String text = new String(bytes, StandardCharsets.UTF_8);
      // A zone may lead to the day before or behind: ISO writes it with Z, + or behind a T.
      boolean zoned = text.chars().anyMatch(c -> "ZzTt+".indexOf(c) >= 0);
      if (dates.read(bytes, 0, bytes.length, out) && out.doubt == null && !zoned) {
        LocalDate day = LocalDate.ofEpochDay(out.number);
        assertThat(plainDigits(text)).as("\"%s\" read as %s", text, day).contains(String.valueOf(day.getYear()))
            .contains(String.valueOf(day.getDayOfMonth()));
        if (text.chars().noneMatch(Character::isLetter)) {
          assertThat(plainDigits(text)).as("\"%s\" read as %s", text, day)
              .contains(String.valueOf(day.getMonthValue()));
        }
      }
      if (periods.read(bytes, 0, bytes.length, out) && out.doubt == null) {
        LocalDate day = LocalDate.ofEpochDay(out.number);
        assertThat(plainDigits(text)).as("\"%s\" read from %s", text, day).contains(String.valueOf(day.getYear()));
      }
    });
  }

  @Test
  void every_rule_says_the_same_however_the_text_lies_in_memory_and_whatever_was_read_before() {
    List<Supplier<ValueRule>> rules = List.of(() -> new NumberRule(Style.AUTO), () -> new PercentRule(Style.VI),
        () -> new MoneyRule(Style.VI, "million_vnd"), () -> new QuantityRule(Style.AUTO),
        () -> new DateRule(Order.DMY), () -> new DateRule(Order.YMD), () -> new TimeRule(Order.DMY),
        () -> new PeriodRule(PeriodRule.Part.CODE), () -> new PeriodRule(PeriodRule.Part.MONTH), StatusRule::new,
        FlagRule::new, TextRule::new, CodeRule::new);
    List<ValueRule> used = rules.stream().map(Supplier::get).toList();
    new Fuzzing("all rules", 2, 5_000).run(random -> {
      WrittenValue written = switch (random.nextInt(4)) {
        case 0 -> WrittenValue.money(random, ',');
        case 1 -> WrittenValue.day(random);
        case 2 -> WrittenValue.period(random);
        default -> new WrittenValue(null, "Sơ bộ, có – Khách sạn Hoà Bình 14:30");
      };
      byte[] bytes = Fuzzing.changed(written.text().getBytes(StandardCharsets.UTF_8), TOKENS, random);
      byte[] amid = new byte[bytes.length + 12];
      random.nextBytes(amid);
      System.arraycopy(bytes, 0, amid, 5, bytes.length);
      int which = random.nextInt(used.size());
      Reading alone = new Reading();
      Reading among = new Reading();
      boolean understood = rules.get(which).get().read(bytes, 0, bytes.length, alone);
      assertThat(used.get(which).read(amid, 5, bytes.length, among)).isEqualTo(understood);
      assertThat(said(among, understood)).isEqualTo(said(alone, understood));
      assertThat(understood ? !alone.missing : alone.missing || alone.doubt != null).isTrue();
    });
  }

  private static String said(Reading out, boolean understood) {
    String value = !understood ? "" : out.text == null ? out.number + "e-" + out.scale
        : new String(out.text, out.textOffset, out.textLength, StandardCharsets.ISO_8859_1);
    return value + " " + out.doubt + " " + out.missing;
  }

  /** How many numerals stand in a text, parted by letters; "1 tỷ 200 triệu" adds up two. */
  private static int numerals(String text) {
    int numerals = 0;
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      boolean digit = Character.isDigit(text.charAt(i));
      numerals += digit && !inside ? 1 : 0;
      inside = digit || inside && !Character.isLetter(text.charAt(i));
    }
    return numerals;
  }

  /** Digits of any script in their order, without zeros at both ends, which powers of ten move. */
  private static String digits(String text) {
    return plainDigits(text).replaceFirst("^0+", "").replaceFirst("0+$", "");
  }

  private static String plainDigits(String text) {
    StringBuilder digits = new StringBuilder();
    text.codePoints().filter(Character::isDigit).forEach(digit -> digits.append(Character.digit(digit, 10)));
    return digits.toString();
  }
}
