package vn.cuulong.contract;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What one table promises: {@code jobs/2-clean/<name>/table.yml} or {@code jobs/3-marts/<name>/table.yml}.
 *
 * @param name its name
 * @param title heading in both languages
 * @param question the question it answers
 * @param grain what one row is, in words
 * @param key names of the columns that identify a row
 * @param columns its columns in order, each with whether it may be empty
 * @param intervalColumn the DATE column by which it is rebuilt; null when the table is built whole
 * @param intervalGrain the length of a rebuilt interval; null when the table is built whole
 * @param appendBy columns of the key that tell one group of rows from another, such as one vintage; a group that is in
 *     the table is never changed, and a build only adds the groups that are not. Empty: a build replaces
 * @param method how it is estimated; null when it is no estimate
 * @param inputs tables it may read; empty for a clean table, whose inputs are its sources
 * @param checks what must hold before a version is committed
 * @param statistics columns for which file statistics are kept, because readers filter by them
 * @param schedules names of schedules in {@code schedules.yml}, at least one
 * @param warnings codes of {@code dictionary/warnings.yml}
 * @param owner who answers for it
 */
public record TableContract(
    TableName name,
    Bilingual title,
    Bilingual question,
    Bilingual grain,
    List<String> key,
    List<ColumnUse> columns,
    String intervalColumn,
    Grain intervalGrain,
    List<String> appendBy,
    MethodContract method,
    List<Input> inputs,
    List<Check> checks,
    List<String> statistics,
    List<String> schedules,
    List<String> warnings,
    String owner) implements Serializable {

  /** The same table, estimated in another way. */
  public TableContract withMethod(MethodContract other) {
    return new TableContract(name, title, question, grain, key, columns, intervalColumn, intervalGrain, appendBy, other,
        inputs, checks, statistics, schedules, warnings, owner);
  }

  /**
   * A column in a table.
   *
   * @param column its definition
   * @param required true when it is never null: a landing row without it is rejected
   * @param keepsText true when {@code <name>_text}, the next column, holds what was said wherever the value is a guess
   */
  public record ColumnUse(Column column, boolean required, boolean keepsText) implements Serializable {
    /** The name of the column. */
    public String name() {
      return column.name();
    }
  }

  /**
   * A declared input.
   *
   * @param table what is read; the table itself for its own earlier intervals
   * @param lookback how many intervals of <em>this</em> table before the rebuilt one are read as well; a changed
   *     input interval therefore makes that many later intervals dirty. -1: all of the input, whatever the interval
   */
  public record Input(TableName table, int lookback) implements Serializable {}

  /**
   * A condition on the rows of a staged table.
   *
   * @param name unique in the table, snake_case
   * @param condition SQL over one row, true when the row is right; null counts as right
   * @param severity what a broken check does
   * @param tolerance greatest share of rows, 0 to 1, that may break it
   * @param because why the check is weaker than it should be, or null
   * @param until the day the weakening ends, or null
   * @param message what it means when broken
   */
  public record Check(
      String name, String condition, Severity severity, double tolerance, String because, LocalDate until,
      Bilingual message) implements Serializable {}

  /** True when the table has no intervals: any change of its inputs builds all of it again. */
  public boolean isWhole() {
    return intervalColumn == null;
  }

  /** The column that says when a row is: the interval's, or the first date of the key of a table without intervals. */
  public Optional<String> dayColumn() {
    return isWhole() ? key.stream().filter(name -> column(name).orElseThrow().column().type().base()
        == ColumnType.Base.DATE).findFirst() : Optional.of(intervalColumn);
  }

  /** True when a build adds rows and changes none. */
  public boolean onlyGrows() {
    return !appendBy.isEmpty();
  }

  /** What a broken check does. */
  public enum Severity { WARN, HOLD }

  /** The column of that name, with its use. */
  public Optional<ColumnUse> column(String columnName) {
    return columns.stream().filter(use -> use.name().equals(columnName)).findFirst();
  }
}
