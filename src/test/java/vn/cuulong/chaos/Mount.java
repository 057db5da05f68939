package vn.cuulong.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** Another disk in the place of a folder, as only the administrator of a machine can put it there. */
final class Mount implements AutoCloseable {
  private static final int PAGE = 4096;

  private final Path folder;
  /** Where the folder itself waits meanwhile; null when it is the same files that are seen. */
  private final Path kept;

  private Mount(Path folder, Path kept) {
    this.folder = folder;
    this.kept = kept;
  }

  /** Why there can be none here; empty when there can. */
  static String obstacle() {
    try {
      Path probe = Files.createTempDirectory("mount");
      boolean mounts = run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", probe.toString());
      if (mounts) {
        run("umount", probe.toString());
      }
      Files.delete(probe);
      return mounts ? "" : "it takes a user who may mount a file system";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder with what is in it on a disk of its own, with so much room left. */
  static Mount small(Path folder, int roomKib) throws IOException {
    Path kept = folder.resolveSibling(folder.getFileName() + "-kept");
    Files.move(folder, kept);
    Files.createDirectory(folder);
    Mount mount = new Mount(folder, kept);
    must("mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", folder.toString());
    copy(kept, folder);
    mount.fill(roomKib);
    return mount;
  }

  /** The folder as it is, but nothing can be written. */
  static Mount readOnly(Path folder) throws IOException {
    must("mount", "--bind", folder.toString(), folder.toString());
    must("mount", "-o", "remount,ro,bind", folder.toString());
    return new Mount(folder, null);
  }

  private void fill(int roomKib) throws IOException {
    Path rest = folder.resolve(".rest");
    byte[] page = new byte[PAGE];
    long written = 0;
    try (OutputStream out = Files.newOutputStream(rest)) {
      while (true) {
        out.write(page);
        written += PAGE;
      }
    } catch (IOException full) {
      try (var channel = Files.newByteChannel(rest, StandardOpenOption.WRITE)) {
        channel.truncate(Math.max(0, written - roomKib * 1024L));
      }
    }
  }

  /** The folder is where it was, with what has happened to it. */
  @Override
  public void close() throws IOException {
    if (kept == null) {
      must("umount", folder.toString());
      return;
    }
    Path after = folder.resolveSibling(folder.getFileName() + "-after");
    Files.deleteIfExists(folder.resolve(".rest"));
    copy(folder, after);
    must("umount", folder.toString());
    Files.delete(folder);
    Files.move(after, folder);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Path copy = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(path, copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  private static void must(String... command) throws IOException {
    if (!run(command)) {
      throw new IOException(String.join(" ", command) + " failed");
    }
  }

  private static boolean run(String... command) throws IOException {
    try {
      return new ProcessBuilder(List.of(command)).redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }
}
