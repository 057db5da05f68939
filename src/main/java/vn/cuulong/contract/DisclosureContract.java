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
 */
public record DisclosureContract(
    TableName contributors, Thresholds thresholds, List<Group> groups, List<String> open) implements Serializable {

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
    LAND
  }
}
