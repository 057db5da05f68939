package vn.cuulong.lake;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Small files below one folder, written whole or not at all. Local folders go through the JDK, which starts in no
 * time and has atomic moves; every other URI goes through Hadoop. Paths are relative, with {@code /}.
 */
abstract class Storage {
  private final String root;

  Storage(String root) {
    this.root = root;
  }

  /** The storage of a folder. */
  static Storage at(String uri) {
    int colon = uri.indexOf(':');
    if (colon < 0) {
      return new LocalStorage(java.nio.file.Path.of(uri));
    }
    if (uri.startsWith("file:")) {
      return new LocalStorage(java.nio.file.Path.of(URI.create(uri).getPath()));
    }
    return new HadoopStorage(uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri);
  }

  /** The folder, as a URI or an absolute local path without a slash at the end. */
  final String root() {
    return root;
  }

  /** The bytes of a file, or nothing when there is none. */
  abstract Optional<byte[]> read(String path);

  /** Puts a file in place; a reader sees the old bytes or the new ones. */
  abstract void write(String path, byte[] bytes);

  /** Puts a file in place unless there is one; false when there is. Of many callers one gets true. */
  abstract boolean create(String path, byte[] bytes);

  /** Removes a file if it is there. */
  abstract void delete(String path);

  /** Names in a folder, sorted; none when there is no folder. */
  abstract List<String> names(String folder);

  /** A file of a folder with the time it was last changed, in milliseconds since 1970. */
  record Entry(String name, long modified) {}

  /** Files, not folders, in a folder, sorted by name; none when there is no folder. */
  abstract List<Entry> files(String folder);
}
