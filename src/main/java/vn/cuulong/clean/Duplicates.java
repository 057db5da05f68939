package vn.cuulong.clean;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.cuulong.clean.Losers.Fate;
import vn.cuulong.landing.LandingFile;
import vn.cuulong.landing.LandingFolder;
import vn.cuulong.landing.RowKeys;

/**
 * Finds rows of the same key. A row of a corrected file is replaced by the row of that key in a higher version of the
 * same file, wherever the correction puts it. Of what is left, one row of each key and interval wins, by a total order
 * that no arrival time changes: the higher version of the file, then the later path, then the later place in the file.
 * The others are duplicates when they say the same or come from a lower version, and conflicts when they contradict it.
 *
 * <p>Keys are compared by a hash of 64 bits. Two keys of one hash are taken for a conflict: the loser is rejected with
 * its raw text, and so is seen. In a night of three million rows this happens once in four million nights.
 */
final class Duplicates implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final long EMPTY = 0;
  /** Stands for a file whose rows do not count. */
  static final int NO_FILE = -1;

  private final int[] versions;
  private final int[] families;
  private final int[] ranks;
  private final List<int[]> places;

  /**
   * What has to be known of files to judge their rows.
   *
   * @param files by their places
   * @param places of each list of files that were read together: the place of each, or {@link #NO_FILE}
   */
  Duplicates(List<LandingFile> files, List<int[]> places) {
    this.versions = files.stream().mapToInt(LandingFile::version).toArray();
    List<String> names = files.stream().map(file -> LandingFolder.family(file.path())).toList();
    Map<String, Integer> numbers = new HashMap<>();
    this.families = names.stream().mapToInt(name -> numbers.computeIfAbsent(name, key -> numbers.size())).toArray();
    List<String> ordered = new ArrayList<>(new TreeSet<>(files.stream().map(LandingFile::path).toList()));
    this.ranks = files.stream().mapToInt(file -> Collections.binarySearch(ordered, file.path())).toArray();
    this.places = places;
  }

  /**
   * Keys of some rows.
   *
   * @param list number of the list of files that were read together, theirs among them
   */
  record Part(int list, RowKeys keys) implements Serializable {}

  /** All rows that lost, and the winners that were contradicted; all rows of a key are among those given. */
  Losers among(List<Part> parts) {
    Losers losers = new Losers();
    long[] repeated = repeatedKeys(parts);
    if (repeated.length == 0) {
      return losers;
    }
    List<Candidate> candidates = candidates(parts, repeated);
    candidates.sort(Comparator.comparingLong(Candidate::key).thenComparing(this::winsFirst));
    for (int from = 0; from < candidates.size();) {
      int to = from + 1;
      while (to < candidates.size() && candidates.get(to).key == candidates.get(from).key) {
        to++;
      }
      judgeKey(candidates.subList(from, to), losers);
      from = to;
    }
    return losers;
  }

  private void judgeKey(List<Candidate> rows, Losers losers) {
    Map<Integer, Integer> newest = new HashMap<>();
    rows.forEach(row -> newest.merge(families[row.file], versions[row.file], Math::max));
    Map<Long, List<Candidate>> left = new TreeMap<>();
    for (Candidate row : rows) {
      if (versions[row.file] < newest.get(families[row.file])) {
        losers.add(row.file, row.position, row.interval, Fate.DUPLICATE);
      } else {
        left.computeIfAbsent(row.interval, interval -> new ArrayList<>()).add(row);
      }
    }
    left.values().forEach(ofInterval -> judge(ofInterval, losers));
  }

  private void judge(List<Candidate> rows, Losers losers) {
    Candidate winner = rows.get(0);
    boolean contradicted = false;
    for (Candidate row : rows.subList(1, rows.size())) {
      boolean corrected = versions[row.file] < versions[winner.file];
      boolean conflict = row.content != winner.content && !corrected;
      contradicted |= conflict;
      losers.add(row.file, row.position, row.interval, conflict ? Fate.CONFLICT : Fate.DUPLICATE);
    }
    if (contradicted) {
      losers.add(winner.file, winner.position, winner.interval, Fate.CONTRADICTED_WINNER);
    }
  }

  private int winsFirst(Candidate a, Candidate b) {
    int order = Integer.compare(versions[b.file], versions[a.file]);
    order = order != 0 ? order : Integer.compare(ranks[b.file], ranks[a.file]);
    return order != 0 ? order : Long.compare(b.position, a.position);
  }

  /** Keys that stand more than once. */
  private static long[] repeatedKeys(List<Part> parts) {
    long[] keys = new long[parts.stream().mapToInt(part -> part.keys.size()).sum()];
    int count = 0;
    for (Part part : parts) {
      for (int row = 0; row < part.keys.size(); row++) {
        keys[count++] = part.keys.key(row);
      }
    }
    Arrays.sort(keys);
    count = 0;
    for (int i = 1; i < keys.length; i++) {
      if (keys[i] == keys[i - 1] && (count == 0 || keys[count - 1] != keys[i])) {
        keys[count++] = keys[i];
      }
    }
    return Arrays.copyOf(keys, count);
  }

  private List<Candidate> candidates(List<Part> parts, long[] repeated) {
    long[] set = hashSet(repeated);
    List<Candidate> candidates = new ArrayList<>();
    for (Part part : parts) {
      RowKeys keys = part.keys;
      for (int row = 0; row < keys.size(); row++) {
        int file = places.get(part.list)[keys.file(row)];
        if (file != NO_FILE && holds(set, keys.key(row))) {
          candidates.add(
              new Candidate(keys.key(row), keys.content(row), file, keys.position(row), keys.interval(row)));
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
