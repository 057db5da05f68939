package vn.cuulong.lake;

import vn.cuulong.contract.Refusal;

/** Something the lake refuses to do or cannot do. */
public class LakeException extends Refusal {
  private static final long serialVersionUID = 1L;

  /** Says what went wrong; {@code cause} is the exception below, or null. */
  public LakeException(String problem, String reason, String remedy, Throwable cause) {
    super(problem, reason, remedy, cause);
  }

  /** True when another run holds or changed the table, so that trying again may help. */
  public boolean isConflict() {
    return false;
  }
}
