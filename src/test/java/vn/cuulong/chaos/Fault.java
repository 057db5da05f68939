package vn.cuulong.chaos;

import java.io.IOException;

/**
 * Something that goes wrong while a night runs in a process of its own. To add one: a class that implements this, and
 * a line in {@link Faults}.
 */
interface Fault {
  /** Readies a landing folder, in which the files of the night lie already; mostly there is nothing to do. */
  default void prepare(Landings landings) {}

  /**
   * Starts a night, does the harm, and comes back when no process of it is left.
   *
   * @return what lies about afterwards
   * @throws AssertionError when the fault could not be brought about: then it would prove nothing
   */
  Wreck strike(Landings landings) throws IOException, InterruptedException;
}
