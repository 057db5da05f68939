package vn.cuulong.landing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vn.cuulong.contract.SourceContract.NumberStyle;
import vn.cuulong.vietnamese.Doubt;

/**
 * The cells of a JSON-stat table, versions 1 and 2, as records: a field for each dimension by its label, then
 * {@code value}, {@code label} (the title of the table), {@code source} and {@code updated}. An empty cell is no
 * record. The position of a record is the number of its cell in row-major order.
 */
final class JsonStatRecords implements Records {
  /** No published table is larger; a few lines of JSON can claim billions of empty cells. */
  private static final long MOST_CELLS = 50_000_000;
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String VALUE = "value";
  private static final List<String> TABLE_FIELDS = List.of("label", "source", "updated");

  private final NumberStyle numbers;
  private final List<String> labels = new ArrayList<>();
  private final List<List<String>> categories = new ArrayList<>();
  private final List<String> tableTexts = new ArrayList<>();
  private final JsonNode values;
  private final long cells;
  private long cell;

  JsonStatRecords(InputStream in, NumberStyle numbers) throws IOException {
    this.numbers = numbers;
    JsonNode table = table(in);
    JsonNode dimensions = table.path("dimension");
    // Version 1 keeps id and size inside the dimensions, version 2 beside them.
    JsonNode ids = table.has("id") ? table.path("id") : dimensions.path("id");
    long product = 1;
    for (JsonNode id : ids) {
      JsonNode dimension = dimensions.path(id.asText());
      labels.add(dimension.path("label").asText(id.asText()));
      categories.add(categories(dimension.path("category")));
      product *= categories.get(categories.size() - 1).size();
      if (product > MOST_CELLS) {
        throw new LandingFault(Doubt.FILE_BOMB, "the dimensions of the table make more than " + MOST_CELLS + " cells");
      }
    }
    this.values = table.path(VALUE);
    this.cells = product;
    if (ids.isEmpty() || cells == 0 || !values.isArray() && !values.isObject()) {
      throw new LandingFault(Doubt.FILE_NOT_UNDERSTOOD,
          "the JSON holds no table: dimensions with categories and values are expected");
    }
    if (values.isArray() && values.size() != cells) {
      throw new LandingFault(Doubt.FILE_NOT_UNDERSTOOD,
          "the dimensions make " + cells + " cells, and the file holds " + values.size() + " values");
    }
    labels.add(VALUE);
    for (String field : TABLE_FIELDS) {
      labels.add(field);
      tableTexts.add(table.path(field).asText(""));
    }
  }

  List<String> labels() {
    return labels;
  }

  @Override
  public boolean next(RawRecord record) {
    while (cell < cells) {
      long at = cell++;
      JsonNode value = values.isArray() ? values.get((int) at) : values.get(Long.toString(at));
      if (value != null && !value.isNull()) {
        fill(record, at, value);
        return true;
      }
    }
    return false;
  }

  @Override
  public void seek(long position) {
    cell = position;
  }

  @Override
  public void close() {
    // The table is in memory; its stream was closed when it was read.
  }

  private void fill(RawRecord record, long at, JsonNode value) {
    record.start(at);
    List<String> said = new ArrayList<>();
    long rest = at;
    for (int i = categories.size() - 1; i >= 0; i--) {
      List<String> list = categories.get(i);
      said.add(0, list.get((int) (rest % list.size())));
      rest /= list.size();
    }
    said.add(value.isNumber() ? TypedNumber.in(numbers, value.asText()) : value.asText());
    byte[] raw = String.join("\t", said).getBytes(StandardCharsets.UTF_8);
    record.raw(raw, 0, raw.length);
    said.addAll(tableTexts);
    for (String text : said) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      record.add(bytes, 0, bytes.length);
    }
  }

  private static JsonNode table(InputStream in) throws IOException {
    try (in) {
      JsonNode root = MAPPER.readTree(in);
      if (root == null || !root.isObject()) {
        throw new LandingFault(Doubt.FILE_NOT_UNDERSTOOD, "the file holds no JSON object");
      }
      return root.has("dataset") ? root.path("dataset") : root;
    } catch (JsonProcessingException broken) {
      throw new LandingFault(Doubt.FILE_NOT_UNDERSTOOD, "the file is no JSON: " + broken.getOriginalMessage());
    }
  }

  /** The labels of a category in the order of its index; an index is a list of ids, or an object id to place. */
  private static List<String> categories(JsonNode category) {
    JsonNode index = category.path("index");
    List<String> ids = new ArrayList<>();
    if (index.isArray()) {
      index.forEach(id -> ids.add(id.asText()));
    } else if (index.isObject()) {
      index.fieldNames().forEachRemaining(ids::add);
      ids.sort((a, b) -> Integer.compare(index.path(a).asInt(), index.path(b).asInt()));
    } else {
      category.path("label").fieldNames().forEachRemaining(ids::add);
    }
    return ids.stream().map(id -> category.path("label").path(id).asText(id)).toList();
  }
}
