package vn.cuulong.lake;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;

/** The bytes of a Parquet page while it is encoded: numbers with the low byte first. */
final class PageBytes {
  private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] bytes = new byte[1 << 12];
  private int size;

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  void putByte(int value) {
    room(1);
    bytes[size++] = (byte) value;
  }

  void putInt(int value) {
    room(Integer.BYTES);
    INTS.set(bytes, size, value);
    size += Integer.BYTES;
  }

  /** Writes over a number that was put before. */
  void setInt(int at, int value) {
    INTS.set(bytes, at, value);
  }

  void putLong(long value) {
    room(Long.BYTES);
    LONGS.set(bytes, size, value);
    size += Long.BYTES;
  }

  /** A number in groups of seven bits, the low ones first. */
  void putVarInt(int value) {
    int rest = value;
    while ((rest & ~0x7F) != 0) {
      putByte(rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    putByte(rest);
  }

  /** A text with its length in front. */
  void putText(byte[] source, int offset, int length) {
    putInt(length);
    room(length);
    System.arraycopy(source, offset, bytes, size, length);
    size += length;
  }

  /** The bytes of another. */
  void put(PageBytes other) {
    room(other.size);
    System.arraycopy(other.bytes, 0, bytes, size, other.size);
    size += other.size;
  }

  /** The bytes as Parquet takes them; they must not change before they are written. */
  BytesInput input() {
    return BytesInput.from(bytes, 0, size);
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
    }
  }
}
