package vn.cuulong.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** One JSON object a line. Tidy numbers and flags are bare; what somebody typed is a string. */
final class JsonLinesFile implements RecordFile {
  private static final int FLUSH = 1 << 16;
  private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

  private final OutputStream out;
  private final Formats formats;
  private final byte[][] names;
  private byte[] buffer = new byte[FLUSH + (1 << 14)];
  private int length;
  private int recordStart;

  JsonLinesFile(OutputStream out, Formats formats, List<String> headers) {
    this.out = out;
    this.formats = formats;
    this.names = new byte[headers.size()][];
    for (int i = 0; i < names.length; i++) {
      names[i] = ((i == 0 ? "{\"" : ",\"") + headers.get(i) + "\":").getBytes(StandardCharsets.UTF_8);
    }
  }

  @Override
  public void begin() {
    recordStart = length;
  }

  @Override
  public void tidy(Row row, int field) {
    room(names[field].length);
    put(names[field], names[field].length);
    if (row.missing[field]) {
      put(NULL, NULL.length);
      return;
    }
    switch (row.fields.get(field).kind()) {
      case FLAG -> put(row.number[field] == 1 ? TRUE : FALSE, row.number[field] == 1 ? TRUE.length : FALSE.length);
      case INTEGER, QUANTITY, MONEY, DECIMAL -> {
        formats.write(row, field);
        put(formats.bytes(), formats.length());
      }
      default -> {
        formats.write(row, field);
        string(formats.bytes(), formats.length());
      }
    }
  }

  @Override
  public void said(int field, String text) {
    put(names[field], names[field].length);
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    string(utf8, utf8.length);
  }

  private void string(byte[] bytes, int count) {
    room(2 * count + 2);
    buffer[length++] = '"';
    for (int i = 0; i < count; i++) {
      if (bytes[i] == '"' || bytes[i] == '\\') {
        buffer[length++] = '\\';
      }
      buffer[length++] = bytes[i];
    }
    buffer[length++] = '"';
  }

  private void put(byte[] bytes, int count) {
    room(count);
    System.arraycopy(bytes, 0, buffer, length, count);
    length += count;
  }

  private void room(int more) {
    if (length + more > buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * (length + more));
    }
  }

  @Override
  public void end(RowDirt.Fault broken) throws IOException {
    room(2);
    if (broken == RowDirt.Fault.BROKEN_OBJECT) {
      // A writer that died in the middle of a record.
      length = recordStart + 2 * (length - recordStart) / 3;
      while ((buffer[length - 1] & 0xC0) == 0x80 || (buffer[length - 1] & 0xC0) == 0xC0) {
        length--;
      }
    } else {
      buffer[length++] = '}';
    }
    buffer[length++] = '\n';
    if (length >= FLUSH) {
      flush();
    }
  }

  private void flush() throws IOException {
    out.write(buffer, 0, length);
    length = 0;
  }

  @Override
  public void close() throws IOException {
    flush();
    out.close();
  }
}
