package vn.cuulong.landing;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.RemoteIterator;
import vn.cuulong.contract.SourceContract;
import vn.cuulong.vietnamese.Doubt;

/** The folder in which files land. It is read, never written. */
public final class LandingFolder {
  private static final List<String> UNFINISHED_ENDINGS =
      List.of(".part", ".partial", ".tmp", ".temp", ".crdownload", ".filepart", ".uploading", ".swp", ".crc");

  /** So many files are cheaper to list than to ask for one by one: a list has a thousand objects in one answer. */
  private static final int LISTED_FROM = 20;

  private final Configuration conf;
  private final org.apache.hadoop.fs.Path root;

  /** A folder on any file system that Hadoop knows. */
  public LandingFolder(Configuration conf, String uri) {
    this.conf = conf;
    this.root = new org.apache.hadoop.fs.Path(uri);
  }

  /**
   * A file that was found.
   *
   * @param path below the folder, with forward slashes
   * @param uri where it is
   * @param size bytes
   * @param modified milliseconds since 1970
   */
  public record Found(String path, String uri, long size, long modified) {}

  /**
   * All files below the folder, sorted by path. Names that say "still being written" ({@code .part}, {@code .tmp},
   * a leading dot, {@code ~$}) are left out until they have their final name.
   *
   * @throws FileNotFoundException when there is no such folder
   */
  public List<Found> files() throws IOException {
    FileSystem system = root.getFileSystem(conf);
    FileStatus status = system.getFileStatus(root);
    String prefix = status.getPath().toUri().getPath();
    List<Found> files = new ArrayList<>();
    for (FileStatus file : list(system, status.getPath())) {
      String path = file.getPath().toUri().getPath().substring(prefix.length()).replaceFirst("^/+", "");
      if (!isUnfinished(path)) {
        files.add(new Found(path, file.getPath().toString(), file.getLen(), file.getModificationTime()));
      }
    }
    files.sort(Comparator.comparing(Found::path));
    return files;
  }

  private static List<FileStatus> list(FileSystem system, org.apache.hadoop.fs.Path folder) throws IOException {
    List<FileStatus> files = new ArrayList<>();
    if (isLocal(system)) {
      listLocal(system, folder, new ArrayDeque<>(), files);
      return files;
    }
    RemoteIterator<LocatedFileStatus> all = system.listFiles(folder, true);
    while (all.hasNext()) {
      files.add(all.next());
    }
    return files;
  }

  /** A link to a folder in which it lies itself is not followed: it would have no end. */
  private static void listLocal(FileSystem system, org.apache.hadoop.fs.Path folder, Deque<Path> above,
      List<FileStatus> files) throws IOException {
    Path real = Path.of(folder.toUri().getPath()).toRealPath();
    if (above.contains(real)) {
      return;
    }
    above.push(real);
    for (FileStatus status : system.listStatus(folder)) {
      if (status.isDirectory()) {
        listLocal(system, status.getPath(), above, files);
      } else {
        files.add(status);
      }
    }
    above.pop();
  }

  /** True when the folder is on this machine, as far as Hadoop knows. */
  boolean isLocal() throws IOException {
    return isLocal(root.getFileSystem(conf));
  }

  private static boolean isLocal(FileSystem system) {
    return "file".equals(system.getUri().getScheme());
  }

  /** True when the file belongs to the source: its pattern matches the path without {@code .gz} or {@code .zip}. */
  public static boolean matches(SourceContract source, String path) {
    PathMatcher pattern = FileSystems.getDefault().getPathMatcher("glob:" + source.files());
    return pattern.matches(Path.of(path)) || pattern.matches(Path.of(FileBytes.plainName(path)));
  }

