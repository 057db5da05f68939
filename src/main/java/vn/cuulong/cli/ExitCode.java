package vn.cuulong.cli;

import java.util.List;
import vn.cuulong.contract.Refusal;
import vn.cuulong.lake.LakeException;
import vn.cuulong.run.LandingMissingException;
import vn.cuulong.run.TableOutcome;

/** What the process tells the one who started it. */
public enum ExitCode {
  /** Done, or nothing to do. */
  DONE(0),
  /** Something that no other code says. */
  OTHER(1),
  /** Wrong use: an option, a name, a contract. */
  WRONG_USE(2),
  /** A check held data back, or a whole file was refused. */
  HELD(3),
  /** A source is missing or late. */
  NOT_READY(4),
  /** Another run holds or changed a table: trying again may help. */
  CONFLICT(5);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /** The number, as in the documentation. */
  public int number() {
    return number;
  }

  /**
   * The code of a run. Of several outcomes the one that most needs a person wins: a failure, then data held by a
   * check, then a conflict (trying again may do), then a source that is not there yet (waiting may do).
   */
  public static ExitCode of(List<TableOutcome> outcomes) {
    return outcomes.stream().map(ExitCode::of).reduce(DONE, ExitCode::graver);
  }

  /** The code of a number. */
  static ExitCode of(int number) {
    return java.util.Arrays.stream(values()).filter(code -> code.number == number).findFirst().orElse(OTHER);
  }

  /** The graver of two codes, in the order above. */
  static ExitCode graver(ExitCode one, ExitCode other) {
    return one.gravity() >= other.gravity() ? one : other;
  }

  /** The code of a refusal. */
  static ExitCode of(Refusal refusal) {
    if (refusal instanceof CommandFailure known) {
      return known.code();
    }
    if (refusal instanceof LandingMissingException) {
      return NOT_READY;
    }
    return refusal instanceof LakeException lake && lake.isConflict() ? CONFLICT : OTHER;
  }

  private static ExitCode of(TableOutcome outcome) {
    if (outcome instanceof TableOutcome.Failed failed) {
      return failed.conflict() ? CONFLICT : OTHER;
    }
    boolean refusedFile = outcome instanceof TableOutcome.Built built && !built.rejectedFiles().isEmpty();
    if (outcome instanceof TableOutcome.Held || refusedFile) {
      return HELD;
    }
    return outcome instanceof TableOutcome.NotReady ? NOT_READY : DONE;
  }

  private int gravity() {
    return switch (this) {
      case DONE -> 0;
      case NOT_READY -> 1;
      case CONFLICT -> 2;
      case HELD -> 3;
      case OTHER -> 4;
      case WRONG_USE -> 5;
    };
  }
}
