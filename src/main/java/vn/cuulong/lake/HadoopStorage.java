package vn.cuulong.lake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;

/**
 * Storage that Hadoop knows: HDFS, object stores. What is set for Spark as {@code spark.hadoop.*}, and the variables
 * {@code AWS_*} of the environment, are known to it, although there may be no session yet.
 */
final class HadoopStorage extends Storage {
  private final Path base;
  private final Configuration conf;
  private final FileSystem files;

  HadoopStorage(String root) {
    super(root);
    this.base = new Path(root);
    this.conf = settings(root);
    try {
      this.files = base.getFileSystem(conf);
    } catch (IOException e) {
      throw new LakeException("The warehouse " + root + " cannot be reached.", String.valueOf(e.getMessage()),
          "Check the address and that the file system of its scheme is on the class path.", e);
    }
  }

  /** Settings for the file system of a place; a local folder needs none of Spark's, which take time to read. */
  static Configuration settings(String uri) {
    boolean local = uri.indexOf(':') < 0 || uri.startsWith("file:");
    return local ? new Configuration() : SparkHadoopUtil.get().newConfiguration(new SparkConf());
  }

  @Override
  Optional<byte[]> read(String path) {
    try {
      return read(files, new Path(base, path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<byte[]> read(FileSystem files, Path path) throws IOException {
    try (InputStream in = files.open(path)) {
      return Optional.of(in.readAllBytes());
    } catch (FileNotFoundException e) {
      return Optional.empty();
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
      context.rename(draft(context, target, bytes), target, Options.Rename.OVERWRITE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path draft(FileContext context, Path target, byte[] bytes) throws IOException {
    Path draft = new Path(target.getParent(), "." + target.getName() + "." + UUID.randomUUID());
    try (OutputStream out = context.create(draft, EnumSet.of(CreateFlag.CREATE), Options.CreateOpts.createParent())) {
      out.write(bytes);
    }
    return draft;
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
      return FileContext.getFileContext(base.toUri(), conf);
    } catch (UnsupportedFileSystemException e) {
      return null;
    }
  }

  @Override
  boolean create(String path, byte[] bytes) {
    Path target = new Path(base, path);
    try {
      FileContext context = context();
      return context == null ? putNew(files, target, bytes) : renameNew(context, target, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A rename that overwrites nothing: nobody sees an unfinished file. */
  private boolean renameNew(FileContext context, Path target, byte[] bytes) throws IOException {
    Path draft = draft(context, target, bytes);
    try {
      context.rename(draft, target, Options.Rename.NONE);
      return true;
    } catch (FileAlreadyExistsException taken) {
      files.delete(draft, false);
      return false;
    }
  }

  /**
   * Puts an object in place unless there is one. A store that has conditional writes (S3 since 2024) decides itself
   * which of two comes first; of another one this is asked before, and two in the same moment may both be told yes.
   *
   * @param bytes no two callers write the same ones
   * @return false when there is one
   */
  static boolean putNew(FileSystem files, Path target, byte[] bytes) throws IOException {
    try (OutputStream out = onlyNew(files, target)) {
      out.write(bytes);
    } catch (IOException refused) {
      // Also when the answer to a put was lost, and the put that was sent again was refused because of the first.
      byte[] now = read(files, target).orElseThrow(() -> refused);
      return Arrays.equals(now, bytes);
    }
    return true;
  }

  private static OutputStream onlyNew(FileSystem files, Path target) throws IOException {
    String conditional = Options.CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE;
    if (!files.hasPathCapability(target, conditional)) {
      return files.create(target, false);
    }
    FSDataOutputStreamBuilder<?, ?> object = files.createFile(target).overwrite(true).recursive();
    object.must(conditional, true);
    return object.build();
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
