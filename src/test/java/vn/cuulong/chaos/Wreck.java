package vn.cuulong.chaos;

import java.nio.file.Path;
import java.util.List;
import vn.cuulong.run.TableOutcome.Trouble;

/**
 * What a fault has left.
 *
 * @param fault what went wrong
 * @param left what the next run has to repair
 * @param leases tables whose lease was not given back
 * @param orphans data files that belong to no version
 * @param told what the person who ran the night was told
 */
record Wreck(Fault fault, Left left, int leases, List<Path> orphans, List<Trouble> told) {
  /** What the next run finds. */
  enum Left {
    /** Nothing that needs a repair. */
    NOTHING,
    /** An intent, and no commit. */
    INTENT,
    /** The same, and data files that belong to no version. */
    ORPHANS,
    /** Rejects of rows whose table was not built. */
    REJECTS_AHEAD,
    /** A version that the ledger does not know. */
    LEDGER_BEHIND,
    /** A night that ended, well or not, and said how. */
    TOLD
  }

  /** What a night that ended by itself has left. */
  static Wreck of(Fault fault, List<Trouble> told) {
    return new Wreck(fault, Left.TOLD, 0, List.of(), told);
  }

  /** True when the run has no end on record. */
  boolean cutOff() {
    return left != Left.TOLD;
  }

  /** True when it was said what the fault is known by, in both languages, with cause and remedy. */
  boolean isTold() {
    return fault.words().isEmpty() ? told.isEmpty() : told.stream().anyMatch(trouble ->
        (trouble.problem() + trouble.cause() + trouble.remedy()).contains(fault.words())
            && List.of(trouble.problem(), trouble.cause(), trouble.remedy()).stream().allMatch(text -> text.contains(" / ")));
  }
}
