package vn.cuulong.lake;

/** Something the lake refuses to do or cannot do, said as problem, cause and remedy. */
public class LakeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String problem;
  private final String reason;
  private final String remedy;

  /**
   * Says what went wrong.
   *
   * @param problem what could not be done, one sentence
   * @param reason why, one sentence
   * @param remedy what the reader can do, one sentence
   * @param cause the exception below, or null
   */
  public LakeException(String problem, String reason, String remedy, Throwable cause) {
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
