package vn.cuulong.contract;

import java.io.Serializable;
import java.util.List;

/**
 * A measure by which provinces are compared with each other: {@code dictionary/indicators.yml}.
 *
 * @param code the column of the mart that holds it, or its code among the published figures; unique
 * @param table where its values are: a mart, or the clean table of published figures
 * @param kind what can be done with it
 * @param direction which end is the good one
 * @param pillar code of the list {@code pillar}: digital government, economy or society; null when it is of none
 * @param title short name
 * @param units codes of {@code units.yml} that its values may have; values of the same base are brought to the first,
 *     and figures in any other unit are left out
 * @param numerator for a ratio: the column above; null when it is not known
 * @param denominator for a ratio: the column below, or the published indicator that weights it; null when not known
 * @param low column with the lower end of the interval around an estimate, or null
 * @param high column with its upper end, or null
 * @param missing column that lists the provinces inside the unit without records, or null
 * @param hasLocationQuotient whether the unit's ratio over that of the region says how specialised the unit is
 * @param also another mart with the same columns for other periods, or null
 */
public record Indicator(
    String code,
    TableName table,
    Kind kind,
    Direction direction,
    String pillar,
    Bilingual title,
    List<String> units,
    String numerator,
    String denominator,
    String low,
    String high,
    String missing,
    boolean hasLocationQuotient,
    TableName also) implements Serializable {

  /** The tables that its values are in. */
  public List<TableName> tables() {
    return also == null ? List.of(table) : List.of(table, also);
  }

  /** What a number is, and so what may be computed from it. */
  public enum Kind {
    /** Adds up over units: guests, đồng, persons. */
    AMOUNT,
    /** One amount over another: shares, values per person. */
    RATIO,
    /** A size above zero that neither adds up nor has its parts beside it: a median, a concentration. */
    LEVEL,
    /** A growth rate or an index of change; it may fall below zero. */
    RATE,
    /** Points on a scale whose zero means nothing. */
    SCORE,
    /** A place in somebody else's ranking. */
    RANK;

    /** True when twice the number is twice the thing, so that growth and inequality make sense. */
    public boolean isSize() {
      return this == AMOUNT || this == RATIO || this == LEVEL;
    }
  }

  /** Which end of an indicator is the good one. */
  public enum Direction {
    /** More is better: rank 1 is the largest. */
    HIGHER,
    /** Less is better: rank 1 is the smallest. */
    LOWER,
    /** Neither: rank 1 is the largest, and says nothing about merit. */
    NEITHER
  }
}
