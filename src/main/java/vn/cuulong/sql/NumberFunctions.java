package vn.cuulong.sql;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.unsafe.types.UTF8String;
import vn.cuulong.vietnamese.MoneyRule;
import vn.cuulong.vietnamese.NumberRule;
import vn.cuulong.vietnamese.NumberRule.Style;
import vn.cuulong.vietnamese.PercentRule;
import vn.cuulong.vietnamese.QuantityRule;
import vn.cuulong.vietnamese.Reading;
import vn.cuulong.vietnamese.ValueRule;

/**
 * Numbers, shares, counts and money. The last argument of each is the style of the marks, {@code vi}, {@code en} or
 * {@code auto}; without it, {@code vi}.
 */
public final class NumberFunctions {
  private static final int PRECISION = 38;
  private static final int NUMBER_SCALE = 10;
  private static final int MONEY_SCALE = 2;
  private static final ThreadLocal<Rules> RULES = ThreadLocal.withInitial(Rules::new);

  private NumberFunctions() {}

  /** The rules of one thread; a rule is not thread safe. */
  private static final class Rules {
    private final Reading reading = new Reading();
    private final Declared<Style> styles = new Declared<>("a vn_ function of numbers", Style.values());
    private final Map<Style, ValueRule> numbers = new HashMap<>();
    private final Map<Style, ValueRule> percents = new HashMap<>();
    private final Map<Style, ValueRule> quantities = new HashMap<>();
    private final Map<String, Map<Style, ValueRule>> moneys = new HashMap<>();
    private UTF8String lastUnit;
    private Map<Style, ValueRule> lastMoney;

    private boolean read(ValueRule rule, UTF8String text) {
      byte[] bytes = text.getBytes();
      return rule.read(bytes, 0, bytes.length, reading);
    }

    private Decimal decimal(int scale) {
      BigDecimal exact = BigDecimal.valueOf(reading.number, reading.scale).setScale(scale, RoundingMode.HALF_UP);
      return Decimal.apply(new scala.math.BigDecimal(exact), PRECISION, scale);
    }

    private Map<Style, ValueRule> money(UTF8String unit) {
      if (!unit.equals(lastUnit)) {
        lastMoney = moneys.computeIfAbsent(unit.toString(), key -> new HashMap<>());
        lastUnit = unit.clone();
      }
      return lastMoney;
    }
  }

  /** {@code vn_number(text [, style])}: decimal(38,10); decimals beyond the tenth are rounded. */
  public static final class Number extends RuleFunction {
    private static final long serialVersionUID = 1L;

    Number(int arguments) {
      super("vn_number", new DecimalType(PRECISION, NUMBER_SCALE), arguments);
    }

    /** Vietnamese style. */
    public static Decimal invoke(UTF8String text) {
      return text == null ? null : read(text, Style.VI);
    }

    /** Declared style. */
    public static Decimal invoke(UTF8String text, UTF8String style) {
      return text == null || style == null ? null : read(text, RULES.get().styles.of(style));
    }

    private static Decimal read(UTF8String text, Style style) {
      Rules rules = RULES.get();
      return rules.read(rules.numbers.computeIfAbsent(style, NumberRule::new), text)
          ? rules.decimal(NUMBER_SCALE) : null;
    }
  }

  /** {@code vn_percent(text [, style])}: a share as decimal(38,10), {@code 12,5 %} is 0.125. */
  public static final class Percent extends RuleFunction {
    private static final long serialVersionUID = 1L;

    Percent(int arguments) {
      super("vn_percent", new DecimalType(PRECISION, NUMBER_SCALE), arguments);
    }

    /** Vietnamese style. */
    public static Decimal invoke(UTF8String text) {
      return text == null ? null : read(text, Style.VI);
    }

    /** Declared style. */
    public static Decimal invoke(UTF8String text, UTF8String style) {
      return text == null || style == null ? null : read(text, RULES.get().styles.of(style));
    }

    private static Decimal read(UTF8String text, Style style) {
      Rules rules = RULES.get();
      return rules.read(rules.percents.computeIfAbsent(style, PercentRule::new), text)
          ? rules.decimal(NUMBER_SCALE) : null;
    }
  }

  /** {@code vn_quantity(text [, style])}: a count as bigint, {@code 1,2 triệu lượt} is 1200000. */
  public static final class Quantity extends RuleFunction {
    private static final long serialVersionUID = 1L;

    Quantity(int arguments) {
      super("vn_quantity", DataTypes.LongType, arguments);
    }

    /** Vietnamese style. */
    public static Long invoke(UTF8String text) {
      return text == null ? null : read(text, Style.VI);
    }

    /** Declared style. */
    public static Long invoke(UTF8String text, UTF8String style) {
      return text == null || style == null ? null : read(text, RULES.get().styles.of(style));
    }

    private static Long read(UTF8String text, Style style) {
      Rules rules = RULES.get();
      return rules.read(rules.quantities.computeIfAbsent(style, QuantityRule::new), text) ? rules.reading.number : null;
    }
  }

  /**
   * {@code vn_money(text [, unit [, style]])}: đồng as decimal(38,2). The unit is that of a bare number: {@code vnd}
   * (without it), {@code thousand_vnd}, {@code million_vnd}, {@code billion_vnd}, {@code trillion_vnd}.
   */
  public static final class Money extends RuleFunction {
    private static final long serialVersionUID = 1L;
    private static final UTF8String VND = UTF8String.fromString("vnd");

    Money(int arguments) {
      super("vn_money", new DecimalType(PRECISION, MONEY_SCALE), arguments);
    }

    /** A bare number is đồng, Vietnamese style. */
    public static Decimal invoke(UTF8String text) {
      return text == null ? null : read(text, VND, Style.VI);
    }

    /** Declared unit, Vietnamese style. */
    public static Decimal invoke(UTF8String text, UTF8String unit) {
      return text == null || unit == null ? null : read(text, unit, Style.VI);
    }

    /** Declared unit and style. */
    public static Decimal invoke(UTF8String text, UTF8String unit, UTF8String style) {
      return text == null || unit == null || style == null ? null : read(text, unit, RULES.get().styles.of(style));
    }

    private static Decimal read(UTF8String text, UTF8String unit, Style style) {
      Rules rules = RULES.get();
      ValueRule rule = rules.money(unit).computeIfAbsent(style, key -> new MoneyRule(key, unit.toString()));
      return rules.read(rule, text) ? rules.decimal(MONEY_SCALE) : null;
    }
  }
}
