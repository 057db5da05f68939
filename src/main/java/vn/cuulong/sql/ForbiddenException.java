package vn.cuulong.sql;

/** A query that a read-only session does not answer. Clients of Spark Connect know the type that it extends. */
public final class ForbiddenException extends UnsupportedOperationException {
  private static final long serialVersionUID = 1L;

  private final Forbidden why;

  ForbiddenException(Forbidden why) {
    super(why.message());
    this.why = why;
  }

  /** Why. */
  public Forbidden why() {
    return why;
  }
}
