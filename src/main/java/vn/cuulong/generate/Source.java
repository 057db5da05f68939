package vn.cuulong.generate;

import java.util.List;
import java.util.function.Supplier;

/**
 * How the files of one provider look.
 *
 * @param id the source id, name of its folder in {@code jobs/1-sources} and in the landing folder
 * @param table the clean table that it feeds
 * @param layout bytes of a record
 * @param delimiter between fields of a DELIMITED file
 * @param style numbers and dates
 * @param pack compression
 * @param letterings encodings: of the first file and of all later ones
 * @param sheet the look of a SPREADSHEET, or null
 * @param fields columns
 * @param key fields of the table's key, in its order
 * @param keyBefore key values that stand in no field (a platform that is its own source), or empty
 * @param corrected true when one file gets a corrected successor
 * @param records makes a fresh maker of its records
 */
record Source(
    String id,
    String table,
    Layout layout,
    char delimiter,
    Formats.Style style,
    Pack pack,
    List<Lettering> letterings,
    SpreadsheetFile.Look sheet,
    List<Field> fields,
    List<Integer> key,
    String keyBefore,
    boolean corrected,
    Supplier<Records> records) {

  Lettering lettering(int fileNumber) {
    return letterings.get(Math.min(fileNumber, letterings.size() - 1));
  }

  /** File name of a stretch of time, perhaps with a version; it says that the content is synthetic. */
  String fileName(String label) {
    String name = id.substring(0, id.lastIndexOf('-')).replace('-', '_');
    return name + "_synthetic_" + label + "." + layout.extension + pack.extension;
  }

  /** The key of a row as the truth file writes it. */
  String keyOf(Row row, List<String> keyColumns) {
    StringBuilder text = new StringBuilder(keyBefore);
    for (int i = 0; i < key.size(); i++) {
      if (text.length() > 0) {
        text.append('|');
      }
      text.append(row.right(key.get(i), keyColumns.get(i)));
    }
    return text.toString();
  }

  /** Names of the clean columns that the key fields feed. */
  List<String> keyColumns() {
    return key.stream().map(field -> fields.get(field).feeds().get(0)).toList();
  }
}
