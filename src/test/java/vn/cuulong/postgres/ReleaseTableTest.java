package vn.cuulong.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cuulong.contract.ColumnType.Base;
import vn.cuulong.contract.ProductContract;
import vn.cuulong.publish.FrozenColumn;
import vn.cuulong.publish.FrozenTable;
import vn.cuulong.publish.PublishException;
import vn.cuulong.publish.Release;
import vn.cuulong.publish.ReleaseFiles;
import vn.cuulong.publish.ReleaseVersion;
import vn.cuulong.publish.Releases;
import vn.cuulong.publish.Samples;

/** What PostgreSQL is told of the tables of a release, without a PostgreSQL. */
class ReleaseTableTest {
  private static final Map<Base, String> TYPES = Map.of(Base.STRING, "text", Base.BIGINT, "bigint", Base.DOUBLE,
      "double precision", Base.DATE, "date", Base.TIMESTAMP, "timestamptz", Base.BOOLEAN, "boolean",
      Base.STRING_ARRAY, "text[]");

  @TempDir
  private Path folder;

  static Iterable<ProductContract> products() {
    return Samples.JOBS.products().values();
  }

  private List<ReleaseTable> released(ProductContract product, List<FrozenTable> tables) {
    Release release = new Release(product, new ReleaseVersion(LocalDate.of(2026, 1, 31), 1), "0.1.0", null,
        Samples.JOBS.dictionary(), List.of(), tables);
    return ReleaseTable.of(new Releases(folder).put(release, ReleaseFiles.of(release)));
  }

  @ParameterizedTest
  @MethodSource("products")
  void every_table_is_made_with_its_types_its_key_and_comments_in_both_languages(ProductContract product)
      throws IOException {
    List<FrozenTable> frozen = product.tables().stream().map(one -> Samples.table(one, 11)).toList();
    List<ReleaseTable> tables = released(product, frozen);
    assertThat(tables).hasSameSizeAs(frozen);
    for (int i = 0; i < tables.size(); i++) {
      TableStatements statements = new TableStatements("cuulong_x", tables.get(i));
      String create = statements.create();
      String after = String.join("\n", statements.finish("cuulong/x/2026.01.31"));
      assertThat(create).startsWith("CREATE TABLE \"cuulong_x\".\"" + frozen.get(i).name() + "\" (");
      for (FrozenColumn column : frozen.get(i).columns()) {
        String type = column.type().base() == Base.DECIMAL ? "numeric(38," + column.type().scale() + ")"
            : TYPES.get(column.type().base());
        assertThat(create).contains("  \"" + column.name() + "\" " + type + (column.required() ? " NOT NULL" : ""));
        assertThat(after).contains(TableStatements.text(column.title().vi()).substring(1).replaceAll("'$", ""));
      }
      assertThat(after).contains("ADD PRIMARY KEY (\""
          + String.join("\", \"", frozen.get(i).contract().key()) + "\")", "cuulong/x/2026.01.31'");
      assertThat(lines(tables.get(i))).hasSize(frozen.get(i).rows().size());
    }
  }

  @Test
  void every_value_comes_back_out_of_its_line() throws IOException {
    ProductContract product = Samples.JOBS.products().get("tourism");
    FrozenTable table = Samples.table(product.tables().get(0), 4);
    List<String> lines = lines(released(product, List.of(table)).get(0));
    for (int row = 0; row < lines.size(); row++) {
      assertThat(lines.get(row)).endsWith("\n");
      String[] values = lines.get(row).substring(0, lines.get(row).length() - 1).split("\t", -1);
      assertThat(values).hasSize(table.columns().size());
      for (int i = 0; i < values.length; i++) {
        assertThat(said(table.columns().get(i), values[i])).as(table.columns().get(i).name() + " of row " + row)
            .isEqualTo(table.rows().get(row)[i]);
      }
    }
  }

  /** Reads a value of COPY as PostgreSQL documents it. */
  private static Object said(FrozenColumn column, String value) {
    if (value.equals("\\N")) {
      return null;
    }
    String text = value.replace("\\\\", "\u0000").replace("\\t", "\t").replace("\\n", "\n").replace("\\r", "\r")
        .replace('\u0000', '\\');
    return switch (column.type().base()) {
      case STRING -> text;
      case BIGINT -> Long.valueOf(text);
      case DOUBLE -> Double.valueOf(text);
      case DECIMAL -> new java.math.BigDecimal(text);
      case DATE -> LocalDate.parse(text);
      case TIMESTAMP -> java.time.Instant.parse(text);
      case BOOLEAN -> Boolean.valueOf(text);
      case STRING_ARRAY -> text.equals("{}") ? List.of()
          : List.of(text.substring(2, text.length() - 2).split("\",\""));
    };
  }

  private static List<String> lines(ReleaseTable table) throws IOException {
    List<String> lines = new ArrayList<>();
    CopyLine line = new CopyLine(table.columns());
    try (ParquetReader<Group> rows = table.rows()) {
      for (Group row = rows.read(); row != null; row = rows.read()) {
        lines.add(line.of(row));
      }
    }
    return lines;
  }

  @Test
  void text_in_a_statement_stays_text() {
    assertThat(TableStatements.text("Cà Mau's")).isEqualTo("'Cà Mau''s'");
    assertThat(TableStatements.text("a\\'; DROP TABLE x; --")).isEqualTo("E'a\\\\''; DROP TABLE x; --'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1a", "a-b", "A", "a\"; DROP TABLE x; --", "bảng",
      "a123456789012345678901234567890123456789012345678901234567890123456789"})
  void a_name_that_could_be_more_than_a_name_is_refused(String name) {
    assertThatThrownBy(() -> TableStatements.name(name)).isInstanceOf(PublishException.class);
  }

  @Test
  void the_schema_of_a_product_has_its_name() {
    assertThat(SchemaPublication.schema("digital-grdp")).isEqualTo("cuulong_digital_grdp");
  }
}
