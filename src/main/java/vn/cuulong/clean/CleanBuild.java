package vn.cuulong.clean;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import vn.cuulong.landing.FileLayout;
import vn.cuulong.landing.FileSurvey;
import vn.cuulong.landing.LandingFile;
import vn.cuulong.landing.ReadBlocks;
import vn.cuulong.landing.RejectRows;
import vn.cuulong.landing.Survey;
import vn.cuulong.landing.TablePlan;
import vn.cuulong.table.RowBlocks;
import vn.cuulong.vietnamese.Doubt;

/**
 * Makes the rows of one clean table from its files, and the books that say what became of every row read. The result
 * is a function of the set of files: their order, and the number of runs they come in, change nothing.
 */
public final class CleanBuild implements AutoCloseable {
  private final SparkSession spark;
  private final TablePlan plan;
  private final Configuration conf;
  private final List<AcceptedRows.Read> reads = new ArrayList<>();

  /** A build for one table. */
  public CleanBuild(SparkSession spark, TablePlan plan, Configuration conf) {
    this.spark = spark;
    this.plan = plan;
    this.conf = conf;
  }

  /**
   * What became of the rows of one file in one interval.
   *
   * @param read rows found
   * @param rejected rows rejected, conflicts among them
   * @param duplicate rows that another row stands for
   */
  public record Tally(long read, long rejected, long duplicate) {
    /** Rows that stand in the clean table. */
    public long accepted() {
      return read - rejected - duplicate;
    }
  }

  /**
   * The result.
   *
   * @param rows rows of the wanted intervals
   * @param tallies for each file, in the order given, by epoch day of the interval; {@code Long.MIN_VALUE} holds the
   *     rows whose interval is not known
   * @param rejects rejected rows of the files, conflicts among them
   */
  public record Result(RowBlocks rows, List<Map<Long, Tally>> tallies, List<RejectRows.Group> rejects) {
    /** Rows that the clean table has to hold in one interval, by the books. */
    public long accepted(long interval) {
      return tallies.stream().map(byInterval -> byInterval.get(interval)).filter(Objects::nonNull)
          .mapToLong(Tally::accepted).sum();
    }
  }

  /**
   * Reads files; see {@link Survey}. A file with a fault comes back with the part that says so. Call {@link #close}
   * when their rows are written.
   */
  public List<ReadFile> survey(List<FileLayout> layouts, Set<Long> intervals) {
    List<List<FileSurvey>> parts = new ArrayList<>();
    layouts.forEach(layout -> parts.add(new ArrayList<>()));
    if (!layouts.isEmpty()) {
      ReadBlocks blocks = new Survey(plan, layouts, intervals, conf).run(spark);
      reads.add(new AcceptedRows.Read(layouts, blocks));
      blocks.surveys().forEach(part -> parts.get(part.file).add(part));
    }
    List<ReadFile> files = new ArrayList<>();
    for (int i = 0; i < layouts.size(); i++) {
      files.add(new ReadFile(layouts.get(i), parts.get(i)));
    }
    return files;
  }

  /**
   * The rows of the wanted intervals.
   *
   * @param files every file that touches them, surveyed for them
   * @param intervals epoch days on which they start
   */
  public Result build(List<ReadFile> files, Set<Long> intervals) {
    List<Map<Long, long[]>> counts = new ArrayList<>();
    List<RejectRows.Group> rejects = new ArrayList<>();
    for (ReadFile file : files) {
      Map<Long, long[]> byInterval = new TreeMap<>();
      ArrayList<FileSurvey.Reject> rejected = new ArrayList<>();
      for (FileSurvey part : file.parts()) {
        part.counts.forEach((interval, count) -> {
          long[] tally = byInterval.computeIfAbsent(interval, key -> new long[3]);
          tally[0] += count.read;
          tally[1] += count.rejected;
        });
        rejected.addAll(part.rejects);
      }
      counts.add(byInterval);
      rejects.add(new RejectRows.Group(file.layout(), rejected));
    }
    RowBlocks rows = new AcceptedRows(plan, List.copyOf(reads), selections(files, counts, rejects), intervals);
    return new Result(rows, tallies(counts), rejects);
  }

  /** Of each file by its path: which rows lost, and which are noted. */
  private Map<String, AcceptedRows.Selection> selections(
      List<ReadFile> files, List<Map<Long, long[]>> counts, List<RejectRows.Group> rejects) {
    Positions[] dropped = Positions.some(files.size());
    Positions[] noted = Positions.some(files.size());
    List<LandingFile> landed = files.stream().map(file -> file.layout().file()).toList();
    new KeyBuckets(reads).losers(landed).forEach(losers -> losers.forEach((file, position, interval, fate) -> {
      long[] tally = counts.get(file).get(interval);
      switch (fate) {
        case CONTRADICTED_WINNER -> noted[file].add(position);
        case DUPLICATE -> {
          dropped[file].add(position);
          tally[2]++;
        }
        case CONFLICT -> {
          dropped[file].add(position);
          tally[1]++;
          rejects.get(file).rejects().add(
              new FileSurvey.Reject(position, interval, List.of(Doubt.DUPLICATE_KEY_CONFLICT.code())));
        }
      }
    }));
    Map<String, AcceptedRows.Selection> selections = new HashMap<>();
    for (int i = 0; i < files.size(); i++) {
      selections.put(files.get(i).layout().file().path(),
          new AcceptedRows.Selection(dropped[i].sorted(), noted[i].sorted()));
    }
    return selections;
  }

  /** Lets go of the rows that were read. */
  @Override
  public void close() {
    reads.forEach(read -> read.blocks().close());
    reads.clear();
  }

  private static List<Map<Long, Tally>> tallies(List<Map<Long, long[]>> counts) {
    List<Map<Long, Tally>> tallies = new ArrayList<>();
    for (Map<Long, long[]> byInterval : counts) {
      Map<Long, Tally> tally = new TreeMap<>();
      byInterval.forEach((interval, count) -> tally.put(interval, new Tally(count[0], count[1], count[2])));
      tallies.add(tally);
    }
    return tallies;
  }

  /** Positions in one file. */
  private static final class Positions {
    private long[] values = new long[8];
    private int size;

    private static Positions[] some(int count) {
      Positions[] positions = new Positions[count];
      Arrays.setAll(positions, i -> new Positions());
      return positions;
    }

    private void add(long position) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = position;
    }

    private long[] sorted() {
      long[] sorted = Arrays.copyOf(values, size);
      Arrays.sort(sorted);
      return sorted;
    }
  }
}
