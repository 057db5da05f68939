package vn.cuulong.run;

import vn.cuulong.contract.TableName;

/** Told what a run does while it does it. */
public interface Progress {
  /** Work on a table begins; {@code place} of {@code total}, from 1. */
  void begins(TableName table, int place, int total);

  /** What is being done now, in one or two words: {@code reading}, {@code writing}, {@code checking}. */
  void step(TableName table, String step);

  /** Work on a table has ended. */
  void ended(TableOutcome outcome);
}
