package vn.cuulong.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.delta.actions.AddFile;

/**
 * The files of a table that a staging stands for, told by their statistics.
 *
 * @param wholly files all of whose rows are replaced
 * @param partly files that hold replaced rows and, perhaps, others
 */
record OldFiles(List<AddFile> wholly, List<AddFile> partly) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Sorts the files of a version into those replaced wholly, those partly, and those not at all. */
  static OldFiles of(List<AddFile> files, Replacement replaced, String column) {
    if (replaced instanceof Replacement.Everything) {
      return new OldFiles(files, List.of());
    }
    if (replaced instanceof Replacement.Where) {
      return new OldFiles(List.of(), files);
    }
    List<AddFile> wholly = new ArrayList<>();
    List<AddFile> partly = new ArrayList<>();
    if (replaced instanceof Replacement.Intervals intervals) {
      for (AddFile file : files) {
        LocalDate least = day(file, "minValues", column);
        LocalDate greatest = day(file, "maxValues", column);
        if (least == null || greatest == null) {
          partly.add(file);
        } else if (intervals.covers(least, greatest) && number(file, "nullCount", column) == 0) {
          wholly.add(file);
        } else if (intervals.touches(least, greatest)) {
          partly.add(file);
        }
      }
    }
    return new OldFiles(wholly, partly);
  }

  /** Rows of a file, from its statistics. */
  static long rows(AddFile file) {
    return ((Number) file.numLogicalRecords().get()).longValue();
  }

  /** A bound of a column, {@code minValues} or {@code maxValues}; null when the file does not say. */
  static LocalDate day(AddFile file, String bound, String column) {
    JsonNode value = statistics(file).path(bound).path(column);
    return value.isTextual() ? LocalDate.parse(value.textValue()) : null;
  }

  private static long number(AddFile file, String kind, String column) {
    return statistics(file).path(kind).path(column).asLong(-1);
  }

  private static JsonNode statistics(AddFile file) {
    try {
      return file.stats() == null ? JSON.nullNode() : JSON.readTree(file.stats());
    } catch (IOException e) {
      return JSON.nullNode();
    }
  }
}
