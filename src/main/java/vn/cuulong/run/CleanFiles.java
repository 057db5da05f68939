package vn.cuulong.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import vn.cuulong.clean.CleanBuild;
import vn.cuulong.clean.ReadFile;
import vn.cuulong.contract.Dictionary;
import vn.cuulong.contract.SourceContract;
import vn.cuulong.contract.TableContract;
import vn.cuulong.lake.TableState;
import vn.cuulong.lake.TableState.Book;
import vn.cuulong.lake.TableState.FileEntry;
import vn.cuulong.lake.TableState.FileStatus;
import vn.cuulong.landing.FileInspection;
import vn.cuulong.landing.FileLayout;
import vn.cuulong.landing.FileSurvey;
import vn.cuulong.landing.LandingFault;
import vn.cuulong.landing.LandingFile;
import vn.cuulong.landing.LandingFolder;
import vn.cuulong.landing.LandingFolder.Found;
import vn.cuulong.landing.LandingLook;
import vn.cuulong.landing.LandingLook.Seen;
import vn.cuulong.run.TableOutcome.Trouble;
import vn.cuulong.vietnamese.Doubt;

/** The landing files of one clean table in one run: identified, inspected, surveyed, and what the ledger says of them. */
final class CleanFiles {
  /** Key of the books for rows whose interval was not understood. */
  static final String NO_INTERVAL = "";
  private static final long NO_DAY = Long.MIN_VALUE;

  private final LandingFolder folder;
  private final Configuration conf;
  private final TableContract table;
  private final Dictionary dictionary;
  private final String runId;
  private final Map<String, FileLayout> layouts = new HashMap<>();
  private final Map<String, ReadFile> surveyed = new TreeMap<>();
  private final List<FileEntry> entries = new ArrayList<>();
  private final List<Trouble> unusable = new ArrayList<>();

  CleanFiles(LandingFolder folder, Configuration conf, TableContract table, Dictionary dictionary, String runId) {
    this.folder = folder;
    this.conf = conf;
    this.table = table;
    this.dictionary = dictionary;
    this.runId = runId;
  }

  /** Files as the ledger will know them, those that cannot be used among them. */
  List<FileEntry> entries() {
    return entries;
  }

  /** Files that cannot be used as a whole, each said for a person. */
  List<Trouble> unusable() {
    return unusable;
  }

  /** Surveyed files by path. */
  Map<String, ReadFile> surveyed() {
    return surveyed;
  }

  /** Reads files that are new or changed. */
  void readFresh(Map<Found, SourceContract> fresh, TableState state, CleanBuild build) {
    List<FileLayout> readable = new ArrayList<>();
    Map<String, Found> foundByPath = new HashMap<>();
    for (Seen seen : look(fresh)) {
      foundByPath.put(seen.found().path(), seen.found());
      if (seen.problem() != null) {
        refuse(seen, state);
      } else {
        layouts.put(seen.found().path(), seen.layout());
        readable.add(seen.layout());
      }
    }
    for (ReadFile file : build.survey(readable, null)) {
      Optional<FileSurvey> faulty = file.parts().stream().filter(part -> part.fault != null).findFirst();
      LandingFile landed = file.layout().file();
      if (faulty.isPresent()) {
        refuse(foundByPath.get(landed.path()), file.layout().source(), landed.fileId(), faulty.get().fault,
            faulty.get().faultFound, state);
      } else {
        surveyed.put(landed.path(), file);
        entries.add(entry(landed, file, state));
      }
    }
  }

  /**
   * Intervals of the files that were read in which a row was rejected before, or there are other rows than before.
   *
   * @param before what the ledger knew of the files
   */
  Set<String> intervalsOfRejects(TableState before) {
    Set<String> intervals = new HashSet<>();
    surveyed.forEach((path, file) -> {
      FileEntry entry = before.files().get(path);
      Map<String, Long> read = new HashMap<>();
      file.parts().forEach(part ->
          part.counts.forEach((interval, count) -> read.merge(name(interval), count.read, Long::sum)));
      read.forEach((interval, rows) -> {
        Book book = entry.books().getOrDefault(interval, Book.EMPTY);
        if (book.rejected() > 0 || book.read() != rows) {
          intervals.add(interval);
        }
      });
      entry.books().forEach((interval, book) -> {
        if (book.rejected() > 0) {
          intervals.add(interval);
        }
      });
    });
    return intervals;
  }

