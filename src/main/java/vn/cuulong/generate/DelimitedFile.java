package vn.cuulong.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Lines of fields, quoted where they must be. Bytes go from the value to a large buffer and from there to disk. */
final class DelimitedFile implements RecordFile {
  private static final int FLUSH = 1 << 16;

  private final OutputStream out;
  private final Lettering lettering;
  private final byte delimiter;
  private final Formats formats;
  private byte[] buffer = new byte[FLUSH + (1 << 14)];
  private int length;
  private int recordStart;
  private int fieldCount;

  DelimitedFile(OutputStream out, Lettering lettering, char delimiter, Formats formats, List<String> headers)
      throws IOException {
    this.out = out;
    this.lettering = lettering;
    this.delimiter = (byte) delimiter;
    this.formats = formats;
    out.write(lettering.mark());
    begin();
    for (int i = 0; i < headers.size(); i++) {
      said(i, headers.get(i));
    }
    end(null);
  }

  @Override
  public void begin() {
    recordStart = length;
    fieldCount = 0;
  }

  @Override
  public void tidy(Row row, int field) {
    formats.write(row, field);
    cell(formats.bytes(), formats.length());
  }

  @Override
  public void said(int field, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    cell(utf8, utf8.length);
  }

  private void cell(byte[] bytes, int count) {
    room(2 * count + 4);
    if (fieldCount++ > 0) {
      buffer[length++] = delimiter;
    }
    if (plain(bytes, count)) {
      System.arraycopy(bytes, 0, buffer, length, count);
      length += count;
      return;
    }
    buffer[length++] = '"';
    for (int i = 0; i < count; i++) {
      if (bytes[i] == '"') {
        buffer[length++] = '"';
      }
      buffer[length++] = bytes[i];
    }
    buffer[length++] = '"';
  }

  private boolean plain(byte[] bytes, int count) {
    for (int i = 0; i < count; i++) {
      byte b = bytes[i];
      if (b == delimiter || b == '"' || b == '\n' || b == '\r') {
        return false;
      }
    }
    return true;
  }

  private void room(int more) {
    if (length + more > buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * (length + more));
    }
  }

  @Override
  public void end(RowDirt.Fault broken) throws IOException {
    if (broken == RowDirt.Fault.LONG_ROW) {
      said(fieldCount, "thừa");
      said(fieldCount, "cột");
    } else if (broken == RowDirt.Fault.SHORT_ROW) {
      cutFields(3);
    } else if (broken == RowDirt.Fault.OPEN_QUOTE) {
      openQuote();
    }
    room(2);
    buffer[length++] = '\n';
    if (length >= FLUSH) {
      flush();
    }
  }

  /** Cuts the record before one of its later delimiters, so that it misses that many fields. */
  private void cutFields(int count) {
    int cut = length;
    for (int missing = 0; missing < count; missing++) {
      do {
        cut--;
      } while (buffer[cut] != delimiter);
    }
    length = cut;
  }

  /** Opens a quote at the start of the record's second field. */
  private void openQuote() {
    int at = recordStart;
    while (buffer[at] != delimiter) {
      at++;
    }
    room(1);
    System.arraycopy(buffer, at + 1, buffer, at + 2, length - at - 1);
    buffer[at + 1] = '"';
    length++;
  }

  @Override
  public boolean holds(String text) {
    return lettering.holds(text);
  }

  private void flush() throws IOException {
    if (lettering == Lettering.UTF_8 || lettering == Lettering.UTF_8_MARKED) {
      out.write(buffer, 0, length);
    } else {
      out.write(lettering.encode(buffer, length));
    }
    length = 0;
  }

  @Override
  public void close() throws IOException {
    flush();
    out.close();
  }
}
