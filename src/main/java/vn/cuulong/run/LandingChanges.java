package vn.cuulong.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import vn.cuulong.contract.SourceContract;
import vn.cuulong.lake.TableState;
import vn.cuulong.lake.TableState.FileEntry;
import vn.cuulong.lake.TableState.FileStatus;
import vn.cuulong.landing.LandingFolder;
import vn.cuulong.landing.LandingFolder.Found;

/**
 * What is different in the landing folder since the ledger last saw it, for one clean table.
 *
 * @param fresh files that are new or look changed, with the source that reads them
 * @param known files that are as the ledger knows them
 * @param gone files that were built from and are no longer there
 */
record LandingChanges(Map<Found, SourceContract> fresh, Map<Found, SourceContract> known, List<FileEntry> gone) {

  /**
   * Compares.
   *
   * @param again which known files are to be read again: all when the rules have changed
   */
  static LandingChanges of(
      List<Found> found, List<SourceContract> sources, TableState state, Predicate<FileEntry> again) {
    Map<Found, SourceContract> fresh = new LinkedHashMap<>();
    Map<Found, SourceContract> known = new LinkedHashMap<>();
    Set<String> there = new HashSet<>();
    for (Found file : found) {
      for (SourceContract source : sources) {
        if (LandingFolder.matches(source, file.path())) {
          there.add(file.path());
          FileEntry entry = state.files().get(file.path());
          (!isKnown(file, entry) || again.test(entry) ? fresh : known).put(file, source);
          break;
        }
      }
    }
    List<FileEntry> gone = new ArrayList<>();
    for (FileEntry entry : state.files().values()) {
      if (entry.status() == FileStatus.BUILT && !there.contains(entry.path())) {
        gone.add(entry);
      }
    }
    return new LandingChanges(fresh, known, gone);
  }

  /** Only the files of which rows, or all of them, were rejected; others stay as they are known, or unknown. */
  LandingChanges ofRejects(TableState state) {
    Map<Found, SourceContract> rejected = new LinkedHashMap<>(fresh);
    rejected.keySet().removeIf(file -> {
      FileEntry entry = state.files().get(file.path());
      return entry == null || entry.status() == FileStatus.BUILT && entry.total().rejected() == 0;
    });
    return new LandingChanges(rejected, known, List.of());
  }

  private static boolean isKnown(Found file, FileEntry entry) {
    return entry != null && entry.status() != FileStatus.REPLACED && entry.size() == file.size()
        && entry.modified().toEpochMilli() == file.modified();
  }
}
