package vn.cuulong.method;

/** A badly posed problem. A method says what is wrong and why, and never answers with a number instead. */
public final class MethodException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String problem;
  private final String reason;
  private final String remedy;

  /**
   * A refusal.
   *
   * @param problem what cannot be computed
   * @param reason why, with the numbers that show it
   * @param remedy what the caller can change
   */
  public MethodException(String problem, String reason, String remedy) {
    super(problem + ": " + reason + ". " + remedy);
    this.problem = problem;
    this.reason = reason;
    this.remedy = remedy;
  }

  public String problem() {
    return problem;
  }

  public String reason() {
    return reason;
  }

  public String remedy() {
    return remedy;
  }
}
