package vn.cuulong.landing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/** Finds the records of one person in a landing file: those of which any field has the hash, whatever column it is in. */
public final class SubjectSearch {
  /** What nobody is named by: a flag, a count. */
  private static final int SHORT = 3;

  private final SubjectKey key;
  private final String hash;
  private final Configuration conf;

  /**
   * A search.
   *
   * @param hash as {@link SubjectKey#hash} gives it
   */
  public SubjectSearch(SubjectKey key, String hash, Configuration conf) {
    this.key = key;
    this.hash = hash;
    this.conf = conf;
  }

  /** Sorted positions of the records, as in the column {@code position}. */
  public long[] positions(FileLayout layout) throws IOException {
    List<Long> positions = new ArrayList<>();
    RawRecord record = new RawRecord();
    try (Records records = layout.records(conf)) {
      while (records.next(record)) {
        for (int i = 0; i < record.count; i++) {
          if (record.length[i] > SHORT && key.hash(record.field(i)).equals(hash)) {
            positions.add(record.position);
            break;
          }
        }
      }
    }
    return positions.stream().mapToLong(Long::longValue).sorted().toArray();
  }

  /** Where the records stand, in words for people: {@code line 12}. */
  public List<String> places(FileLayout layout, long[] positions) throws IOException {
    return Arrays.asList(RawLines.places(layout, positions, conf));
  }
}