  /**
   * The layout of a file that the ledger knows, for reading it again.
   *
   * @throws HeldException when it is not there as it was
   */
  FileLayout again(FileEntry entry, Map<String, Found> foundByPath, Map<String, SourceContract> sources) {
    if (layouts.containsKey(entry.path())) {
      return layouts.get(entry.path());
    }
    Found found = foundByPath.get(entry.path());
    if (found == null || found.size() != entry.size() || found.modified() != entry.modified().toEpochMilli()) {
      throw HeldException.notReady("The landing file " + entry.path() + " is needed again and is "
          + (found == null ? "no longer there." : "not what it was."),
          "Another file of the same intervals is new or changed, so that all their files have to be read.",
          "Put the file back, or run with --force to build the intervals without its rows.");
    }
    LandingFile file = new LandingFile(entry.path(), found.uri(), found.size(), found.modified(), entry.sha256(),
        entry.sourceId(), entry.version());
    try {
      FileLayout layout = new FileInspection(conf, file, sources.get(entry.sourceId()), table).layout();
      layouts.put(entry.path(), layout);
      return layout;
    } catch (IOException unreadable) {
      throw HeldException.notReady("The landing file " + entry.path() + " could be read once and cannot be read now.",
          String.valueOf(unreadable.getMessage()), "Put the file back as it was, or run with --force.");
    }
  }

  /** Refuses to commit when a file that was read has changed meanwhile. */
  void refuseChanged(Collection<ReadFile> files) {
    try {
      Optional<LandingFile> changed = folder.firstChanged(files.stream().map(file -> file.layout().file()).toList());
      if (changed.isPresent()) {
        String path = changed.get().path();
        throw HeldException.notReady("The landing file " + path + " changed while it was read. / Tệp nguồn " + path
            + " thay đổi trong khi đọc.", "It is still being written, or was taken away. / Tệp còn đang được ghi, hoặc "
            + "vừa bị lấy đi.", "Let senders write under another name (.part) and rename the file when it is complete; "
            + "the next run reads it. / Hãy ghi vào tên khác (.part), xong mới đổi tên; lần chạy sau sẽ đọc.");
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private List<Seen> look(Map<Found, SourceContract> fresh) {
    try {
      return new LandingLook(folder, conf, table).at(fresh);
    } catch (IOException noFileSystem) {
      throw new UncheckedIOException(noFileSystem);
    }
  }

  private void refuse(Seen seen, TableState state) {
    if (seen.problem() instanceof LandingFault fault) {
      refuse(seen.found(), seen.source(), seen.fileId(), fault.doubt(), fault.getMessage(), state);
    } else {
      // Storage may answer tomorrow: nothing is recorded, so that the next run tries again.
      String path = seen.found().path();
      unusable.add(new Trouble("The landing file " + path + " could not be read. / Không đọc được tệp nguồn " + path
          + ".", seen.problem().getClass().getSimpleName() + ": " + seen.problem().getMessage(),
          "The next run tries again; when it stays, look at the storage and its permissions. / Lần chạy sau đọc lại; "
          + "nếu vẫn vậy, hãy xem ổ đĩa và quyền đọc."));
    }
  }

  /** A file that cannot be used; one that stands in for a good one leaves the good one's rows where they are. */
  private void refuse(
      Found found, SourceContract source, String fileId, Doubt doubt, String what, TableState state) {
    Dictionary.Issue issue = dictionary.issues().get(doubt.code());
    unusable.add(new Trouble("The landing file " + found.path() + " cannot be used (" + doubt.code() + "). / Không "
        + "dùng được tệp nguồn " + found.path() + ".", what + " / " + issue.meaning().vi(),
        issue.remedy().en() + " / " + issue.remedy().vi()));
    FileEntry before = state.files().get(found.path());
    boolean waits = doubt == Doubt.FILE_STILL_WRITTEN;
    boolean standsInForGood = before != null && before.status() == FileStatus.BUILT;
    if (!waits && !standsInForGood) {
      entries.add(new FileEntry(found.path(), source.id(), found.size(), Instant.ofEpochMilli(found.modified()),
          fileId, LandingFolder.version(found.path()), runId, FileStatus.REJECTED_FILE,
          List.of(doubt.code() + ":" + what), new TreeMap<>()));
    }
  }

  private FileEntry entry(LandingFile file, ReadFile read, TableState state) {
    TreeMap<String, Book> books = new TreeMap<>();
    for (FileSurvey part : read.parts()) {
      part.counts.forEach((interval, count) -> books.merge(name(interval),
          new Book(count.read, count.read - count.rejected, count.rejected, 0), Book::plus));
    }
    FileEntry before = state.files().get(file.path());
    boolean sameContent = before != null && before.sha256().equals(file.fileId());
    if (sameContent && before.status() == FileStatus.BUILT) {
      // Until an interval is built again, its rows are those that the book of its last build tells of.
      books.replaceAll((interval, book) -> before.books().getOrDefault(interval, book));
    }
    String firstSeen = sameContent ? before.firstSeenRun() : runId;
    return new FileEntry(file.path(), file.sourceId(), file.size(), Instant.ofEpochMilli(file.modified()),
        file.fileId(), file.version(), firstSeen, FileStatus.BUILT, read.layout().notes(), books);
  }

  /** The ledger's name of an interval that the survey knows by its epoch day. */
  static String name(long interval) {
    return interval == NO_DAY ? NO_INTERVAL : LocalDate.ofEpochDay(interval).toString();
  }
}
