package vn.cuulong.lake;

/** A staged row breaks a promise that is enforced while it is written: its interval, or a column that is required. */
public final class StagedRowsException extends LakeException {
  private static final long serialVersionUID = 1L;

  StagedRowsException(String problem, String reason, String remedy, Throwable cause) {
    super(problem, reason, remedy, cause);
  }
}
