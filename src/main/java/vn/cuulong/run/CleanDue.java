package vn.cuulong.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.cuulong.contract.Grain;
import vn.cuulong.contract.TableContract;
import vn.cuulong.lake.TableState;
import vn.cuulong.lake.TableState.BuiltInterval;
import vn.cuulong.lake.TableState.FileEntry;
import vn.cuulong.lake.TableState.FileStatus;
import vn.cuulong.landing.LandingFolder;

/** Which intervals of a clean table are not what its files say: a comparison of fingerprints, nothing remembered. */
final class CleanDue {
  private CleanDue() {}

  /**
   * Fingerprint of the files of each interval, by its first day; a correction counts where the corrected file does.
   *
   * @param code fingerprint of what builds the table. It is part of each interval's, so that a run over a window
   *     leaves the rest due when the rules have changed
   * @param erased positions of rows that are left out, by the id of their file
   */
  static SortedMap<String, String> fingerprints(TableState state, String code, Map<String, long[]> erased) {
    Map<String, List<FileEntry>> families = families(state);
    SortedMap<String, SortedSet<String>> files = new TreeMap<>();
    for (FileEntry entry : state.files().values()) {
      if (entry.status() == FileStatus.BUILT) {
        for (String interval : entry.books().keySet()) {
          if (!interval.isEmpty()) {
            SortedSet<String> ids = files.computeIfAbsent(interval, key -> new TreeSet<>());
            families.get(LandingFolder.family(entry.path()))
                .forEach(member -> ids.add(member.path() + " " + member.sha256() + without(erased, member)));
          }
        }
      }
    }
    SortedMap<String, String> fingerprints = new TreeMap<>();
    files.forEach((interval, ids) -> {
      ids.add("built by " + code);
      fingerprints.put(interval, CodeFingerprint.ofTexts(ids));
    });
    return fingerprints;
  }

  private static String without(Map<String, long[]> erased, FileEntry file) {
    long[] positions = erased.get(file.sha256());
    return positions == null ? "" : " without " + Arrays.toString(positions);
  }

  /** Files that were built from, by what they and their corrections have in common. */
  static Map<String, List<FileEntry>> families(TableState state) {
    Map<String, List<FileEntry>> families = new HashMap<>();
    for (FileEntry entry : state.files().values()) {
      if (entry.status() == FileStatus.BUILT) {
        families.computeIfAbsent(LandingFolder.family(entry.path()), key -> new ArrayList<>()).add(entry);
      }
    }
    return families;
  }

  /** First days of the intervals that have to be built. */
  static SortedSet<String> intervals(
      TableContract table, TableState state, String code, Map<String, long[]> erased, RunRequest request) {
    SortedMap<String, String> wanted = fingerprints(state, code, erased);
    boolean force = request.force();
    SortedSet<String> due = new TreeSet<>();
    wanted.forEach((interval, fingerprint) -> {
      BuiltInterval built = state.builtIntervals().get(interval);
      if (force || built == null || !built.inputs().equals(fingerprint)) {
        due.add(interval);
      }
    });
    state.builtIntervals().forEach((interval, built) -> {
      if (!wanted.containsKey(interval) && (force || built.rows() > 0 && built.rolledBackTo() == null)) {
        due.add(interval);
      }
    });
    Grain grain = table.intervalGrain();
    due.removeIf(interval -> !Intervals.touches(interval, grain, request.window()));
    // What a run that died has left half done is put right whatever the window: nothing else remembers it.
    state.openIntent().ifPresent(intent ->
        intent.intervals().forEach(interval -> due.addAll(Intervals.starts(interval, grain))));
    return due;
  }
}
