package vn.cuulong.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.SourceContract;
import vn.cuulong.contract.TableContract;
import vn.cuulong.contract.TableName;
import vn.cuulong.lake.CommitConflictException;
import vn.cuulong.lake.Erasure;
import vn.cuulong.lake.Lake;
import vn.cuulong.lake.Lease;
import vn.cuulong.lake.Leases;
import vn.cuulong.lake.Staged;
import vn.cuulong.lake.TableShape;
import vn.cuulong.lake.TableState;
import vn.cuulong.lake.TableState.FileEntry;
import vn.cuulong.lake.TableState.FileStatus;
import vn.cuulong.landing.FileInspection;
import vn.cuulong.landing.FileLayout;
import vn.cuulong.landing.LandingFile;
import vn.cuulong.landing.LandingFolder;
import vn.cuulong.landing.LandingFolder.Found;
import vn.cuulong.landing.RejectRows;
import vn.cuulong.landing.SubjectSearch;

/**
 * Takes the rows of one person out of a warehouse, in three steps: find them in the landing files, note their places in
 * the ledger, so that no run reads them again, and, once a run has built what they were in without them, delete the
 * data files of earlier versions that still hold them.
 */
public final class SubjectErasure {
  private static final int TRIES = 5;

  private final Jobs jobs;
  private final LandingFolder folder;
  private final Configuration conf;
  private final Lake ledger;
  /** Rows that no earlier request had noted, by the id of their file. */
  private final Map<String, Long> newly = new TreeMap<>();

  /**
   * Erasures of one warehouse.
   *
   * @param landing folder or URI of the landing files
   * @param ledger the warehouse; needs no session
   */
  public SubjectErasure(Jobs jobs, String landing, Configuration conf, Lake ledger) {
    this.jobs = jobs;
    this.folder = new LandingFolder(conf, landing);
    this.conf = conf;
    this.ledger = ledger;
  }

  /**
   * A landing file with rows of the person.
   *
   * @param table which reads it
   * @param path below the landing folder
   * @param fileId hash of its bytes
   * @param positions where the rows are
   * @param places the same for people
   */
  public record Hit(TableName table, String path, String fileId, long[] positions, List<String> places) {}

  /**
   * What was found.
   *
   * @param hits files with such rows
   * @param searched how many files were searched
   * @param unsearched files that could not be, each with the reason: nobody knows whether their rows are of the person
   */
  public record Search(List<Hit> hits, int searched, List<String> unsearched) {
    /** Tables with rows of the person. */
    public Set<TableName> tables() {
      return hits.stream().map(Hit::table).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Positions by file. */
    public Map<String, long[]> rows() {
      Map<String, long[]> rows = new TreeMap<>();
      hits.forEach(hit -> rows.put(hit.fileId(), hit.positions()));
      return rows;
    }
  }

  /** Searches every landing file of the sources with personal data. */
  public Search search(SubjectSearch search) {
    List<Hit> hits = new ArrayList<>();
    List<String> unsearched = new ArrayList<>();
    int searched = 0;
    List<Found> found = files();
    for (TableContract table : jobs.tables().values()) {
      List<SourceContract> personal = jobs.sourcesOf(table.name()).stream().filter(SourceContract::personal).toList();
      Set<String> there = new LinkedHashSet<>();
      for (Found file : found) {
        for (SourceContract source : personal) {
          if (LandingFolder.matches(source, file.path())) {
            searched++;
            search(search, table, source, file, hits, there, unsearched);
          }
        }
      }
      ledger.ledger().state(table.name()).files().values().stream()
          .filter(entry -> personal.stream().anyMatch(source -> source.id().equals(entry.sourceId())))
          .filter(entry -> entry.status() == FileStatus.BUILT && !there.contains(entry.sha256()))
          .forEach(entry -> unsearched.add(entry.path() + ": its rows are in " + table.name()
              + " and its content is no longer in the landing folder"));
    }
    return new Search(hits, searched, unsearched);
  }

  private void search(SubjectSearch search, TableContract table, SourceContract source, Found found, List<Hit> hits,
      Set<String> there, List<String> unsearched) {
    try {
      LandingFile file = folder.identify(found, source);
      there.add(file.fileId());
      FileLayout layout = new FileInspection(conf, file, source, table).layout();
      long[] positions = search.positions(layout);
      if (positions.length > 0) {
        hits.add(new Hit(table.name(), file.path(), file.fileId(), positions, search.places(layout, positions)));
      }
    } catch (IOException unreadable) {
      // None of its rows is in a table either, unless the ledger says so.
      unsearched.add(found.path() + ": " + unreadable.getMessage());
    }
  }

