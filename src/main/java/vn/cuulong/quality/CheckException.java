package vn.cuulong.quality;

/** A check that cannot be evaluated, said as problem, cause and remedy. */
public final class CheckException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String problem;
  private final String reason;
  private final String remedy;

  CheckException(String problem, String reason, String remedy, Throwable cause) {
    super(problem + " Cause: " + reason + " Remedy: " + remedy, cause);
    this.problem = problem;
    this.reason = reason;
    this.remedy = remedy;
  }

  /** What could not be done. */
  public String problem() {
    return problem;
  }

  /** Why. */
  public String reason() {
    return reason;
  }

  /** What to do about it. */
  public String remedy() {
    return remedy;
  }
}