  /**
   * What the file is: reads it once to hash it.
   *
   * @throws LandingFault when it lies outside the landing folder, behind a link, or changes while it is read
   */
  public LandingFile identify(Found found, SourceContract source) throws IOException {
    refuseOutside(found);
    MessageDigest digest = sha256();
    long size = 0;
    try (InputStream in = FileBytes.open(found.uri(), found.size(), conf)) {
      byte[] buffer = new byte[(int) Math.min(1 << 18, found.size() + 1)];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        digest.update(buffer, 0, count);
        size += count;
      }
    } catch (IllegalArgumentException badName) {
      throw new LandingFault(Doubt.FILE_NOT_UNDERSTOOD, "the name of the file holds a character that no file system "
          + "can be trusted with, such as a colon; rename it");
    }
    LandingFile file = new LandingFile(found.path(), found.uri(), found.size(), found.modified(),
        HexFormat.of().formatHex(digest.digest()), source.id(), version(found.path()));
    if (size != found.size() || !isUnchanged(file)) {
      throw stillWritten();
    }
    return file;
  }

  /** True when the file still has the size and the time it was identified with. */
  public boolean isUnchanged(LandingFile file) throws IOException {
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(file.uri());
    try {
      FileSystem system = path.getFileSystem(conf);
      FileStatus now = system.getFileStatus(path);
      // Some object stores list the thousandths of a second and answer for one object in whole ones.
      long unit = isLocal(system) ? 1 : 1000;
      return now.getLen() == file.size() && now.getModificationTime() / unit == file.modified() / unit;
    } catch (FileNotFoundException gone) {
      return false;
    }
  }

  /** The first of the files that is not as it was identified. Many files far away are listed, not asked for singly. */
  public Optional<LandingFile> firstChanged(List<LandingFile> files) throws IOException {
    if (isLocal() || files.size() < LISTED_FROM) {
      for (LandingFile file : files) {
        if (!isUnchanged(file)) {
          return Optional.of(file);
        }
      }
      return Optional.empty();
    }
    Map<String, Found> now = new HashMap<>();
    files().forEach(found -> now.put(found.path(), found));
    return files.stream().filter(file -> {
      Found found = now.get(file.path());
      return found == null || found.size() != file.size() || found.modified() != file.modified();
    }).findFirst();
  }

  /** The fault of a file that changed while it was read. */
  public static LandingFault stillWritten() {
    return new LandingFault(Doubt.FILE_STILL_WRITTEN, "the file changed while it was read");
  }

  /** The number behind {@code _v}, {@code -v} or {@code .v} behind the name; 1 without one. */
  public static int version(String path) {
    String stem = stem(path);
    int mark = versionMark(stem);
    return mark < 0 ? 1 : Math.max(1, Integer.parseInt(stem.substring(mark + 2)));
  }

  /** The path without ending and version: what a file and its corrections have in common. */
  public static String family(String path) {
    String stem = stem(path);
    int mark = versionMark(stem);
    return mark < 0 ? stem : stem.substring(0, mark);
  }

  private static String stem(String path) {
    String name = FileBytes.plainName(path);
    int ending = name.lastIndexOf('.');
    boolean isVersion = ending > 0 && versionMark(name) == ending;
    return ending > name.lastIndexOf('/') + 1 && !isVersion ? name.substring(0, ending) : name;
  }

  /** Where {@code _v2} begins at the end of a text, or -1. */
  private static int versionMark(String text) {
    int at = text.length();
    while (at > 0 && Character.isDigit(text.charAt(at - 1))) {
      at--;
    }
    boolean marked = at < text.length() && text.length() - at < 10 && at >= 2
        && Character.toLowerCase(text.charAt(at - 1)) == 'v' && "_-.".indexOf(text.charAt(at - 2)) >= 0;
    return marked ? at - 2 : -1;
  }

  private void refuseOutside(Found found) throws IOException {
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(found.uri());
    if (!isLocal(path.getFileSystem(conf))) {
      return;
    }
    Path real = Path.of(path.toUri().getPath()).toRealPath();
    Path folder = Path.of(path.getFileSystem(conf).makeQualified(root).toUri().getPath()).toRealPath();
    if (!real.startsWith(folder)) {
      throw new LandingFault(Doubt.PATH_OUTSIDE, "the file is a link that leads out of the landing folder");
    }
  }

  private static boolean isUnfinished(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    boolean hidden = path.startsWith("_") || path.contains("/_") || name.startsWith(".") || name.startsWith("~$");
    return hidden || UNFINISHED_ENDINGS.stream().anyMatch(name::endsWith);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
