package vn.cuulong.landing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import vn.cuulong.vietnamese.Doubt;

/** The fields of one record as UTF-8 bytes, and where it stood. Reused from record to record. */
final class RawRecord {
  byte[][] bytes = new byte[64][];
  int[] offset = new int[64];
  int[] length = new int[64];
  int count;

  /** Byte offset of the record in the decoded file, or its row number in a sheet. */
  long position;

  /** What is wrong with the record as a whole, or null. */
  Doubt fault;

  /** A note about the record that does not reject it, or null. */
  Doubt note;

  byte[] rawBytes;
  int rawOffset;
  int rawLength;

  void start(long at) {
    count = 0;
    position = at;
    fault = null;
    note = null;
  }

  void add(byte[] source, int from, int size) {
    if (count == offset.length) {
      bytes = Arrays.copyOf(bytes, 2 * count);
      offset = Arrays.copyOf(offset, 2 * count);
      length = Arrays.copyOf(length, 2 * count);
    }
    bytes[count] = source;
    offset[count] = from;
    length[count] = size;
    count++;
  }

  void raw(byte[] source, int from, int size) {
    rawBytes = source;
    rawOffset = from;
    rawLength = size;
  }

  String field(int index) {
    return new String(bytes[index], offset[index], length[index], StandardCharsets.UTF_8);
  }

  /** The record as it stood, at most so many bytes; bytes that are no UTF-8 are kept one character each. */
  String rawText(int most) {
    int size = Math.min(rawLength, most);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(rawBytes, rawOffset, size)).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(rawBytes, rawOffset, size, StandardCharsets.ISO_8859_1);
    }
  }
}
