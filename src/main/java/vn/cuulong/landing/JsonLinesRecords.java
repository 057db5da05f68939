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
import vn.cuulong.contract.SourceContract;
import vn.cuulong.contract.SourceContract.NumberStyle;
import vn.cuulong.vietnamese.Doubt;
import vn.cuulong.vietnamese.Fold;

/**
 * One JSON object a line. Objects inside are reached by dotted keys ({@code seller.province}); an array, or an
 * object where a value is wanted, is kept as its JSON text. Numbers keep the digits with which they were written.
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
  private int objectAt;

  /**
   * Reads lines.
   *
   * @param labels the keys that are wanted, in the order of the fields
   * @param source tells under which other keys a field may stand
   */
  JsonLinesRecords(InputStream in, List<String> labels, SourceContract source) throws IOException {
    this.numbers = source.format().numbers();
    // A byte that no text holds makes the whole line one field, with quotes left alone below.
    this.lines = new CsvRecords(in, 0, Long.MAX_VALUE, false, (byte) 0, false, 0);
    this.fieldCount = labels.size();
    for (int i = 0; i < labels.size(); i++) {
      slots.put(Fold.fold(labels.get(i)), i);
    }
    for (SourceContract.ColumnFeed feed : source.columns()) {
      int field = feed.constant() != null ? -1 : HeaderMatch.find(labels, feed.headers());
      if (field >= 0) {
        feed.headers().forEach(spelling -> slots.putIfAbsent(Fold.fold(spelling), field));
      }
    }
  }

  /** The fields of a record: one for each key that the source knows, under its first spelling. */
  static List<String> labels(SourceContract source) {
    List<String> labels = new ArrayList<>();
    source.columns().stream().filter(feed -> feed.constant() == null)
        .forEach(feed -> labels.add(feed.headers().get(0)));
    labels.addAll(source.drops());
    labels.addAll(source.ignores());
    return labels.stream().distinct().toList();
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
    objectAt = line.rawOffset + mark;
    try (JsonParser parser = FACTORY.createParser(line.rawBytes, objectAt, line.rawLength - mark)) {
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
      int slot = slot(key);
      if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
        int from = (int) parser.currentTokenLocation().getByteOffset();
        if (token == JsonToken.START_OBJECT) {
          object(parser, key + ".", record);
        } else {
          parser.skipChildren();
        }
        if (slot >= 0) {
          int to = (int) parser.currentLocation().getByteOffset();
          put(record, slot, new String(line.rawBytes, objectAt + from, to - from, StandardCharsets.UTF_8));
        }
      } else if (slot >= 0 && token != JsonToken.VALUE_NULL) {
        put(record, slot, token.isNumeric() ? TypedNumber.in(numbers, parser.getText()) : parser.getText());
      }
    }
  }

  /** A key that stands twice and says two things could mean either. */
  private static void put(RawRecord record, int slot, String said) {
    byte[] text = said.getBytes(StandardCharsets.UTF_8);
    boolean again = record.length[slot] > 0;
    if (again && !Arrays.equals(text, 0, text.length, record.bytes[slot], 0, record.length[slot])) {
      record.fault = Doubt.ROW_NOT_UNDERSTOOD;
    }
    record.bytes[slot] = text;
    record.length[slot] = text.length;
  }

  private int slot(String key) {
    return slotOfKey.computeIfAbsent(key, said -> slots.getOrDefault(Fold.fold(said), -1));
  }

  private boolean startsWithMark() {
    return line.rawLength >= 3 && Arrays.equals(line.rawBytes, line.rawOffset, line.rawOffset + 3,
        new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, 0, 3);
  }
}
