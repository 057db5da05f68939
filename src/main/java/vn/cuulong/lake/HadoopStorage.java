package vn.cuulong.lake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;

/** Storage that Hadoop knows: HDFS, object stores. */
final class HadoopStorage extends Storage {
  private final Path base;
  private final FileSystem files;

  HadoopStorage(String root) {
    super(root);
    this.base = new Path(root);
    try {
      this.files = base.getFileSystem(new Configuration());
    } catch (IOException e) {
      throw new LakeException("The warehouse " + root + " cannot be reached.", String.valueOf(e.getMessage()),
          "Check the address and that the file system of its scheme is on the class path.", e);
    }
  }

  @Override
  Optional<byte[]> read(String path) {
    try (InputStream in = files.open(new Path(base, path))) {
      return Optional.of(in.readAllBytes());
    } catch (FileNotFoundException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  void write(String path, byte[] bytes) {
    Path target = new Path(base, path);
    try {
      FileContext context = context();
      if (context == null) {
        // An object store: a put is seen whole when it is closed, and a rename would be a copy.
        put(target, bytes);
        return;
      }
      Path draft = new Path(target.getParent(), "." + target.getName() + "." + UUID.randomUUID());
      try (OutputStream out = context.create(draft, EnumSet.of(CreateFlag.CREATE), Options.CreateOpts.createParent())) {
        out.write(bytes);
      }
      context.rename(draft, target, Options.Rename.OVERWRITE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void put(Path target, byte[] bytes) throws IOException {
    try (OutputStream out = files.create(target, true)) {
      out.write(bytes);
    }
  }

  /** HDFS and its like rename atomically through FileContext; object stores have none or copy. */
  private FileContext context() throws IOException {
    String scheme = base.toUri().getScheme();
    if (scheme.startsWith("s3") || scheme.equals("gs") || scheme.startsWith("abfs") || scheme.startsWith("wasb")) {
      return null;
    }
    try {
      return FileContext.getFileContext(base.toUri(), new Configuration());
    } catch (UnsupportedFileSystemException e) {
      return null;
    }
  }

  @Override
  boolean create(String path, byte[] bytes) {
    Path target = new Path(base, path);
    try (OutputStream out = files.create(target, false)) {
      out.write(bytes);
      return true;
    } catch (FileAlreadyExistsException | org.apache.hadoop.fs.PathExistsException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  void delete(String path) {
    try {
      files.delete(new Path(base, path), false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  List<String> names(String folder) {
    return list(folder).stream().map(status -> status.getPath().getName()).sorted().toList();
  }

  @Override
  List<Entry> files(String folder) {
    List<Entry> entries = new ArrayList<>();
    for (FileStatus status : list(folder)) {
      if (status.isFile()) {
        entries.add(new Entry(status.getPath().getName(), status.getModificationTime()));
      }
    }
    entries.sort(java.util.Comparator.comparing(Entry::name));
    return entries;
  }

  private List<FileStatus> list(String folder) {
    try {
      return List.of(files.listStatus(new Path(base, folder)));
    } catch (FileNotFoundException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
