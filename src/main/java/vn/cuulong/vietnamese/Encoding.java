package vn.cuulong.vietnamese;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;

/**
 * The encodings in which Vietnamese files come. Landing reads UTF-8 only; a file of another encoding goes through
 * {@link #utf8} first.
 */
public enum Encoding {
  /** With or without a byte order mark. */
  UTF_8,
  /** As spreadsheets export "Unicode text". */
  UTF_16LE,
  /** The same, high byte first. */
  UTF_16BE,
  /** Letters with combining tone marks behind them. */
  WINDOWS_1258,
  /** TCVN 5712, also called ABC: the .Vn fonts of the North and of old government files. */
  TCVN3,
  /** VNI-Windows: two bytes for a marked letter; the VNI fonts of the South. */
  VNI;

  private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /** How Vietnamese marked words must be before declared legacy bytes are believed. */
  private static final double PLAUSIBLE = 0.5;

  /**
   * What was found out about a file.
   *
   * @param encoding the most Vietnamese reading
   * @param doubtful true when another encoding reads almost as well, or none reads well
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
    String key = Fold.fold(name).replace(" ", "");
    return switch (key) {
      case "utf8", "utf8bom", "unicode" -> UTF_8;
      case "utf16", "utf16le", "ucs2" -> UTF_16LE;
      case "utf16be" -> UTF_16BE;
      case "windows1258", "cp1258", "win1258", "1258" -> WINDOWS_1258;
      case "tcvn3", "tcvn", "abc", "tcvn5712", "tcvn3abc" -> TCVN3;
      case "vni", "vniwin", "vniwindows" -> VNI;
      default -> throw new IllegalArgumentException("\"" + name + "\" is not a known encoding; known are utf-8, "
          + "utf-16le, utf-16be, windows-1258, tcvn3 (abc), vni");
    };
  }

  /**
   * Finds out the encoding of a text.
   *
   * @param bytes the whole text or a sample of it; 64 KiB are plenty. A sample may end within a character
   */
  public static Detection detect(byte[] bytes, int offset, int length) {
    return EncodingDetector.detect(bytes, offset, length);
  }

  /** The text in UTF-8, composed (NFC) where it was converted, without a byte order mark. */
  public byte[] toUtf8(byte[] bytes) {
    int skip = bomLength(bytes, 0, bytes.length);
    if (this == UTF_8) {
      return skip == 0 ? bytes : Arrays.copyOfRange(bytes, skip, bytes.length);
    }
    return toUtf8(bytes, skip, bytes.length - skip);
  }

  /**
   * The same as a stream, in constant memory; closing it closes {@code in}. UTF-8 passes as it is, its byte order mark
   * taken off; a malformed byte stays for the value rules to see. Undefined bytes of other encodings become U+FFFD.
   */
  public InputStream utf8(InputStream in) throws IOException {
    return new Utf8Stream(this, in);
  }

  /**
   * True when the bytes can be of this encoding, so that a declared encoding can be held against a file: UTF-8 and
   * UTF-16 by their shape, a legacy encoding when its marked words are Vietnamese and the bytes are not UTF-8.
   *
   * @param bytes a text or a sample, which may end within a character
   */
  public boolean decodes(byte[] bytes, int offset, int length) {
    int end = offset + length;
    return switch (this) {
      case UTF_8 -> {
        int valid = Utf8.validUntil(bytes, offset, end);
        yield valid == end || Utf8.isCutOff(bytes, valid, end);
      }
      case UTF_16LE, UTF_16BE -> detect(bytes, offset, length).encoding() == this;
      default -> {
        if (EncodingDetector.wide(bytes, offset, length) != null) {
          yield false;
        }
        if (Utf8.isAscii(bytes, offset, end)) {
          yield true;
        }
        int valid = Utf8.validUntil(bytes, offset, end);
        boolean utf8 = valid == end || Utf8.isCutOff(bytes, valid, end);
        yield !utf8 && EncodingDetector.score(this, bytes, offset, end).ratio() >= PLAUSIBLE;
      }
    };
  }

  /** The characters, tone marks perhaps still apart. */
  String decode(byte[] bytes, int offset, int length) {
    return switch (this) {
      case UTF_8 -> new String(bytes, offset, length, StandardCharsets.UTF_8);
      case UTF_16LE -> new String(bytes, offset, length, StandardCharsets.UTF_16LE);
      case UTF_16BE -> new String(bytes, offset, length, StandardCharsets.UTF_16BE);
      case WINDOWS_1258 -> CodePage.windows1258(bytes, offset, length);
      case TCVN3 -> CodePage.tcvn(bytes, offset, length);
      case VNI -> CodePage.vni(bytes, offset, length);
    };
  }

  /** A part of the text that starts and ends between characters. */
  byte[] toUtf8(byte[] bytes, int offset, int length) {
    String text = decode(bytes, offset, length);
    return Normalizer.normalize(text, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
  }

  /** Length of the byte order mark at the front. */
  int bomLength(byte[] bytes, int offset, int length) {
    return switch (this) {
      case UTF_8 -> length >= 3 && Arrays.equals(bytes, offset, offset + 3, BOM, 0, 3) ? 3 : 0;
      case UTF_16LE -> length >= 2 && bytes[offset] == (byte) 0xFF && bytes[offset + 1] == (byte) 0xFE ? 2 : 0;
      case UTF_16BE -> length >= 2 && bytes[offset] == (byte) 0xFE && bytes[offset + 1] == (byte) 0xFF ? 2 : 0;
      default -> 0;
    };
  }
}
