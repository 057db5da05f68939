package vn.cuulong.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.cuulong.contract.TableName;

/**
 * What broke below the program, in words for a person: the disk, the memory, a store, a file of a table. Spark and Delta
 * tell it in a chain of exceptions, or only in the text of the one that came back from a task.
 */
public enum Breakdown {
  /** No room for another byte. */
  DISK_FULL(List.of("No space left on device", "Disk quota exceeded", "File too large", "There is not enough space"),
      "There is no room left where the warehouse, the log or a temporary file is written",
      "Ổ đĩa chứa kho, nhật ký hoặc tệp tạm đã đầy",
      "Make room (df -h tells where) and run again: no table is half done, and the next run builds what is missing.",
      "Hãy giải phóng ổ đĩa (xem df -h) rồi chạy lại: không bảng nào dở dang, lần chạy sau dựng phần còn thiếu."),
  /** The warehouse may be read and not written. */
  READ_ONLY(List.of("Read-only file system", "Permission denied", "AccessDeniedException", "AccessControlException",
      "Operation not permitted", "Mkdirs failed to create"),
      "A file cannot be written or read: the disk is read-only, or its permissions do not allow this user",
      "Không ghi hoặc đọc được tệp: ổ đĩa chỉ cho đọc, hoặc người dùng này không có quyền",
      "Let this user write the warehouse and read the landing folder (ls -ld and mount tell), then run again.",
      "Hãy cấp quyền ghi kho và đọc thư mục nguồn (xem ls -ld và mount), rồi chạy lại."),
  /** The heap of the driver or of an executor. */
  MEMORY(List.of("OutOfMemoryError", "INVALID_DRIVER_MEMORY", "INVALID_EXECUTOR_MEMORY", "exited with code 52",
      "exit code 52", "exited with code 137", "UNABLE_TO_ACQUIRE_MEMORY"),
      "The memory was too small",
      "Không đủ bộ nhớ",
      "Give it more and run again: CUULONG_HEAP=8g on one machine, --driver-memory and --executor-memory on a cluster.",
      "Hãy cấp thêm rồi chạy lại: CUULONG_HEAP=8g trên một máy, --driver-memory và --executor-memory trên cụm máy."),
  /** Executors of a cluster died, were killed or could not be reached, until Spark gave up the job or itself. */
  EXECUTORS_LOST(List.of("ExecutorLostFailure", "MetadataFetchFailedException", "FetchFailedException",
      "Master removed our application", "SparkContext was shut down", "stopped SparkContext",
      "No active or default Spark session found"),
      "Spark lost its executors again and again, often for want of memory, and gave up",
      "Spark liên tục mất executor, thường vì thiếu bộ nhớ, nên đã bỏ cuộc",
      "Look at the log of an executor; give it more memory if that is what it lacks (--executor-memory), and run again.",
      "Hãy xem nhật ký của executor; nếu thiếu bộ nhớ thì cấp thêm (--executor-memory), rồi chạy lại."),
  /** HDFS or an object store, when nobody answers there. */
  STORE_AWAY(List.of("ConnectException", "SocketTimeoutException", "UnknownHostException", "NoRouteToHostException",
      "ConnectTimeoutException", "SdkClientException", "NoAuthWithAWSException", "BlockMissingException"),
      "The store of files did not answer",
      "Kho tệp (HDFS, S3…) không trả lời",
      "Look whether it runs and can be reached from here, and whether address and credentials are right, then run "
      + "again: no table is half done.",
      "Hãy kiểm tra kho tệp còn chạy, máy này kết nối được, địa chỉ và thông tin đăng nhập đúng, rồi chạy lại: không "
      + "bảng nào dở dang."),
  /** An entry or a checkpoint in the log of a table. */
  LOG(List.of("_delta_log/", "DELTA_VERSIONS_NOT_CONTIGUOUS", "DELTA_STATE_RECOVER_ERROR", "DELTA_MISSING_PART_FILES",
      "DELTA_LOG_FILE_NOT_FOUND", "DELTA_TRUNCATED_TRANSACTION_LOG"),
      "A file in the log of a table is damaged or gone",
      "Một tệp trong nhật ký (_delta_log) của bảng bị hỏng hoặc mất",
      "cuulong repair %s sets aside what cannot be read; the next run builds it again.",
      "Hãy chạy cuulong repair %s để gạt phần hỏng sang một bên; lần chạy sau dựng lại."),
  /** A data file of a table. */
  DATA_FILE(List.of(".parquet"),
      "A data file of a table is damaged or gone",
      "Một tệp dữ liệu của bảng bị hỏng hoặc mất",
      "Put the file back from a backup; or cuulong repair %s sets the damaged table aside, and the next run builds it "
      + "anew.",
      "Hãy chép lại tệp từ bản sao lưu; hoặc chạy cuulong repair %s để gạt bảng hỏng sang một bên, lần chạy sau dựng "
      + "lại.");

  private static final int TEXT_SHOWN = 300;

  private final List<String> signs;
  private final String causeEn;
  private final String causeVi;
  private final String remedyEn;
  private final String remedyVi;

  Breakdown(List<String> signs, String causeEn, String causeVi, String remedyEn, String remedyVi) {
    this.signs = signs;
    this.causeEn = causeEn;
    this.causeVi = causeVi;
    this.remedyEn = remedyEn;
    this.remedyVi = remedyVi;
  }

  /** What broke, when it is one of these. A full disk is told before what it made of the files. */
  public static Optional<Breakdown> of(Throwable failure) {
    String text = text(failure);
    for (Breakdown breakdown : values()) {
      if (breakdown.signs.stream().anyMatch(text::contains)) {
        return Optional.of(breakdown);
      }
    }
    return Optional.empty();
  }

  /**
   * What to tell a person.
   *
   * @param problem what could not be done, in both languages
   * @param table on which was worked, or null; the file that is named in the failure may be of another one
   */
  public LakeException told(String problem, TableName table, Throwable failure) {
    String broken = tableOf(failure, table);
    return new LakeException(problem, causeEn + " (" + detail(failure) + "). / " + causeVi + ".",
        remedyEn.replace("%s", broken) + " / " + remedyVi.replace("%s", broken), failure);
  }

  /** The line of the failure that shows what broke. */
  private String detail(Throwable failure) {
    String shown = "";
    for (String line : text(failure).split("\n")) {
      if (shown.isEmpty() && signs.stream().anyMatch(line::contains)) {
        shown = line.strip();
      }
    }
    return shown.length() > TEXT_SHOWN ? shown.substring(0, TEXT_SHOWN) + "…" : shown;
  }

  /** The table in whose folder the named file lies: {@code …/clean/tourism_stay/part-….parquet}. */
  private String tableOf(Throwable failure, TableName table) {
    String detail = detail(failure);
    for (String layer : List.of("clean", "mart", "ops")) {
      int at = detail.indexOf("/" + layer + "/");
      int from = at + layer.length() + 2;
      int end = at < 0 ? -1 : detail.indexOf('/', from);
      if (end > 0) {
        return layer + "." + detail.substring(from, end);
      }
    }
    return table == null ? "TABLE" : table.toString();
  }

  private static String text(Throwable failure) {
    List<Throwable> chain = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (Throwable each = failure; each != null && !chain.contains(each); each = each.getCause()) {
      chain.add(each);
      text.append(each.getClass().getSimpleName()).append(": ").append(each.getMessage()).append('\n');
    }
    return text.toString();
  }
}
