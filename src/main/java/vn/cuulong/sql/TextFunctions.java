package vn.cuulong.sql;

import java.util.Arrays;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;
import vn.cuulong.vietnamese.FlagRule;
import vn.cuulong.vietnamese.Fold;
import vn.cuulong.vietnamese.MissingMarks;
import vn.cuulong.vietnamese.Reading;
import vn.cuulong.vietnamese.StatusRule;
import vn.cuulong.vietnamese.TextRule;
import vn.cuulong.vietnamese.ValueRule;

/** Text, words that stand for something, and marks that stand for nothing. */
public final class TextFunctions {
  private static final ThreadLocal<Rules> RULES = ThreadLocal.withInitial(Rules::new);

  private TextFunctions() {}

  /** The rules of one thread; a rule is not thread safe. */
  private static final class Rules {
    private final Reading reading = new Reading();
    private final ValueRule text = new TextRule();
    private final ValueRule status = new StatusRule();
    private final ValueRule flag = new FlagRule();

    private boolean read(ValueRule rule, UTF8String value) {
      byte[] bytes = value.getBytes();
      return rule.read(bytes, 0, bytes.length, reading);
    }
  }

  /** The text of a reading as its own bytes: a rule may give a slice of an array that it uses again. */
  static UTF8String copied(Reading reading) {
    return UTF8String.fromBytes(
        Arrays.copyOfRange(reading.text, reading.textOffset, reading.textOffset + reading.textLength));
  }

  /** {@code vn_text(text)}: the canonical spelling; null when nothing is written. */
  public static final class Text extends RuleFunction {
    private static final long serialVersionUID = 1L;

    Text(int arguments) {
      super("vn_text", DataTypes.StringType, arguments);
    }

    /** The canonical spelling. */
    public static UTF8String invoke(UTF8String text) {
      Rules rules = RULES.get();
      return text != null && rules.read(rules.text, text) ? copied(rules.reading) : null;
    }
  }

  /** {@code vn_fold(text)}: the key under which spellings of one name are equal. */
  public static final class Folded extends RuleFunction {
    private static final long serialVersionUID = 1L;

    Folded(int arguments) {
      super("vn_fold", DataTypes.StringType, arguments);
    }

    /** The key. */
    public static UTF8String invoke(UTF8String text) {
      if (text == null) {
        return null;
      }
      byte[] bytes = text.getBytes();
      byte[] key = new byte[bytes.length];
      return UTF8String.fromBytes(key, 0, Fold.fold(bytes, 0, bytes.length, key));
    }
  }

  /** {@code vn_missing(text)}: true when the text is a mark for "no value". */
  public static final class Missing extends RuleFunction {
    private static final long serialVersionUID = 1L;

    Missing(int arguments) {
      super("vn_missing", DataTypes.BooleanType, arguments);
    }

    /** True for empty, {@code ..}, {@code -}, {@code …} and their like. */
    public static Boolean invoke(UTF8String text) {
      if (text == null) {
        return null;
      }
      byte[] bytes = text.getBytes();
      return MissingMarks.isMissing(bytes, 0, bytes.length);
    }
  }

  /** {@code vn_status(text)}: {@code estimate}, {@code preliminary} or {@code final}. */
  public static final class Status extends RuleFunction {
    private static final long serialVersionUID = 1L;

    Status(int arguments) {
      super("vn_status", DataTypes.StringType, arguments);
    }

    /** The code. */
    public static UTF8String invoke(UTF8String text) {
      Rules rules = RULES.get();
      return text != null && rules.read(rules.status, text) ? copied(rules.reading) : null;
    }
  }

  /** {@code vn_flag(text)}: true or false for yes and no. */
  public static final class Flag extends RuleFunction {
    private static final long serialVersionUID = 1L;

    Flag(int arguments) {
      super("vn_flag", DataTypes.BooleanType, arguments);
    }

    /** True for yes. */
    public static Boolean invoke(UTF8String text) {
      Rules rules = RULES.get();
      boolean understood = text != null && rules.read(rules.flag, text);
      return understood ? (Boolean) (rules.reading.number != 0) : null;
    }
  }
}
