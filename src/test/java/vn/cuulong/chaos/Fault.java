package vn.cuulong.chaos;

import java.io.IOException;

/**
 * Something that goes wrong with a night that runs in a process of its own. To add one: a class that implements this, a
 * line in {@link Faults}, and, unless it is a kill, a row in docs/faults.md.
 */
interface Fault {
  /** The name of its row in docs/faults.md. */
  String title();

  /**
   * What the person who runs the night can read of it, in English: a part of a problem, a cause or a remedy. Empty when
   * there is nothing to be told, because the night goes on as if nothing had happened.
   */
  String words();

  /** Why it cannot be tried on this machine; empty when it can. */
  default String obstacle() {
    return "";
  }

  /** Readies a landing folder, in which the files of the night lie already; mostly there is nothing to do. */
  default void prepare(Landings landings) {}

  /**
   * Starts a night, does the harm, and comes back when no process of it is left.
   *
   * @return what lies about afterwards
   * @throws AssertionError when the fault could not be brought about: then it would prove nothing
   */
  Wreck strike(Landings landings) throws IOException, InterruptedException;

  /** Does what the remedy says, before the next night; nothing where the next night repairs by itself. */
  default void remedy(Landings landings) throws IOException, InterruptedException {}
}
