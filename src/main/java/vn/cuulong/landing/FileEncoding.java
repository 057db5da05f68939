package vn.cuulong.landing;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import vn.cuulong.vietnamese.Doubt;
import vn.cuulong.vietnamese.Encoding;
import vn.cuulong.vietnamese.Encoding.Detection;

/**
 * In which encoding a file is written: the declared one when its bytes can be that, else the one that is found. Bytes
 * that are no UTF-8 show themselves, so that they cost their own rows only. Any byte is a letter of the older
 * encodings, so that a file of two encodings would be spoiled unseen, and is refused.
 */
final class FileEncoding {
  private static final String AUTO = "auto";
  private static final int PIECE = 1 << 16;

  private final byte[] head;
  private final boolean whole;
  private final Encoding chosen;
  private final List<String> notes = new ArrayList<>();

  /**
   * Judges by the first bytes.
   *
   * @param declared name of an encoding, or {@code auto} or null
   * @param head first bytes
   * @param whole true when they are all
   * @throws LandingFault when the file is no text, or not of the declared encoding
   */
  FileEncoding(String declared, byte[] head, boolean whole) throws LandingFault {
    this.head = head;
    this.whole = whole;
    Detection found = Encoding.detect(head, 0, head.length);
    if (!isWide(found.encoding()) && isBinary(head)) {
      throw new LandingFault(Doubt.FILE_BINARY, "the file is not text: its first bytes hold zeros or control"
          + " characters");
    }
    this.chosen = declared == null || AUTO.equals(declared) ? found(found) : declared(declared, found);
    if (found.mixed()) {
      notes.add(Doubt.FILE_ENCODING_MIXED.code());
    }
  }

  Encoding chosen() {
    return chosen;
  }

  /** Issues of the file that do not stop its reading. */
  List<String> notes() {
    return notes;
  }

  /** True for encodings in which every byte is some letter. */
  boolean isLegacy() {
    return chosen != Encoding.UTF_8 && !isWide(chosen);
  }

  private Encoding found(Detection found) {
    if (found.doubtful()) {
      notes.add(Doubt.ENCODING_DOUBTFUL.code() + ":" + found.encoding());
    }
    return found.encoding();
  }

  private Encoding declared(String name, Detection found) throws LandingFault {
    Encoding encoding = Encoding.of(name);
    if (isWide(encoding) && found.encoding() == Encoding.UTF_16BE && !HeaderMatch.key(name).endsWith("e")) {
      encoding = Encoding.UTF_16BE;
    }
    boolean isSaid = encoding == found.encoding();
    boolean mostlySaid = encoding == Encoding.UTF_8 && !isWide(found.encoding()) && mostLinesAreUtf8();
    int length = whole ? head.length : head.length - 4;
    if (!isSaid && !mostlySaid && (isWide(found.encoding()) || !encoding.decodes(head, 0, length))) {
      throw new LandingFault(Doubt.FILE_ENCODING_WRONG,
          "the source declares " + name + ", and the file reads as " + found.encoding());
    }
    if (!isSaid && !found.doubtful() && !Utf8.isAscii(head, 0, head.length)) {
      notes.add(Doubt.ENCODING_DOUBTFUL.code() + ":" + found.encoding());
    }
    return encoding;
  }

  /** The header among them. The last line may be cut off. */
  private boolean mostLinesAreUtf8() {
    int good = 0;
    int bad = 0;
    for (int from = 0; from < head.length;) {
      int to = lineEnd(head, from, head.length);
      boolean valid = Utf8.isValid(head, from, to - from);
      if (!valid && from == 0) {
        return false;
      }
      good += valid ? 1 : 0;
      bad += valid || to == head.length && !whole ? 0 : 1;
      from = to;
    }
    return good > bad;
  }

  /**
   * Reads the content piece by piece, for a later piece may be of another encoding.
   *
   * @throws LandingFault naming the offset from which on it is
   */
  void refuseMixed(InputStream content) throws IOException {
    byte[] piece = new byte[PIECE];
    long offset = 0;
    int kept = 0;
    while (true) {
      int length = kept + content.readNBytes(piece, kept, PIECE - kept);
      if (length == 0) {
        return;
      }
      int end = length < PIECE ? length : lastLineEnd(piece, length);
      judge(piece, end, offset);
      offset += end;
      kept = length - end;
      System.arraycopy(piece, end, piece, 0, kept);
      if (length < PIECE) {
        return;
      }
    }
  }

  private void judge(byte[] piece, int end, long offset) throws LandingFault {
    if (Utf8.isAscii(piece, 0, end)) {
      return;
    }
    Detection found = Encoding.detect(piece, 0, end);
    boolean other = found.encoding() != chosen && (found.encoding() == Encoding.UTF_8 || !found.doubtful());
    if (found.mixed() || other) {
      throw new LandingFault(Doubt.FILE_ENCODING_MIXED, "the file is written in " + chosen + ", and "
          + (other ? found.encoding() + " stands" : "lines of another encoding stand") + " behind byte " + offset);
    }
  }

  private static int lastLineEnd(byte[] bytes, int length) {
    for (int i = length; i > 0; i--) {
      if (bytes[i - 1] == '\n') {
        return i;
      }
    }
    return length;
  }

  private static int lineEnd(byte[] bytes, int from, int end) {
    for (int i = from; i < end; i++) {
      if (bytes[i] == '\n') {
        return i + 1;
      }
    }
    return end;
  }

  private static boolean isWide(Encoding encoding) {
    return encoding == Encoding.UTF_16LE || encoding == Encoding.UTF_16BE;
  }

  private static boolean isBinary(byte[] head) {
    int control = 0;
    for (byte b : head) {
      if (b == 0) {
        return true;
      }
      if (b > 0 && b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != 0x0C) {
        control++;
      }
    }
    // Legacy Vietnamese encodings use a few control positions for letters, never many.
    return control > head.length / 20;
  }
}
