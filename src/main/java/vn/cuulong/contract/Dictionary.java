package vn.cuulong.contract;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * The words of the project: {@code jobs/dictionary/*.yml}.
 *
 * @param columns every column by name
 * @param units every unit of measure by code
 * @param categories every code list by name
 * @param issues every issue by code
 * @param warnings every usage warning by code
 */
public record Dictionary(
    Map<String, Column> columns,
    Map<String, UnitOfMeasure> units,
    Map<String, Category> categories,
    Map<String, Issue> issues,
    Map<String, Bilingual> warnings) implements Serializable {

  /** A unit of measure: {@code million_vnd} is 1e6 of {@code vnd}. */
  public record UnitOfMeasure(String code, String base, double factor, Bilingual title, List<String> spellings)
      implements Serializable {}

  /** A code list. */
  public record Category(String name, List<Code> codes) implements Serializable {}

  /** One code of a list, with the spellings by which it is known beside its own titles. */
  public record Code(String code, Bilingual title, List<String> spellings) implements Serializable {}

  /**
   * Something that was found while a value, a row or a file was read.
   *
   * @param code snake_case
   * @param effect what happened to the value or row
   * @param meaning what it means
   * @param action what was done
   * @param remedy what the provider can do
   */
  public record Issue(String code, Effect effect, Bilingual meaning, Bilingual action, Bilingual remedy)
      implements Serializable {}

  /** What an issue does. */
  public enum Effect {
    /** The value was understood, with a guess that is flagged. */
    NOTE,
    /** The value was not understood: it is null, the row stays unless the column is required. */
    EMPTY,
    /** The row is rejected. */
    REJECT,
    /** The whole file is rejected. */
    REJECT_FILE
  }
}
