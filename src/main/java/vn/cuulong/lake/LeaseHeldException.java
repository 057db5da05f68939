package vn.cuulong.lake;

/** Another process writes the table, or took the lease over while this one was silent. */
public final class LeaseHeldException extends LakeException {
  private static final long serialVersionUID = 1L;

  LeaseHeldException(String problem, String reason, String remedy) {
    super(problem, reason, remedy, null);
  }

  @Override
  public boolean isConflict() {
    return true;
  }
}
