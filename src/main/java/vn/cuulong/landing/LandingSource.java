package vn.cuulong.landing;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.util.SerializableConfiguration;
import vn.cuulong.table.Schemas;
import vn.cuulong.vietnamese.Doubt;

/**
 * Landing files as a Spark data source: the second of two readings, which gives the rows that a clean table takes, in
 * column vectors, straight from the bytes.
 */
public final class LandingSource implements TableProvider {
  private static final Map<String, LandingScan> SCANS = new ConcurrentHashMap<>();
  private static final String SCAN = "scan";

  /**
   * Which rows of one file are wanted.
   *
   * @param dropped sorted positions of rows that the first reading rejected, or that lost against another row
   * @param noted sorted positions of rows that won against a row of other content
   */
  public record Selection(long[] dropped, long[] noted) implements Serializable {}

  /**
   * The accepted rows of files.
   *
   * @param selections one for each layout
   * @param intervals epoch days on which the wanted intervals start
   */
  public static Dataset<Row> rows(SparkSession spark, TablePlan plan, List<FileLayout> layouts,
      List<Selection> selections, Set<Long> intervals, Configuration conf) {
    LandingScan scan = new LandingScan(plan, new ArrayList<>(layouts), new ArrayList<>(selections),
        new HashSet<>(intervals), new SerializableConfiguration(conf));
    String id = Integer.toHexString(System.identityHashCode(scan)) + "-" + plan.table().name();
    SCANS.put(id, scan);
    try {
      return spark.read().format(LandingSource.class.getName()).option(SCAN, id).load();
    } finally {
      SCANS.remove(id);
    }
  }

  @Override
  public StructType inferSchema(CaseInsensitiveStringMap options) {
    return SCANS.get(options.get(SCAN)).readSchema();
  }

  @Override
  public Table getTable(StructType schema, Transform[] partitioning, Map<String, String> properties) {
    return new LandingTable(SCANS.get(properties.get(SCAN)));
  }

  private record LandingTable(LandingScan scan) implements SupportsRead {
    @Override
    public String name() {
      return "landing files of " + scan.plan.table().name();
    }

    @Override
    public StructType schema() {
      return scan.readSchema();
    }

    @Override
    public Set<TableCapability> capabilities() {
      return Set.of(TableCapability.BATCH_READ);
    }

    @Override
    public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
      return () -> scan;
    }
  }

  private record LandingPartition(ArrayList<FilePart> parts) implements InputPartition {}

  private record LandingScan(TablePlan plan, ArrayList<FileLayout> layouts, ArrayList<Selection> selections,
      HashSet<Long> intervals, SerializableConfiguration conf) implements Scan, Batch, PartitionReaderFactory {
    @Override
    public StructType readSchema() {
      return Schemas.of(plan.table());
    }

    @Override
    public Batch toBatch() {
      return this;
    }

    @Override
    public InputPartition[] planInputPartitions() {
      return FilePart.packed(layouts).stream().map(pack -> new LandingPartition(new ArrayList<>(pack)))
          .toArray(InputPartition[]::new);
    }

    @Override
    public PartitionReaderFactory createReaderFactory() {
      return this;
    }

    @Override
    public boolean supportColumnarReads(InputPartition partition) {
      return true;
    }

    @Override
    public PartitionReader<InternalRow> createReader(InputPartition partition) {
      throw new UnsupportedOperationException("landing files are read as columns only");
    }

    @Override
    public PartitionReader<ColumnarBatch> createColumnarReader(InputPartition partition) {
      return new PartReader(this, ((LandingPartition) partition).parts());
    }
  }

  /** Reads the parts of one task, one after the other. */
  private static final class PartReader implements PartitionReader<ColumnarBatch> {
    private final LandingScan scan;
    private final List<FilePart> parts;
    private int next;
    private RowReader reader;

    private PartReader(LandingScan scan, List<FilePart> parts) {
      this.scan = scan;
      this.parts = parts;
    }

    @Override
    public boolean next() throws IOException {
      while (true) {
        if (reader == null) {
          if (next == parts.size()) {
            return false;
          }
          reader = open(parts.get(next++));
        }
        while (reader.nextBatch()) {
          if (reader.batch().numRows() > 0) {
            return true;
          }
        }
        reader.close();
        reader = null;
      }
    }

    @Override
    public ColumnarBatch get() {
      return reader.batch();
    }

    @Override
    public void close() {
      if (reader != null) {
        try {
          reader.close();
        } catch (IOException failed) {
          throw new UncheckedIOException(failed);
        }
      }
    }

    private RowReader open(FilePart part) throws IOException {
      FileLayout layout = scan.layouts.get(part.file());
      Wanted wanted = new Wanted(scan.intervals, scan.selections.get(part.file()));
      return new RowReader(scan.plan, layout,
          layout.records(scan.conf.value(), part.start(), part.end()), wanted);
    }
  }

  /** Takes the rows of the wanted intervals, but for those that lost to another row. */
  private static final class Wanted implements RowReader.RowUse {
    private final Set<Long> intervals;
    private final Selection selection;
    private boolean noted;
    private long knownInterval = RowReader.NO_DAY;
    private boolean knownWanted;

    private Wanted(Set<Long> intervals, Selection selection) {
      this.intervals = intervals;
      this.selection = selection;
    }

    @Override
    public boolean wants(RowReader row) {
      if (row.interval != knownInterval) {
        knownInterval = row.interval;
        knownWanted = intervals.contains(knownInterval);
      }
      if (!knownWanted || row.rejected) {
        return false;
      }
      long position = row.record.position;
      noted = selection.noted.length > 0 && Arrays.binarySearch(selection.noted, position) >= 0;
      return selection.dropped.length == 0 || Arrays.binarySearch(selection.dropped, position) < 0;
    }

    @Override
    public Doubt note() {
      return noted ? Doubt.DUPLICATE_KEY_CONFLICT : null;
    }
  }
}
