package vn.cuulong.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.AccessDeniedException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.cuulong.contract.TableName;

class BreakdownTest {
  private static final TableName STAYS = TableName.of("clean.tourism_stay");
  private static final String DATA = "file:/srv/kho/clean/tourism_report/part-00000-1.c000.zstd.parquet";

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new RuntimeException("job", new IOException("No space left on device")), Breakdown.DISK_FULL),
        Arguments.of(new RuntimeException("Task failed: java.io.IOException: Disk quota "
            + "exceeded"), Breakdown.DISK_FULL),
        // What a full disk makes of a file is the lesser news.
        Arguments.of(new RuntimeException("writing " + DATA, new IOException("No space left on device")),
            Breakdown.DISK_FULL),
        Arguments.of(new AccessDeniedException("/srv/kho/_ledger"), Breakdown.READ_ONLY),
        Arguments.of(new IOException("/srv/kho: Read-only file system"), Breakdown.READ_ONLY),
        Arguments.of(new OutOfMemoryError("Java heap space"), Breakdown.MEMORY),
        Arguments.of(new RuntimeException("ExecutorLostFailure (executor 1 exited): Command exited with code 52"),
            Breakdown.MEMORY),
        Arguments.of(new IllegalStateException("Cannot call methods on a stopped SparkContext."),
            Breakdown.EXECUTORS_LOST),
        Arguments.of(new RuntimeException("ShuffleMapStage 13 has failed the maximum allowable number of times: 4. Most "
            + "recent failure reason: org.apache.spark.shuffle.MetadataFetchFailedException: Missing an output "
            + "location for shuffle 2 partition 0"), Breakdown.EXECUTORS_LOST),
        // A file that could not be fetched is not damaged.
        Arguments.of(new RuntimeException("reading " + DATA, new SocketTimeoutException("Read timed out")),
            Breakdown.STORE_AWAY),
        Arguments.of(new RuntimeException("cannot read /srv/kho/mart/x/_delta_log/00000000000000000003.json"),
            Breakdown.LOG),
        Arguments.of(new FileNotFoundException("File " + DATA + " does not exist"), Breakdown.DATA_FILE));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void theCauseIsFoundInTheChainOrInTheTextOfATask(Throwable failure, Breakdown expected) {
    assertThat(Breakdown.of(failure)).contains(expected);
    LakeException told = expected.told("X. / Y.", STAYS, failure);
    assertThat(told.reason()).contains(" / ");
    assertThat(told.remedy()).contains(" / ").doesNotContain("%s");
  }

  @Test
  void theRemedyNamesTheTableWhoseFileIsBrokenNotTheOneThatReadIt() {
    LakeException told = Breakdown.DATA_FILE.told("X. / Y.", STAYS, new FileNotFoundException(DATA));
    assertThat(told.remedy()).contains("cuulong repair clean.tourism_report").doesNotContain("tourism_stay");
    assertThat(told.reason()).contains("part-00000-1.c000.zstd.parquet");
  }

  @Test
  void whatNobodyKnowsIsNotExplained() {
    Throwable itself = new IllegalStateException("a fault of the program", new RuntimeException());
    assertThat(Breakdown.of(itself)).isEmpty();
  }
}
