package vn.cuulong.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class SdmxTest {
  static Stream<FrozenTable> tables() {
    return Samples.JOBS.products().values().stream().flatMap(product -> Samples.release(product, 1).tables().stream());
  }

  @ParameterizedTest
  @MethodSource("tables")
  void the_structure_names_every_column_of_the_data_once(FrozenTable table) throws Exception {
    Document structure = structure(table);
    List<String> components = new ArrayList<>();
    for (String kind : List.of("str:Dimension", "str:TimeDimension", "str:Attribute", "str:Measure")) {
      NodeList found = structure.getElementsByTagName(kind);
      for (int i = 0; i < found.getLength(); i++) {
        components.add(((Element) found.item(i)).getAttribute("id"));
      }
    }
    String header = lines(table)[0];
    List<String> columns = Arrays.asList(header.split(","));

    assertThat(columns.subList(0, 3)).containsExactly("STRUCTURE", "STRUCTURE_ID", "ACTION");
    assertThat(columns.subList(3, columns.size())).containsExactlyInAnyOrderElementsOf(components)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void every_known_number_outside_the_key_is_one_observation(FrozenTable table) {
    long known = 0;
    for (Object[] row : table.rows()) {
      for (int i = 0; i < row.length; i++) {
        FrozenColumn column = table.columns().get(i);
        known += column.isNumber() && column.inSdmx() && !table.isKey(column) && row[i] != null ? 1 : 0;
      }
    }
    String text = new String(SdmxData.of(table, Samples.VERSION), StandardCharsets.UTF_8);
    long observations = text.lines().filter(line -> line.startsWith("datastructure,CUULONG:")).count();
    assertThat(observations).isEqualTo(known);
  }

  @Test
  void times_are_written_as_sdmx_reads_them() {
    FrozenTable table = tables().filter(one -> one.name().equals("province_digital_linkage")).findFirst().orElseThrow();
    SdmxShape shape = SdmxShape.of(table);
    Set<String> times = new HashSet<>();
    table.rows().forEach(row -> times.add(shape.timeOf(row)));
    assertThat(times).containsExactlyInAnyOrder("2024", "2024-Q1", "2024-03", "2024-01-01/P9M");

    FrozenTable monthly = Samples.release("tourism", 1).tables().get(0);
    assertThat(SdmxShape.of(monthly).timeOf(monthly.rows().get(0))).isEqualTo("2024-01");
  }

  @Test
  void an_estimate_is_marked_before_anything_else_is() {
    FrozenTable table = Samples.release("tourism", 1).tables().get(0);
    SdmxShape shape = SdmxShape.of(table);
    assertThat(shape.statusOf(row(table, false, "final"))).isEqualTo("A");
    assertThat(shape.statusOf(row(table, false, "preliminary"))).isEqualTo("P");
    assertThat(shape.statusOf(row(table, false, "estimate"))).isEqualTo("E");
    assertThat(shape.statusOf(row(table, true, "final"))).isEqualTo("E");
  }

  @Test
  void codes_are_named_in_both_languages() throws Exception {
    String structure = new String(SdmxStructure.of(Samples.release("tourism", 1).tables().get(0),
        new CodeNames(Samples.JOBS.dictionary()), Samples.VERSION), StandardCharsets.UTF_8);
    assertThat(structure).contains("<com:Name xml:lang=\"vi\">Cần Thơ</com:Name>", "id=\"can-tho-2025\"",
        "<com:Name xml:lang=\"en\">Guests", "version=\"2026.131.1\"");
  }

  private static Object[] row(FrozenTable table, boolean estimated, String status) {
    Object[] row = table.rows().get(0).clone();
    row[table.indexOf("is_estimated")] = estimated;
    row[table.indexOf("status")] = status;
    return row;
  }

  private static String[] lines(FrozenTable table) {
    return new String(SdmxData.of(table, Samples.VERSION), StandardCharsets.UTF_8).split("\n");
  }

  private static Document structure(FrozenTable table) throws Exception {
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(
        SdmxStructure.of(table, new CodeNames(Samples.JOBS.dictionary()), Samples.VERSION)));
  }
}
