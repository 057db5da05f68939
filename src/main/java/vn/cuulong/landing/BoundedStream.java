package vn.cuulong.landing;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import vn.cuulong.vietnamese.Doubt;

/** A decompressed stream that stops a file which grows beyond reason, and names a file that ends too early. */
final class BoundedStream extends FilterInputStream {
  /** Text compresses ten to twenty times; nothing honest compresses three hundred times. */
  private static final long MOST_RATIO = 300;
  /** Below this size no ratio is a danger. */
  private static final long HARMLESS = 64L << 20;

  private final long most;
  private long seen;

  BoundedStream(InputStream decompressed, long compressedSize) {
    super(decompressed);
    this.most = Math.max(HARMLESS, compressedSize * MOST_RATIO);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      int count = in.read(bytes, offset, length);
      if (count > 0) {
        seen += count;
        if (seen > most) {
          throw new LandingFault(Doubt.FILE_BOMB,
              "the compressed file has grown past " + most / (1 << 20) + " MiB, over "
                  + MOST_RATIO + " times its size");
        }
      }
      return count;
    } catch (EOFException truncated) {
      throw new LandingFault(Doubt.FILE_TRUNCATED, "the compressed file ends before its content does");
    } catch (ZipException broken) {
      throw new LandingFault(Doubt.FILE_TRUNCATED, "the compressed file is damaged: " + broken.getMessage());
    }
  }
}
