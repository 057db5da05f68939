package vn.cuulong.contract;

/** Something that cannot be done, said so that a person can act on it: problem, cause and remedy, without secrets. */
public class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String problem;
  private final String reason;
  private final String remedy;

  /** Says what cannot be done, why, and what to do; one sentence each. */
  public Refusal(String problem, String reason, String remedy) {
    this(problem, reason, remedy, null);
  }

  /**
   * Says what went wrong.
   *
   * @param problem what could not be done, one sentence
   * @param reason why, one sentence
   * @param remedy what the reader can do, one sentence
   * @param cause the exception below, or null
   */
  public Refusal(String problem, String reason, String remedy, Throwable cause) {
    super(Secrets.hide(problem + " Cause: " + reason + " Remedy: " + remedy), cause);
    this.problem = Secrets.hide(problem);
    this.reason = Secrets.hide(reason);
    this.remedy = Secrets.hide(remedy);
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
