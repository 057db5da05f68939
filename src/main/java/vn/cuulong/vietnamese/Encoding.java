package vn.cuulong.vietnamese;

import java.io.InputStream;

/** The encodings in which Vietnamese files come. */
public enum Encoding {
  UTF_8, UTF_16LE, UTF_16BE, WINDOWS_1258, TCVN3, VNI;

  /**
   * What was found out about a file.
   *
   * @param encoding the most Vietnamese reading
   * @param doubtful true when another encoding reads almost as well
   * @param mixed true when parts of the bytes are of another encoding
   */
  public record Detection(Encoding encoding, boolean doubtful, boolean mixed) {}

  /**
   * The encoding of a declared name: {@code utf-8}, {@code utf-16le}, {@code windows-1258}, {@code cp1258},
   * {@code tcvn3}, {@code abc}, {@code vni}; case and punctuation do not matter.
   *
   * @throws IllegalArgumentException naming the known encodings
   */
  public static Encoding of(String name) {
    throw new UnsupportedOperationException();
  }

  /** Finds out the encoding of a text from its first bytes (64 KiB are plenty) or the whole of it. */
  public static Detection detect(byte[] bytes, int offset, int length) {
    throw new UnsupportedOperationException();
  }

  /** The text in UTF-8, composed (NFC), without a byte order mark; undecodable bytes become U+FFFD. */
  public byte[] toUtf8(byte[] bytes) {
    throw new UnsupportedOperationException();
  }

  /** The same as a stream, in constant memory. */
  public InputStream utf8(InputStream in) {
    throw new UnsupportedOperationException();
  }

  /** True when every byte is valid in this encoding. */
  public boolean decodes(byte[] bytes, int offset, int length) {
    throw new UnsupportedOperationException();
  }
}
