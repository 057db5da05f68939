package vn.cuulong.publish;

/** Something that cannot be published, or is not what it was when it was published: problem, cause and remedy. */
public final class PublishException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String problem;
  private final String reason;
  private final String remedy;

  /** Says what went wrong, why, and what to do; one sentence each. */
  public PublishException(String problem, String reason, String remedy) {
    super(problem + " Cause: " + reason + " Remedy: " + remedy);
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
