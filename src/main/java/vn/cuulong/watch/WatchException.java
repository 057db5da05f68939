package vn.cuulong.watch;

/** The world could not be told. A warning of the report, never a failed run. */
public final class WatchException extends Exception {
  private static final long serialVersionUID = 1L;

  /** One sentence without secrets: what could not be told, and why. */
  public WatchException(String message, Throwable cause) {
    super(message, cause);
  }

  /** What an exception of the file system or the network says, in a few words. */
  static String reason(Exception failure) {
    String message = failure.getMessage();
    String type = failure.getClass().getSimpleName();
    return message == null || message.isBlank() ? type : type + ", " + message;
  }
}
