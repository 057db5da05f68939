package vn.cuulong.lake;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Rows of landing files that are left out for ever because the person whom they tell of asked for it. It says where the
 * rows stood and nothing of what they said.
 *
 * @param runId of the command
 * @param when it was asked
 * @param rows positions by the id of the file, which is the hash of its bytes: a copy of the file is known again
 */
public record Erasure(String runId, Instant when, SortedMap<String, List<Long>> rows) {
  /** Copies the map. */
  public Erasure {
    rows = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(rows));
  }
}
