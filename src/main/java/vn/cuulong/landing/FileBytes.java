package vn.cuulong.landing;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import vn.cuulong.vietnamese.Doubt;

/** Opens landing files: as stored, decompressed, from any offset. */
final class FileBytes {
  private FileBytes() {}

  /** True when the name says that the file is compressed, so that it cannot be read from the middle. */
  static boolean isCompressed(String path) {
    String name = path.toLowerCase(Locale.ROOT);
    return name.endsWith(".gz") || name.endsWith(".zip");
  }

  /** The name without {@code .gz} or {@code .zip}. */
  static String plainName(String path) {
    return isCompressed(path) ? path.substring(0, path.lastIndexOf('.')) : path;
  }

  /** The bytes as they are stored, from an offset on. */
  static InputStream stored(LandingFile file, Configuration conf, long offset) throws IOException {
    Path path = new Path(file.uri());
    FSDataInputStream in = path.getFileSystem(conf).open(path);
    in.seek(offset);
    return in;
  }

  /**
   * The content, decompressed when need be.
   *
   * @throws LandingFault when the compressed file is broken, too large for its size, or holds not exactly one file
   */
  static InputStream content(LandingFile file, Configuration conf) throws IOException {
    InputStream in = stored(file, conf, 0);
    String name = file.path().toLowerCase(Locale.ROOT);
    try {
      if (name.endsWith(".gz")) {
        return new BoundedStream(new GZIPInputStream(in, 1 << 16), file.size());
      }
      return name.endsWith(".zip") ? onlyEntry(in, file.size()) : in;
    } catch (EOFException truncated) {
      in.close();
      throw new LandingFault(Doubt.FILE_TRUNCATED, "the compressed file ends before its content does");
    } catch (ZipException broken) {
      in.close();
      throw new LandingFault(Doubt.FILE_TRUNCATED, "the compressed file is damaged: " + broken.getMessage());
    }
  }

  /** The one file inside a zip archive; folders and the side files of one operating system do not count. */
  private static InputStream onlyEntry(InputStream in, long size) throws IOException {
    // Names inside are often in an old Vietnamese encoding. They do not matter, and must not stop the reading.
    ZipInputStream zip = new ZipInputStream(in, StandardCharsets.ISO_8859_1);
    ZipEntry entry = nextFile(zip);
    if (entry == null) {
      throw new LandingFault(Doubt.FILE_TRUNCATED, "the zip archive is damaged or holds no file");
    }
    return new BoundedStream(new OneEntry(zip), size);
  }

  private static ZipEntry nextFile(ZipInputStream zip) throws IOException {
    ZipEntry entry;
    try {
      do {
        entry = zip.getNextEntry();
      } while (entry != null && (entry.isDirectory() || entry.getName().startsWith("__MACOSX/")));
    } catch (IllegalArgumentException noName) {
      throw new LandingFault(Doubt.FILE_TRUNCATED, "the zip archive is damaged: a name in it is no text");
    }
    if (entry != null && leaves(entry.getName())) {
      throw new LandingFault(Doubt.PATH_OUTSIDE, "the zip archive holds the path " + entry.getName());
    }
    return entry;
  }

  private static boolean leaves(String name) {
    String path = name.replace('\\', '/');
    boolean drive = path.length() > 1 && path.charAt(1) == ':';
    return drive || path.startsWith("/") || List.of(path.split("/")).contains("..");
  }

  /** Ends with its entry, and refuses a second one: its rows would have no place of their own. */
  private static final class OneEntry extends InputStream {
    private final ZipInputStream zip;
    private boolean ended;

    private OneEntry(ZipInputStream zip) {
      this.zip = zip;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (ended) {
        return -1;
      }
      int count = zip.read(bytes, offset, length);
      if (count < 0) {
        ended = true;
        ZipEntry second = nextFile(zip);
        if (second != null) {
          throw new LandingFault(Doubt.FILE_NOT_UNDERSTOOD,
              "the zip archive holds a second file, " + second.getName() + "; one file per archive is read");
        }
      }
      return count;
    }

    @Override
    public void close() throws IOException {
      zip.close();
    }
  }
}
