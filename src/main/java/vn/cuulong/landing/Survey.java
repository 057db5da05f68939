package vn.cuulong.landing;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * The first of two readings of landing files: everything is understood and counted, and nothing is kept but what the
 * second reading has to know: rejected rows, intervals, and hashes of keys.
 */
public final class Survey implements Serializable {
  private static final long serialVersionUID = 1L;
  /** Less than this is read faster here than it is handed to tasks. */
  private static final long SMALL_BYTES = 4L << 20;

  private final TablePlan plan;
  private final List<FileLayout> layouts;
  private final Set<Long> intervals;
  private final SerializableConfiguration conf;

  /**
   * A survey.
   *
   * @param intervals epoch days on which the wanted intervals start, or null for all; rows of other intervals are
   *     left out, rows without an interval are in
   */
  public Survey(TablePlan plan, List<FileLayout> layouts, Set<Long> intervals, Configuration conf) {
    this.plan = plan;
    this.layouts = new ArrayList<>(layouts);
    this.intervals = intervals == null ? null : new HashSet<>(intervals);
    this.conf = new SerializableConfiguration(conf);
  }

  /** Reads all files; the result holds one survey for each part of each file. */
  public List<FileSurvey> run(SparkSession spark) {
    List<List<FilePart>> packs = FilePart.packed(layouts);
    long bytes = layouts.stream().mapToLong(layout -> layout.file().size()).sum();
    if (bytes <= SMALL_BYTES) {
      return packs.stream().flatMap(List::stream).parallel().map(this::survey).toList();
    }
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    return context.parallelize(packs, packs.size())
        .flatMap(pack -> pack.stream().map(this::survey).iterator()).collect();
  }

  /** Reads one part, on any machine. */
  FileSurvey survey(FilePart part) {
    FileSurvey survey = new FileSurvey(part.file());
    FileLayout layout = layouts.get(part.file());
    Take take = new Take(survey, intervals);
    try (RowReader reader = new RowReader(plan, layout, layout.records(conf.value(), part.start(), part.end()), take)) {
      while (reader.nextBatch()) {
        // Everything of interest is taken row by row.
      }
    } catch (LandingFault fault) {
      survey.fault = fault.doubt();
      survey.faultFound = fault.getMessage();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + layout.file().path(), unreadable);
    }
    survey.trim();
    return survey;
  }

  /** Takes note of every row of the wanted intervals, and wants none of them in a batch. */
  private record Take(FileSurvey survey, Set<Long> intervals) implements RowReader.RowUse {
    @Override
    public boolean wants(RowReader row) {
      if (intervals == null || row.interval == RowReader.NO_DAY || intervals.contains(row.interval)) {
        survey.take(row);
      }
      return false;
    }

    @Override
    public boolean isFirstReading() {
      return true;
    }
  }
}
