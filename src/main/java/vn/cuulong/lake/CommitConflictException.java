package vn.cuulong.lake;

/** Another writer committed a version of the table after this one had begun. Nothing of this one is in the table. */
public final class CommitConflictException extends LakeException {
  private static final long serialVersionUID = 1L;

  CommitConflictException(String problem, String reason, String remedy, Throwable cause) {
    super(problem, reason, remedy, cause);
  }

  @Override
  public boolean isConflict() {
    return true;
  }
}
