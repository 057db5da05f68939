package vn.cuulong.contract;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What a published table must not tell about single contributors: {@code disclosure:} below a table of a
 * {@code product.yml}. A number column that is named nowhere here is not published.
 *
 * @param contributors the internal mart that says who stands behind the measures, or null when columns of the table do
 * @param thresholds the rules
 * @param groups measures that are withheld together
 * @param open numbers that tell of no single contributor
 * @param pairs how the table says what goes from place to place, or null when it does not
 * @param lineage of which marts its rows are made, or null when it has contributors of its own
 */
public record DisclosureContract(TableName contributors, Thresholds thresholds, List<Group> groups, List<String> open,
    Pairs pairs, Lineage lineage) implements Serializable {

  /**
   * The rules.
   *
   * @param minimumCount fewest contributors of a published value
   * @param dominanceCount n of the (n,k) rule, 1 or 2
   * @param dominanceShare k of the (n,k) rule, as a share: the n largest have no more of a value
   * @param protection p of the p % rule, as a share: nobody can work out a contributor more closely
   */
  public record Thresholds(int minimumCount, int dominanceCount, double dominanceShare, double protection)
      implements Serializable {}

  /**
   * Measures of one kind of record.
   *
   * @param name of the kind
   * @param measures what adds up over places; those that the mart of contributors knows are judged by it
   * @param persons those measures that count persons, or one thing each: they are their own number of contributors
   * @param derived columns made of the measures, and of which rows
   */
  public record Group(String name, List<String> measures, List<String> persons, Map<String, MadeOf> derived)
      implements Serializable {}

  /**
   * What goes from one place to another. Sums over pairs that another table publishes are withheld with the pairs,
   * where they would give them away.
   *
   * @param from column of the place that something leaves
   * @param to column of the place that it reaches
   * @param measures what adds up over pairs, the one that is judged by its contributors first
   * @param derived columns that are withheld with the measures
   * @param totals the table of one place and month that has the same measures over all partners
   * @param inside its column of what stays in a place, of the first measure
   * @param outgoing its column of what leaves it
   * @param incoming its column of what reaches it
   * @param unplaced its column of what leaves it for nobody knows where, no part of {@code outgoing}
   */
  public record Pairs(String from, String to, List<String> measures, List<String> derived, TableName totals,
      String inside, String outgoing, String incoming, String unplaced) implements Serializable {}

  /**
   * Of which marts a row is made.
   *
   * @param code column that says what a row is about: a code, or several joined by "/"
   * @param sources columns of marts by code; a code that is not there rests on published figures alone
   * @param unit column of the unit, or null when a row is about all units of a region
   * @param basis column of the map, or null when rows are about units as records name them
   * @param month column with the first day of its month, or null
   * @param region column of the region with which it is compared, or null
   * @param derived columns made of the sources, and of which of their rows
   */
  public record Lineage(String code, Map<String, List<Source>> sources, String unit, String basis, String month,
      String region, Map<String, MadeOf> derived) implements Serializable {}

  /** A column of a mart. */
  public record Source(TableName table, String column) implements Serializable {}

  /** Which rows a derived column is made of, always with its own. */
  public enum MadeOf {
    /** Its own row. */
    ROW,
    /** Its own and the month before. */
    MONTH_BEFORE,
    /** Its own and the same month a year before. */
    YEAR_BEFORE,
    /** Twelve months, its own the last. */
    TWELVE_MONTHS,
    /** Its own and that of its region. */
    REGION,
    /** All records of its land, counted again: nothing that overlaps a withheld cell may show it. */
    LAND,
    /** That of the region; where there is none, those of its members. */
    MEMBERS,
    /** Those of all members of the region. */
    SLICE,
    /** Those of all members, in its own month and the one before. */
    SLICE_BEFORE,
    /** Those of all members, in its own month and the same month of all years before. */
    SLICE_YEARS,
    /** Those of all months of its unit. */
    SERIES
  }
}
