package vn.cuulong.chaos;

import java.nio.file.Path;
import java.util.List;

/**
 * What a fault has left.
 *
 * @param fault what went wrong
 * @param left what the next run has to repair
 * @param leases tables whose lease was not given back
 * @param orphans data files that belong to no version
 */
record Wreck(Fault fault, Left left, int leases, List<Path> orphans) {
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
    LEDGER_BEHIND
  }
}
