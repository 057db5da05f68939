package vn.cuulong.quality;

import vn.cuulong.contract.Refusal;

/** A check that cannot be evaluated. */
public final class CheckException extends Refusal {
  private static final long serialVersionUID = 1L;

  CheckException(String problem, String reason, String remedy, Throwable cause) {
    super(problem, reason, remedy, cause);
  }
}
