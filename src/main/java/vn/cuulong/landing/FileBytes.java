package vn.cuulong.landing;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.util.functional.FutureIO;
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
  static FSDataInputStream stored(LandingFile file, Configuration conf, long offset) throws IOException {
    FSDataInputStream in = open(file.uri(), file.size(), conf);
    in.seek(offset);
    return in;
  }

  /** Opens a file whose size is known: an object store is not asked for it once more. */
  static FSDataInputStream open(String uri, long size, Configuration conf) throws IOException {
    Path path = new Path(uri);
    return FutureIO.awaitFuture(path.getFileSystem(conf).openFile(path)
        .optLong(Options.OpenFileOptions.FS_OPTION_OPENFILE_LENGTH, size).build());
  }

  /**
   * The content, decompressed when need be.
   *
   * @throws LandingFault when the compressed file is broken, too large for its size, or holds not exactly one file
   */
  static InputStream content(LandingFile file, Configuration conf) throws IOException {
    FSDataInputStream in = stored(file, conf, 0);
    String name = file.path().toLowerCase(Locale.ROOT);
    try {
      if (name.endsWith(".gz")) {
        return new BoundedStream(new GZIPInputStream(in, 1 << 16), file.size());
      }
      return name.endsWith(".zip") ? new BoundedStream(ZipContent.open(in, file.size()), file.size()) : in;
    } catch (EOFException truncated) {
      in.close();
      throw new LandingFault(Doubt.FILE_TRUNCATED, "the compressed file ends before its content does");
    } catch (ZipException broken) {
      in.close();
      throw new LandingFault(Doubt.FILE_TRUNCATED, "the compressed file is damaged: " + broken.getMessage());
    }
  }
}
