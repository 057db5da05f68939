package vn.cuulong.lake;

import static scala.jdk.javaapi.CollectionConverters.asJava;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.VersionChecksum;
import org.apache.spark.sql.delta.actions.AddFile;
import scala.Option;
import scala.collection.immutable.Seq;

/** What a snapshot of a Delta table knows without a Spark job. */
final class Snapshots {
  private Snapshots() {}

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
