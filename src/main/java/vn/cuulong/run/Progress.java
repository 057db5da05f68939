package vn.cuulong.run;

import vn.cuulong.contract.TableName;

/** Told what a run does while it does it; by itself it takes no notice. */
public interface Progress {
  /** Work on a table begins; {@code place} of {@code total}, from 1. */
  default void begins(TableName table, int place, int total) {}

  /** What is being done now, in one or two words: {@code reading}, {@code writing}, {@code checking}. */
  default void step(TableName table, String step) {}

  /** Another run was found to have ended without saying so: it was killed, or its machine went down. */
  default void foundCutOff(String runId) {}

  /** Work on a table has ended. */
  default void ended(TableOutcome outcome) {}
}
