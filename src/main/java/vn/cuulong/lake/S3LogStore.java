package vn.cuulong.lake;

import io.delta.storage.HadoopFileSystemLogStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Writes Delta's log to S3 so that of two drivers that commit the same version one is refused: the put of a version
 * says "only if there is none", and the store decides. Delta's own store for S3 looks first and puts then, which is
 * safe within one driver only; its other one needs a DynamoDB table.
 */
public final class S3LogStore extends HadoopFileSystemLogStore {
  /** Made by Delta. */
  public S3LogStore(Configuration conf) {
    super(conf);
  }

  @Override
  public void write(Path path, Iterator<String> actions, Boolean overwrite, Configuration conf) throws IOException {
    StringBuilder lines = new StringBuilder();
    actions.forEachRemaining(action -> lines.append(action).append('\n'));
    byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
    FileSystem files = path.getFileSystem(conf);
    if (overwrite) {
      try (var out = files.create(path, true)) {
        out.write(bytes);
      }
    } else if (!HadoopStorage.putNew(files, path, bytes)) {
      throw new FileAlreadyExistsException(path.toString());
    }
  }

  /** An object is seen when it is complete. */
  @Override
  public Boolean isPartialWriteVisible(Path path, Configuration conf) {
    return false;
  }
}
