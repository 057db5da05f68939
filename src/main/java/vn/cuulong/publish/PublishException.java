package vn.cuulong.publish;

import vn.cuulong.contract.Refusal;

/** Something that cannot be published, or is not what it was when it was published. */
public final class PublishException extends Refusal {
  private static final long serialVersionUID = 1L;

  /** Says what went wrong, why, and what to do; one sentence each. */
  public PublishException(String problem, String reason, String remedy) {
    super(problem, reason, remedy);
  }
}
