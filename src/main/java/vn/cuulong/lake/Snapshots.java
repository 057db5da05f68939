package vn.cuulong.lake;

import static scala.jdk.javaapi.CollectionConverters.asJava;
import static scala.jdk.javaapi.CollectionConverters.asScala;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.VersionChecksum;
import org.apache.spark.sql.delta.actions.AddFile;
import scala.Option;
import scala.collection.immutable.Seq;

/**
 * Reads versions of Delta tables. Delta's own reader replays the log in two Spark jobs after every commit, which takes
 * longer than a small table takes to read and grows with every version; this one takes the list of files from the
 * checksum of the version, and leaves out files whose statistics show that they cannot hold a wanted row.
 */
final class Snapshots {
  private Snapshots() {}

  /** The newest version of a table; its number is -1 when there is none. */
  static Snapshot newest(DeltaLog log) {
    return log.update(false, Option.empty(), Option.empty());
  }

  /** The rows of some files of a version, with the schema of that version. */
  static Dataset<Row> rows(Snapshot snapshot, List<AddFile> files) {
    return snapshot.deltaLog().createDataFrame(snapshot, asScala(files).toSeq(), false, Option.empty());
  }

  /**
   * The files of a version. Delta writes them into the checksum file beside each commit as long as they are few
   * (spark.databricks.delta.allFilesInCrc.thresholdNumFiles), which saves two jobs; else they come from the log.
   */
  static List<AddFile> files(Snapshot snapshot) {
    Option<VersionChecksum> checksum = snapshot.checksumOpt();
    if (checksum.isDefined()) {
      Option<Seq<AddFile>> files = checksum.get().allFiles();
      if (files.isDefined() && files.get().size() == checksum.get().numFiles()) {
        return asJava(files.get());
      }
    }
    return Arrays.asList((AddFile[]) snapshot.allFiles().collect());
  }
}
