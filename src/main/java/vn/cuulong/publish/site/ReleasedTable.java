package vn.cuulong.publish.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.cuulong.publish.PublishException;

/**
 * A table of a release, read from its CSV file: fields separated by commas, quoted where they must be, UTF-8 with or
 * without a byte order mark.
 *
 * @param name layer and name, {@code mart.regional_comparison}
 * @param release what it is part of
 * @param columns names in the order of the file
 * @param rows fields as they are written; an empty field is one without a value
 */
record ReleasedTable(String name, ReleaseFolder release, List<String> columns, List<String[]> rows) {

  static ReleasedTable read(String name, ReleaseFolder release, Path file) {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException broken) {
      throw new PublishException("A table of a release cannot be read.", file + ": " + broken.getMessage(),
          "Publish the product again, or check the folder with: cuulong verify " + release.folder());
    }
    List<String[]> records = records(text, file);
    return new ReleasedTable(name, release, List.of(records.get(0)), records.subList(1, records.size()));
  }

  /** Where a column stands; below 0 when the release left it out. */
  int position(String column) {
    return columns.indexOf(column);
  }

  private static List<String[]> records(String text, Path file) {
    List<String[]> records = new ArrayList<>();
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = text.startsWith("\uFEFF") ? 1 : 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c != '"') {
          field.append(c);
        } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          field.append(c);
          i++;
        } else {
          quoted = false;
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == ',' || c == '\n') {
        fields.add(field.toString());
        field.setLength(0);
        if (c == '\n') {
          records.add(fields.toArray(String[]::new));
          fields.clear();
        }
      } else if (c != '\r') {
        field.append(c);
      }
    }
    if (field.length() > 0 || !fields.isEmpty()) {
      fields.add(field.toString());
      records.add(fields.toArray(String[]::new));
    }
    boolean even = !records.isEmpty() && records.stream().allMatch(one -> one.length == records.get(0).length);
    if (!even || quoted) {
      throw new PublishException("A table of a release is damaged.",
          file + " has rows of different length or an open quote.",
          "Publish the product again; a release is never edited by hand.");
    }
    return records;
  }
}
