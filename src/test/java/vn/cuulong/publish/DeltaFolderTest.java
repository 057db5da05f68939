package vn.cuulong.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.cuulong.SparkForTests;
import vn.cuulong.contract.ProductContract.PublishedTable;
import vn.cuulong.publish.CsvFile.Dialect;

class DeltaFolderTest {
  static Stream<PublishedTable> tables() {
    return Samples.JOBS.products().values().stream().flatMap(product -> product.tables().stream());
  }

  @ParameterizedTest
  @MethodSource("tables")
  void every_published_table_has_the_oldest_protocol_and_is_read_by_delta_as_it_is(PublishedTable published,
      @TempDir Path folder) throws Exception {
    FrozenTable table = Samples.table(published, 3);
    SortedMap<String, byte[]> files = new TreeMap<>();
    DeltaFolder.add(files, table, ParquetFile.of(table), Samples.VERSION.day());
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.createDirectories(folder.resolve(file.getKey()).getParent());
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
    String place = folder.resolve("delta").resolve(table.name()).toString();
    SparkSession spark = SparkForTests.session();

    Row detail = spark.sql("DESCRIBE DETAIL delta.`" + place + "`").first();
    assertThat(detail.<Integer>getAs("minReaderVersion")).isEqualTo(1);
    assertThat(detail.<Integer>getAs("minWriterVersion")).isEqualTo(2);
    assertThat(detail.getList(detail.fieldIndex("tableFeatures"))).isEqualTo(List.of("appendOnly", "invariants"));
    assertThat(detail.<Long>getAs("numFiles")).isEqualTo(1);

    Dataset<Row> rows = spark.read().format("delta").load(place);
    assertThat(rows.schema().fieldNames()).containsExactly(
        table.columns().stream().map(FrozenColumn::name).toArray(String[]::new));
    assertThat(rows.schema().apply(table.contract().key().get(0)).getComment().get())
        .contains(table.columns().get(table.indexOf(table.contract().key().get(0))).title().vi());
    // What comes back, frozen again, is what was written, to the last digit.
    FrozenTable again = FrozenRows.of(published, table.origin(), rows);
    assertThat(again.rows()).hasSameSizeAs(table.rows());
    assertThat(CsvFile.of(again, Dialect.INTERNATIONAL)).isEqualTo(CsvFile.of(sorted(published, table),
        Dialect.INTERNATIONAL));
  }

  private static FrozenTable sorted(PublishedTable published, FrozenTable table) {
    List<Object[]> rows = new java.util.ArrayList<>(table.rows());
    rows.sort((a, b) -> {
      for (String key : published.table().key()) {
        int at = table.indexOf(key);
        @SuppressWarnings({"unchecked", "rawtypes"})
        int order = ((Comparable) a[at]).compareTo(b[at]);
        if (order != 0) {
          return order;
        }
      }
      return 0;
    });
    return table.with(table.columns(), rows);
  }
}
