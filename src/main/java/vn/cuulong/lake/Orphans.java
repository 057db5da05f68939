package vn.cuulong.lake;

import static scala.jdk.javaapi.CollectionConverters.asJava;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.RemoveFile;

/** Data files in the folder of a table that belong to no version of it. */
final class Orphans {
  private Orphans() {}

  /** Deletes those changed since a time, in milliseconds since 1970, whose names begin so; says how many. */
  static int remove(DeltaLog log, long since, String beginning) {
    Set<String> known = known(log);
    int removed = 0;
    try {
      FileSystem files = log.dataPath().getFileSystem(log.newDeltaHadoopConf());
      for (FileStatus status : files.listStatus(log.dataPath())) {
        String name = status.getPath().getName();
        if (status.isFile() && name.startsWith(beginning) && name.endsWith(".parquet")
            && status.getModificationTime() >= since
            && !known.contains(name)) {
          files.delete(status.getPath(), false);
          removed++;
        }
      }
    } catch (FileNotFoundException e) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return removed;
  }

  /** Names of the files of the newest version, and of those that earlier versions had. */
  private static Set<String> known(DeltaLog log) {
    Set<String> names = new HashSet<>();
    Snapshot snapshot = Snapshots.newest(log);
    if (snapshot.version() >= 0) {
      for (AddFile file : Snapshots.files(snapshot)) {
        names.add(file.toPath().getName());
      }
      for (RemoveFile file : (RemoveFile[]) snapshot.tombstones().collect()) {
        names.add(new Path(java.net.URI.create(file.path())).getName());
      }
    }
    return names;
  }
}
