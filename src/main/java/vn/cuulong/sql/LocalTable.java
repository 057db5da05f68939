package vn.cuulong.sql;

import java.util.Set;
import java.util.function.Supplier;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.LocalScan;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * A table whose rows are made here and are few.
 *
 * @param name for plans
 * @param schema its columns
 * @param rows asked for by each query
 */
record LocalTable(String name, StructType schema, Supplier<InternalRow[]> rows) implements SupportsRead {
  @Override
  public Set<TableCapability> capabilities() {
    return Set.of(TableCapability.BATCH_READ);
  }

  @Override
  public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
    return () -> new LocalScan() {
      @Override
      public InternalRow[] rows() {
        return rows.get();
      }

      @Override
      public StructType readSchema() {
        return schema;
      }
    };
  }
}
