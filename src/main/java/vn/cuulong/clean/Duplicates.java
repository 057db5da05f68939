package vn.cuulong.clean;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import vn.cuulong.landing.FileSurvey;
import vn.cuulong.landing.LandingFile;
import vn.cuulong.landing.LandingFolder;

/**
 * Finds rows of the same key. A row of a corrected file is replaced by the row of that key in a higher version of the
 * same file, wherever the correction puts it. Of what is left, one row of each key and interval wins, by a total order
 * that no arrival time changes: the higher version of the file, then the later path, then the later place in the file.
 * The others are duplicates when they say the same or come from a lower version, and conflicts when they contradict it.
 *
 * <p>Keys are compared by a hash of 64 bits. Two keys of one hash are taken for a conflict: the loser is rejected with
 * its raw text, and so is seen. In a night of three million rows this happens once in four million nights.
 */
final class Duplicates {
  private static final long EMPTY = 0;
  /** As many as the highest byte of a key has values. */
  private static final int BUCKETS = 256;

  private final List<ReadFile> files;
  private final List<String> families;

  Duplicates(List<ReadFile> files) {
    this.files = files;
    this.families = files.stream().map(file -> LandingFolder.family(file.layout().file().path())).toList();
  }

  /** What became of a row that did not win, or of a winner that was contradicted. */
  enum Fate { DUPLICATE, CONFLICT, CONTRADICTED_WINNER }

  /**
   * A row with a fate.
   *
   * @param file place of its file in the list
   * @param position its place in the file
   * @param interval epoch day of its interval
   */
  record Found(int file, long position, long interval, Fate fate) {}

  /** All rows that lost, and the winners that were contradicted. */
  List<Found> find() {
    long[] repeated = repeatedKeys();
    if (repeated.length == 0) {
      return List.of();
    }
    List<Candidate> candidates = candidates(repeated);
    candidates.sort(Comparator.comparingLong(Candidate::key).thenComparing(this::winsFirst));
    List<Found> found = new ArrayList<>();
    for (int from = 0; from < candidates.size();) {
      int to = from + 1;
      while (to < candidates.size() && candidates.get(to).key == candidates.get(from).key) {
        to++;
      }
      judgeKey(candidates.subList(from, to), found);
      from = to;
    }
    return found;
  }

  private void judgeKey(List<Candidate> rows, List<Found> found) {
    Map<String, Integer> newest = new HashMap<>();
    rows.forEach(row -> newest.merge(families.get(row.file), version(row), Math::max));
    Map<Long, List<Candidate>> left = new TreeMap<>();
    for (Candidate row : rows) {
      if (version(row) < newest.get(families.get(row.file))) {
        found.add(new Found(row.file, row.position, row.interval, Fate.DUPLICATE));
      } else {
        left.computeIfAbsent(row.interval, interval -> new ArrayList<>()).add(row);
      }
    }
    left.values().forEach(ofInterval -> judge(ofInterval, found));
  }

  private void judge(List<Candidate> rows, List<Found> found) {
    Candidate winner = rows.get(0);
    boolean contradicted = false;
    for (Candidate row : rows.subList(1, rows.size())) {
      boolean corrected = version(row) < version(winner);
      boolean conflict = row.content != winner.content && !corrected;
      contradicted |= conflict;
      found.add(new Found(row.file, row.position, row.interval, conflict ? Fate.CONFLICT : Fate.DUPLICATE));
    }
    if (contradicted) {
      found.add(new Found(winner.file, winner.position, winner.interval, Fate.CONTRADICTED_WINNER));
    }
  }

  private int winsFirst(Candidate a, Candidate b) {
    LandingFile fileA = files.get(a.file).layout().file();
    LandingFile fileB = files.get(b.file).layout().file();
    int order = Integer.compare(fileB.version(), fileA.version());
    order = order != 0 ? order : fileB.path().compareTo(fileA.path());
    return order != 0 ? order : Long.compare(b.position, a.position);
  }

  private int version(Candidate row) {
    return files.get(row.file).layout().file().version();
  }

  /** Keys that stand more than once. */
  private long[] repeatedKeys() {
    long[] keys = sortedByBucket();
    int count = 0;
    for (int i = 1; i < keys.length; i++) {
      if (keys[i] == keys[i - 1] && (count == 0 || keys[count - 1] != keys[i])) {
        keys[count++] = keys[i];
      }
    }
    return Arrays.copyOf(keys, count);
  }

  /** All keys, those of one bucket together and sorted: small arrays are sorted in a core's cache, side by side. */
  private long[] sortedByBucket() {
    int[] ends = new int[BUCKETS];
    forEachKey(key -> ends[bucket(key)]++);
    int total = 0;
    for (int i = 0; i < BUCKETS; i++) {
      total += ends[i];
      ends[i] = total - ends[i];
    }
    long[] keys = new long[total];
    forEachKey(key -> keys[ends[bucket(key)]++] = key);
    IntStream.range(0, BUCKETS).parallel().forEach(i -> Arrays.sort(keys, i == 0 ? 0 : ends[i - 1], ends[i]));
    return keys;
  }

  private void forEachKey(LongConsumer use) {
    for (ReadFile file : files) {
      for (FileSurvey part : file.parts()) {
        for (int row = 0; row < part.size(); row++) {
          use.accept(part.key(row));
        }
      }
    }
  }

  private static int bucket(long key) {
    return (int) (key >>> 56);
  }

  private List<Candidate> candidates(long[] repeated) {
    long[] set = hashSet(repeated);
    List<Candidate> candidates = new ArrayList<>();
    for (int file = 0; file < files.size(); file++) {
      for (FileSurvey part : files.get(file).parts()) {
        for (int row = 0; row < part.size(); row++) {
          if (holds(set, part.key(row))) {
            candidates.add(new Candidate(part.key(row), part.content(row), file, part.position(row),
                part.interval(row)));
          }
        }
      }
    }
    return candidates;
  }

  /** Open addressing over the hashes themselves; the hash 0 is always held, which costs one look more. */
  private static long[] hashSet(long[] keys) {
    long[] set = new long[Integer.highestOneBit(Math.max(8, keys.length)) * 4];
    for (long key : keys) {
      int slot = slot(key, set.length);
      while (set[slot] != EMPTY) {
        slot = slot + 1 & set.length - 1;
      }
      set[slot] = key;
    }
    return set;
  }

  private static boolean holds(long[] set, long key) {
    int slot = slot(key, set.length);
    while (set[slot] != EMPTY) {
      if (set[slot] == key) {
        return true;
      }
      slot = slot + 1 & set.length - 1;
    }
    return key == EMPTY;
  }

  private static int slot(long key, int size) {
    return (int) (key ^ key >>> 32) & size - 1;
  }

  private record Candidate(long key, long content, int file, long position, long interval) {}
}