  private List<Found> files() {
    try {
      return folder.files();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the landing folder cannot be listed", unreadable);
    }
  }

  /** Notes the rows in the ledger: whoever builds their intervals from now on leaves them out. */
  public void note(Search search, RunIdentity identity) {
    Map<String, long[]> earlier = ledger.ledger().erased();
    search.rows().forEach((file, positions) -> newly.put(file, Arrays.stream(positions)
        .filter(position -> Arrays.binarySearch(earlier.getOrDefault(file, new long[0]), position) < 0).count()));
    Map<String, List<Long>> rows = new TreeMap<>();
    search.rows().forEach((file, positions) -> rows.put(file, Arrays.stream(positions).boxed().toList()));
    ledger.ledger().save(new Erasure(identity.runId(), identity.clock().instant(), new TreeMap<>(rows)));
  }

  /** The tables with rows of the person, and every table that is made of them, in flow order. */
  public List<TableName> toBuild(Search search) {
    Set<TableName> touched = search.tables();
    for (TableContract table : jobs.tables().values()) {
      if (table.inputs().stream().anyMatch(input -> touched.contains(input.table()))) {
        touched.add(table.name());
      }
    }
    return jobs.tables().keySet().stream().filter(touched::contains).toList();
  }

  /**
   * Deletes the data files of earlier versions that hold the rows, of the tables and of the rejected rows.
   *
   * @return how many files
   */
  public int purge(Search search, Lake lake, SparkSession spark, Leases leases, String runId) {
    Map<String, long[]> rows = search.rows();
    int purged = 0;
    for (TableName name : search.tables()) {
      try (Lease lease = leases.acquire(name)) {
        if (lake.exists(name)) {
          purged += lake.upkeep(TableShape.of(jobs.tables().get(name))).purge(rows).size();
        }
        takeOutOfBooks(lake.ledger().state(name), search, lease, lake);
      }
    }
    if (lake.exists(RejectStore.NAME)) {
      deleteRejects(search, lake, spark, runId);
      purged += lake.upkeep(RejectStore.SHAPE).purge(rows).size();
    }
    return purged;
  }

  /** Rejected rows without an interval are in no interval that was built again. */
  private static void deleteRejects(Search search, Lake lake, SparkSession spark, String runId) {
    String condition = search.hits().stream().map(hit -> "file_id = '" + hit.fileId() + "' AND position IN ("
        + Arrays.stream(hit.positions()).mapToObj(Long::toString).collect(Collectors.joining(", ")) + ")")
        .collect(Collectors.joining(") OR (", "(", ")"));
    if (lake.read(RejectStore.NAME).where(condition).isEmpty()) {
      return;
    }
    for (int attempt = 1;; attempt++) {
      try (Staged staged = lake.table(RejectStore.SHAPE)
          .stageWhere(spark.createDataFrame(List.of(), RejectRows.SCHEMA), condition)) {
        staged.commit(runId);
        return;
      } catch (CommitConflictException conflict) {
        if (attempt == TRIES) {
          throw conflict;
        }
      }
    }
  }

  /** A file all of whose rows were rejected without an interval is read by no run: its book is put right here. */
  private void takeOutOfBooks(TableState state, Search search, Lease lease, Lake lake) {
    List<FileEntry> changed = new ArrayList<>();
    for (Hit hit : search.hits()) {
      FileEntry entry = state.files().get(hit.path());
      TableState.Book book = entry == null ? null : entry.books().get(CleanFiles.NO_INTERVAL);
      if (hit.table().equals(state.table()) && book != null && entry.books().size() == 1
          && entry.sha256().equals(hit.fileId())) {
        long left = book.read() - newly.getOrDefault(hit.fileId(), 0L);
        changed.add(entry.withBooks(Map.of(CleanFiles.NO_INTERVAL, new TableState.Book(left, 0, left, 0))));
      }
    }
    if (!changed.isEmpty()) {
      lease.confirm();
      lake.ledger().save(state.withFiles(changed));
    }
  }
}
