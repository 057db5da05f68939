package vn.cuulong.landing;

import java.util.Map;
import vn.cuulong.contract.Column;
import vn.cuulong.contract.Dictionary;
import vn.cuulong.contract.SourceContract;
import vn.cuulong.contract.SourceContract.ColumnFeed;
import vn.cuulong.territory.Basis;
import vn.cuulong.vietnamese.DateRule;
import vn.cuulong.vietnamese.FlagRule;
import vn.cuulong.vietnamese.MoneyRule;
import vn.cuulong.vietnamese.NumberRule;
import vn.cuulong.vietnamese.PercentRule;
import vn.cuulong.vietnamese.PeriodRule;
import vn.cuulong.vietnamese.QuantityRule;
import vn.cuulong.vietnamese.TextRule;
import vn.cuulong.vietnamese.TimeRule;

/** Which reader understands a column: the one place where the kinds of the dictionary meet the rules. */
final class ColumnFields {
  /** Prefix of a basis that a raw column tells row by row. */
  static final String BASIS_COLUMN = "column:";

  private final Dictionary dictionary;
  private final NumberRule.Style numbers;
  private final DateRule.Order dates;

  ColumnFields(Dictionary dictionary, SourceContract.Format format) {
    this.dictionary = dictionary;
    this.numbers = NumberRule.Style.valueOf(format.numbers().name());
    this.dates = DateRule.Order.valueOf(format.dates().name());
  }

  FieldReader of(Column column, ColumnFeed feed) {
    return switch (column.kind()) {
      case TEXT -> new TextField(new TextRule());
      case CODE -> new CodeField();
      case STATUS -> new StatusField(spellings(feed));
      case CATEGORY -> new CategoryField(dictionary.categories().get(column.category()), spellings(feed));
      case INTEGER, NUMBER -> new NumberField(new NumberRule(numbers), column, shift(feed.unit(), column.unit()));
      case PERCENT -> new NumberField(new PercentRule(numbers), column, 0);
      case MONEY -> new NumberField(new MoneyRule(numbers, feed.unit() == null ? column.unit() : feed.unit()), column,
          shift("vnd", column.unit()));
      case QUANTITY -> new NumberField(new QuantityRule(numbers, factor(feed.unit(), column.unit())), column, 0);
      case DATE -> new PlainField(new DateRule(dates));
      case TIME -> new PlainField(new TimeRule(dates));
      case MONTH -> new PlainField(new PeriodRule(PeriodRule.Part.MONTH));
      case PERIOD -> new TextField(new PeriodRule(PeriodRule.Part.CODE));
      case PERIOD_START -> new PlainField(new PeriodRule(PeriodRule.Part.START));
      case PERIOD_END -> new PlainField(new PeriodRule(PeriodRule.Part.END));
      case UNIT -> new UnitField(fixedBasis(feed.basis()), spellings(feed));
      case FLAG -> new PlainField(new FlagRule());
      case NONE -> throw new IllegalArgumentException("the column " + column.name() + " of kind "
          + column.kind() + " is not read from files; remove it from the columns of the source");
    };
  }

  private static Map<String, String> spellings(ColumnFeed feed) {
    return feed.spellings() == null ? Map.of() : feed.spellings();
  }

  private static Basis fixedBasis(String basis) {
    if (basis == null || basis.startsWith(BASIS_COLUMN)) {
      return null;
    }
    Basis fixed = Basis.of(basis);
    return fixed == Basis.AS_PUBLISHED ? null : fixed;
  }

  /** Power of ten from one unit of measure to another of the same base. */
  private int shift(String from, String to) {
    return (int) Math.round(Math.log10(factorOf(from, to)));
  }

  private long factor(String from, String to) {
    return Math.round(factorOf(from, to));
  }

  private double factorOf(String from, String to) {
    if (from == null || to == null || from.equals(to)) {
      return 1;
    }
    return dictionary.units().get(from).factor() / dictionary.units().get(to).factor();
  }
}
