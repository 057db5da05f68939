package vn.cuulong.landing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.cuulong.contract.SourceContract.NumberStyle;
import vn.cuulong.vietnamese.Doubt;
import vn.cuulong.vietnamese.Fold;

/**
 * One JSON object a line. Objects inside are reached by dotted keys ({@code seller.province}); arrays are kept as
 * their JSON text. Numbers keep the digits with which they were written.
 */
final class JsonLinesRecords implements Records {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final byte[] NOTHING = new byte[0];

  private final CsvRecords lines;
  private final RawRecord line = new RawRecord();
  private final Map<String, Integer> slots = new HashMap<>();
  private final Map<String, Integer> slotOfKey = new HashMap<>();
  private final int fieldCount;
  private final NumberStyle numbers;

  /** Reads lines; {@code labels} are the keys that are wanted, in the order of the fields. */
  JsonLinesRecords(InputStream in, List<String> labels, NumberStyle numbers) throws IOException {
    this.numbers = numbers;
    // A byte that no text holds makes the whole line one field, with quotes left alone below.
    this.lines = new CsvRecords(in, 0, Long.MAX_VALUE, false, (byte) 0, false);
    this.fieldCount = labels.size();
    for (int i = 0; i < labels.size(); i++) {
      slots.put(Fold.fold(labels.get(i)), i);
    }
  }

  @Override
  public boolean next(RawRecord record) throws IOException {
    if (!lines.next(line)) {
      return false;
    }
    record.start(line.position);
    record.raw(line.rawBytes, line.rawOffset, line.rawLength);
    for (int i = 0; i < fieldCount; i++) {
      record.add(NOTHING, 0, 0);
    }
    if (line.fault == Doubt.TEXT_TOO_LONG) {
      record.fault = line.fault;
      return true;
    }
    int mark = startsWithMark() ? 3 : 0;
    try (JsonParser parser = FACTORY.createParser(line.rawBytes, line.rawOffset + mark, line.rawLength - mark)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        record.fault = Doubt.ROW_NOT_UNDERSTOOD;
        return true;
      }
      object(parser, "", record);
      if (parser.nextToken() != null) {
        record.fault = Doubt.ROW_NOT_UNDERSTOOD;
      }
    } catch (JsonProcessingException broken) {
      record.fault = Doubt.ROW_NOT_UNDERSTOOD;
    }
    return true;
  }

  @Override
  public void seek(long position) throws IOException {
    lines.seek(position);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  /** The keys of an object in the order in which they stand, dotted; null when the line is no object. */
  static List<String> keys(String json) {
    List<String> keys = new ArrayList<>();
    try (JsonParser parser = FACTORY.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      keys(parser, "", keys);
      return keys;
    } catch (IOException broken) {
      return null;
    }
  }

  private static void keys(JsonParser parser, String prefix, List<String> keys) throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = prefix + parser.currentName();
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        keys(parser, key + ".", keys);
      } else {
        parser.skipChildren();
        keys.add(key);
      }
    }
  }

  private void object(JsonParser parser, String prefix, RawRecord record) throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = prefix.isEmpty() ? parser.currentName() : prefix + parser.currentName();
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_OBJECT) {
        object(parser, key + ".", record);
        continue;
      }
      int slot = slot(key);
      if (token == JsonToken.START_ARRAY) {
        parser.skipChildren();
      } else if (slot >= 0 && token != JsonToken.VALUE_NULL) {
        String said = token.isNumeric() ? TypedNumber.in(numbers, parser.getText()) : parser.getText();
        byte[] text = said.getBytes(StandardCharsets.UTF_8);
        record.bytes[slot] = text;
        record.length[slot] = text.length;
      }
    }
  }

  private int slot(String key) {
    return slotOfKey.computeIfAbsent(key, said -> slots.getOrDefault(Fold.fold(said), -1));
  }

  private boolean startsWithMark() {
    return line.rawLength >= 3 && Arrays.equals(line.rawBytes, line.rawOffset, line.rawOffset + 3,
        new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, 0, 3);
  }
}
