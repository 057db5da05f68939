package vn.cuulong.contract;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * How the files of one provider look and what feeds which column: {@code jobs/1-sources/<id>/source.yml}.
 *
 * @param id folder name, kebab-case
 * @param feeds the clean table its rows go to
 * @param title heading in both languages
 * @param provider who sends the files, in both languages
 * @param files glob below the landing folder, {@code tourism_stay/*.csv}; {@code .gz} and {@code .zip} behind it
 *     match too
 * @param format how the bytes are laid out
 * @param dataOrigin {@code published}, {@code administrative} or {@code synthetic}
 * @param frequency {@code daily}, {@code monthly}, {@code quarterly}, {@code yearly}, or {@code irregular} when nothing
 *     is promised
 * @param lateAfterDays days after the end of an interval by which its file is promised
 * @param personal true when raw rows hold personal data; their raw text is then masked in {@code ops.reject}
 * @param columns which raw header feeds which column
 * @param drops raw headers that are known and dropped at the door (direct identifiers)
 * @param ignores raw headers that are known and not used
 */
public record SourceContract(
    String id,
    TableName feeds,
    Bilingual title,
    Bilingual provider,
    String files,
    Format format,
    String dataOrigin,
    String frequency,
    int lateAfterDays,
    boolean personal,
    List<ColumnFeed> columns,
    List<String> drops,
    List<String> ignores) implements Serializable {

  /** How the bytes of a file become fields. */
  public enum Layout { CSV, JSON_LINES, XLSX, JSON_STAT, PX_CSV }

  /** How decimal and thousands marks are written. */
  public enum NumberStyle { VI, EN, AUTO }

  /** In which order a date is written. */
  public enum DateStyle { DMY, YMD, MDY }

  /**
   * The look of the files.
   *
   * @param layout bytes to fields
   * @param delimiter field separator of CSV
   * @param encoding a charset name, or {@code auto} to find out
   * @param multiline true when a quoted field may hold newlines; such a file is read in one piece
   * @param headerRows number of header rows (XLSX); group labels of upper rows fill to the right and are joined to
   *     the lower label by {@code " / "}
   * @param titleRows rows above the header
   * @param sheet sheet name (XLSX), or null for the first
   * @param fillDown raw headers whose empty cells repeat the cell above (XLSX)
   * @param skipRows words; a row with a TEXT cell that starts with one of them, folded, is a subtotal and not a record
   * @param numbers number style
   * @param dates date style
   */
  public record Format(
      Layout layout,
      char delimiter,
      String encoding,
      boolean multiline,
      int headerRows,
      int titleRows,
      String sheet,
      List<String> fillDown,
      List<String> skipRows,
      NumberStyle numbers,
      DateStyle dates) implements Serializable {}

  /**
   * One column and where it comes from. Exactly one of {@code headers} and {@code constant} is set.
   *
   * @param column name of a column of the fed table
   * @param headers spellings of the raw header, matched folded (case, diacritics and spaces do not matter)
   * @param constant a value that every row of the source has, or null
   * @param unit unit in which the raw numbers stand when the cell does not say it; null for the column's own
   * @param basis {@code units_2004} or {@code units_2025} when places are meant on a fixed map, whatever the date;
   *     or {@code column:<raw header>} when a raw column says {@code pre2025} or {@code post2025}; else null
   * @param spellings raw text to code, beyond the spellings of the dictionary; for a column whose provider has
   *     words of its own
   */
  public record ColumnFeed(
      String column,
      List<String> headers,
      String constant,
      String unit,
      String basis,
      Map<String, String> spellings) implements Serializable {}
}
