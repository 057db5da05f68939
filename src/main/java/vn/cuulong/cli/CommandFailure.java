package vn.cuulong.cli;

import vn.cuulong.contract.Refusal;

/** A command cannot go on. Says what to tell the person, and the exit code. */
final class CommandFailure extends Refusal {
  private static final long serialVersionUID = 1L;

  private final ExitCode code;

  CommandFailure(ExitCode code, String problem, String reason, String remedy) {
    super(problem, reason, remedy);
    this.code = code;
  }

  /** Wrong use. */
  static CommandFailure wrongUse(String problem, String reason, String remedy) {
    return new CommandFailure(ExitCode.WRONG_USE, problem, reason, remedy);
  }

  ExitCode code() {
    return code;
  }
}
