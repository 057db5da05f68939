package vn.cuulong.clean;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.types.StructType;
import vn.cuulong.landing.FileLayout;
import vn.cuulong.landing.Provenance;
import vn.cuulong.landing.ReadBlock;
import vn.cuulong.landing.ReadBlocks;
import vn.cuulong.landing.RowKeys;
import vn.cuulong.landing.TablePlan;
import vn.cuulong.table.Coded;
import vn.cuulong.table.ColumnValues;
import vn.cuulong.table.RowBlock;
import vn.cuulong.table.RowBlocks;
import vn.cuulong.table.Schemas;
import vn.cuulong.vietnamese.Doubt;

/** The rows that a clean table takes of what was read: those of the wanted intervals, but for those that lost. */
final class AcceptedRows implements RowBlocks {
  private final StructType schema;
  private final List<Read> reads;
  private final Map<String, Selection> selections;
  private final Set<Long> intervals;

  /**
   * Rows of files.
   *
   * @param selections by the path of the file; files that are not among them give no row
   * @param intervals epoch days on which the wanted intervals start
   */
  AcceptedRows(TablePlan plan, List<Read> reads, Map<String, Selection> selections, Set<Long> intervals) {
    this.schema = Schemas.of(plan.table());
    this.reads = reads;
    this.selections = selections;
    this.intervals = new HashSet<>(intervals);
  }

  /** Files that were read together. */
  record Read(List<FileLayout> layouts, ReadBlocks blocks) {}

  /**
   * What became of the accepted rows of one file.
   *
   * @param dropped sorted positions of rows that lost against another row
   * @param noted sorted positions of rows that won against a row of other content
   */
  record Selection(long[] dropped, long[] noted) implements Serializable {}

  @Override
  public StructType schema() {
    return schema;
  }

  @Override
  public <R extends Serializable> List<R> inTasks(BlockTask<R> function) {
    List<R> answers = new ArrayList<>();
    for (Read read : reads) {
      List<Selection> byFile = new ArrayList<>();
      read.layouts().forEach(layout -> byFile.add(selections.get(layout.file().path())));
      Choice choice = new Choice(byFile, intervals, schema.fieldIndex(Provenance.ISSUES));
      answers.addAll(read.blocks().inTasks((number, blocks) -> function.run(number, choice.of(blocks))));
    }
    return answers;
  }

  /**
   * Chooses rows, in a task.
   *
   * @param selections by the place of the file; null for a file of which no row is taken
   * @param issues place of the column that keeps the issues of a row
   */
  private record Choice(List<Selection> selections, Set<Long> intervals, int issues) implements Serializable {
    private Iterator<RowBlock> of(Iterator<ReadBlock> blocks) {
      Iterable<ReadBlock> all = () -> blocks;
      Stream<ReadBlock> read = StreamSupport.stream(all.spliterator(), false);
      return read.map(this::chosen).filter(Objects::nonNull).iterator();
    }

    private RowBlock chosen(ReadBlock read) {
      Selection selection = selections.get(read.survey().file);
      if (selection == null || read.rows().size() == 0) {
        return null;
      }
      int[] left = left(read.keys(), selection.dropped);
      return new RowBlock(noted(read, selection.noted), read.rows().size(), left);
    }

    private int[] left(RowKeys keys, long[] dropped) {
      int[] left = new int[keys.size()];
      int count = 0;
      int next = from(dropped, keys.position(0));
      long interval = keys.interval(0);
      boolean wanted = intervals.contains(interval);
      for (int row = 0; row < keys.size(); row++) {
        boolean lost = next < dropped.length && dropped[next] == keys.position(row);
        next += lost ? 1 : 0;
        if (keys.interval(row) != interval) {
          interval = keys.interval(row);
          wanted = intervals.contains(interval);
        }
        if (lost || !wanted) {
          left[count++] = row;
        }
      }
      return Arrays.copyOf(left, count);
    }

    /** The columns, with the note beside the other issues of a row that was contradicted. */
    private List<ColumnValues> noted(ReadBlock read, long[] noted) {
      List<ColumnValues> columns = read.rows().columns();
      RowKeys keys = read.keys();
      int next = from(noted, keys.position(0));
      if (next == noted.length || noted[next] > keys.position(keys.size() - 1)) {
        return columns;
      }
      @SuppressWarnings("unchecked")
      Coded<String[]> lists = ((Coded<String[]>) columns.get(issues)).copy();
      for (int row = 0; row < keys.size() && next < noted.length; row++) {
        if (keys.position(row) == noted[next]) {
          next++;
          lists.words().add(Stream.concat(Stream.of(lists.words().get(lists.get(row))),
              Stream.of(Doubt.DUPLICATE_KEY_CONFLICT.code())).sorted().toArray(String[]::new));
          lists.put(row, lists.words().size() - 1);
        }
      }
      List<ColumnValues> changed = new ArrayList<>(columns);
      changed.set(issues, lists);
      return changed;
    }

    private static int from(long[] positions, long first) {
      int at = Arrays.binarySearch(positions, first);
      return at < 0 ? ~at : at;
    }
  }
}
