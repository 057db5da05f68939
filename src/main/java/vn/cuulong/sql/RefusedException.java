package vn.cuulong.sql;

/** A query that a read-only session does not answer. Clients of Spark Connect know the type that it extends. */
public final class RefusedException extends UnsupportedOperationException {
  private static final long serialVersionUID = 1L;

  private final Refusal refusal;

  RefusedException(Refusal refusal) {
    super(refusal.message());
    this.refusal = refusal;
  }

  /** Why. */
  public Refusal refusal() {
    return refusal;
  }
}
