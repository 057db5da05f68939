package vn.cuulong.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.cuulong.contract.JobsReader;
import vn.cuulong.contract.SourceContract;
import vn.cuulong.contract.SourceContract.NumberStyle;

/** The two forms of PX-Web tables, read from the samples. */
class PxWebRecordsTest {
  private static final Path LANDING = Path.of("data-samples/landing");

  @Test
  @DisplayName("JSON-stat 1: a row for each cell, row by row, with the status inside the label of the year")
  void jsonStatOne() throws IOException {
    Path file = LANDING.resolve("official-statistic-json-stat/grdp-per-capita-v03-12.json");
    try (InputStream in = Files.newInputStream(file)) {
      JsonStatRecords records = new JsonStatRecords(in, NumberStyle.EN);
      List<Map<String, String>> rows = rows(records, records.labels());
      assertThat(records.labels()).containsExactly("Tỉnh, thành phố", "Năm", "value", "label", "source", "updated");
      assertThat(rows).hasSize(17 * 8);
      assertThat(rows.get(0)).containsEntry("Tỉnh, thành phố", "Ðồng bằng sông Cửu Long").containsEntry("Năm", "2018")
          .containsEntry("value", "49.56022100360935");
      assertThat(rows.get(8)).containsEntry("Tỉnh, thành phố", "An Giang").containsEntry("Năm", "2018");
      assertThat(rows.get(9)).containsEntry("Năm", "2019").containsEntry("value", "44.4867");
      assertThat(rows.get(14)).containsEntry("Năm", "Sơ bộ 2024");
      assertThat(rows.get(15)).containsEntry("Năm", "Ước tính 2025");
    }
  }

  @Test
  @DisplayName("JSON-stat 2: an empty cell is no row, and the position still counts it")
  void jsonStatTwo() throws IOException {
    Path file = LANDING.resolve("official-statistic-json-stat-2025/grdp-per-capita-pl-v03-02.json");
    try (InputStream in = Files.newInputStream(file)) {
      JsonStatRecords records = new JsonStatRecords(in, NumberStyle.EN);
      List<Map<String, String>> rows = rows(records, records.labels());
      assertThat(rows).hasSize(9 * 6 - 24);
      assertThat(rows.get(0)).containsEntry("Địa phương", "CẢ NƯỚC").containsEntry("position", "0");
      assertThat(rows.get(9)).containsEntry("Địa phương", "An Giang").containsEntry("Năm", "2020")
          .containsEntry("position", "12");
    }
  }

  @Test
  @DisplayName("PX-CSV: a wide table becomes a row for each cell; unit, status and footnote come from the header")
  void pxCsv() throws IOException {
    SourceContract source = JobsReader.read(Path.of("jobs")).sources().get("official-statistic-px-csv");
    Path file = LANDING.resolve("official-statistic-px-csv/average-population-v02-01.csv");
    try (PxCsvRecords records = new PxCsvRecords(Files.newInputStream(file), source.format())) {
      List<Map<String, String>> rows = rows(records, records.labels());
      assertThat(rows).as("four cells of the region hold ..").hasSize(17 * 6 - 4);
      assertThat(rows.get(0)).containsEntry("area", "WHOLE COUNTRY").containsEntry("period", "2019")
          .containsEntry("value", "96484.00").containsEntry("unit", "Thous. pers.")
          .containsEntry("measure", "Average population").containsEntry("note", "");
      assertThat(rows.get(1)).containsEntry("period", "2020").containsEntry("note", "(*)");
      assertThat(rows.get(5)).containsEntry("period", "Prel. 2024");
      assertThat(rows).extracting(row -> row.get("area")).contains("Kien  Giang", "Mekong River Delta");
      assertThat(rows).extracting(row -> row.get("position")).doesNotHaveDuplicates();
    }
  }

  @Test
  @DisplayName("A table whose values do not fill its dimensions is refused, with both numbers")
  void brokenTable() {
    String json = "{\"version\":\"2.0\",\"id\":[\"a\"],\"size\":[2],\"dimension\":{\"a\":{\"label\":\"a\",\"category\":"
        + "{\"index\":[\"0\",\"1\"],\"label\":{\"0\":\"x\",\"1\":\"y\"}}}},\"value\":[1]}";
    assertThatThrownBy(() -> new JsonStatRecords(
        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), NumberStyle.EN))
        .isInstanceOf(LandingFault.class).hasMessageContaining("2 cells").hasMessageContaining("1 values");
  }

  @Test
  @DisplayName("Dimensions that claim billions of cells, no JSON, half a JSON and other JSON are refused in time")
  void hostileTables() {
    StringBuilder category = new StringBuilder("{\"category\":{\"index\":[\"0\"");
    for (int i = 1; i < 1000; i++) {
      category.append(",\"").append(i).append('"');
    }
    category.append("]}}");
    String bomb = "{\"version\":\"2.0\",\"id\":[\"a\",\"b\",\"c\"],\"dimension\":{\"a\":" + category
        + ",\"b\":" + category + ",\"c\":" + category + "},\"value\":{}}";
    for (String json : List.of(bomb, "", "no JSON", "{\"id\":[\"a\"],", "[]", "{}", "{\"id\":5,\"value\":[1]}")) {
      assertThatThrownBy(() -> new JsonStatRecords(
          new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), NumberStyle.EN))
          .as(json.substring(0, Math.min(40, json.length()))).isInstanceOf(LandingFault.class);
    }
  }

  private static List<Map<String, String>> rows(Records records, List<String> labels) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    RawRecord record = new RawRecord();
    while (records.next(record)) {
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < labels.size(); i++) {
        row.put(labels.get(i), record.field(i));
      }
      row.put("position", Long.toString(record.position));
      assertThat(record.fault).isNull();
      rows.add(row);
    }
    return rows;
  }
}
