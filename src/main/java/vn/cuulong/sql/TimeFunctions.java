package vn.cuulong.sql;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;
import vn.cuulong.vietnamese.DateRule;
import vn.cuulong.vietnamese.DateRule.Order;
import vn.cuulong.vietnamese.PeriodRule;
import vn.cuulong.vietnamese.PeriodRule.Part;
import vn.cuulong.vietnamese.Reading;
import vn.cuulong.vietnamese.TimeRule;
import vn.cuulong.vietnamese.ValueRule;

/**
 * Days, moments and periods. The last argument of the first two is the order of a written day, {@code dmy} (without
 * it), {@code ymd} or {@code mdy}.
 */
public final class TimeFunctions {
  private static final ThreadLocal<Rules> RULES = ThreadLocal.withInitial(Rules::new);

  private TimeFunctions() {}

  /** The rules of one thread; a rule is not thread safe. */
  private static final class Rules {
    private final Reading reading = new Reading();
    private final Declared<Order> orders = new Declared<>("a vn_ function of days", Order.values());
    private final Map<Order, ValueRule> dates = new HashMap<>();
    private final Map<Order, ValueRule> times = new HashMap<>();
    private final ValueRule period = new PeriodRule(Part.CODE);

    private boolean read(ValueRule rule, UTF8String text) {
      byte[] bytes = text.getBytes();
      return rule.read(bytes, 0, bytes.length, reading);
    }
  }

  /** {@code vn_date(text [, order])}: date. */
  public static final class Date extends RuleFunction {
    private static final long serialVersionUID = 1L;

    Date(int arguments) {
      super("vn_date", DataTypes.DateType, arguments);
    }

    /** Day, month, year. */
    public static Integer invoke(UTF8String text) {
      return text == null ? null : read(text, Order.DMY);
    }

    /** Declared order. */
    public static Integer invoke(UTF8String text, UTF8String order) {
      return text == null || order == null ? null : read(text, RULES.get().orders.of(order));
    }

    private static Integer read(UTF8String text, Order order) {
      Rules rules = RULES.get();
      boolean understood = rules.read(rules.dates.computeIfAbsent(order, DateRule::new), text);
      return understood ? (Integer) Math.toIntExact(rules.reading.number) : null;
    }
  }

  /** {@code vn_time(text [, order])}: timestamp; Vietnamese time when no zone is written. */
  public static final class Time extends RuleFunction {
    private static final long serialVersionUID = 1L;

    Time(int arguments) {
      super("vn_time", DataTypes.TimestampType, arguments);
    }

    /** Day, month, year. */
    public static Long invoke(UTF8String text) {
      return text == null ? null : read(text, Order.DMY);
    }

    /** Declared order. */
    public static Long invoke(UTF8String text, UTF8String order) {
      return text == null || order == null ? null : read(text, RULES.get().orders.of(order));
    }

    private static Long read(UTF8String text, Order order) {
      Rules rules = RULES.get();
      boolean understood = rules.read(rules.times.computeIfAbsent(order, TimeRule::new), text);
      return understood ? (Long) rules.reading.number : null;
    }
  }

  /** {@code vn_period(text)}: the code of the period, {@code 2024-Q1}, {@code 2024-03}, {@code 2024-9M}. */
  public static final class Period extends RuleFunction {
    private static final long serialVersionUID = 1L;

    Period(int arguments) {
      super("vn_period", DataTypes.StringType, arguments);
    }

    /** The code. */
    public static UTF8String invoke(UTF8String text) {
      if (text == null) {
        return null;
      }
      Rules rules = RULES.get();
      return rules.read(rules.period, text) ? TextFunctions.copied(rules.reading) : null;
    }
  }
}
