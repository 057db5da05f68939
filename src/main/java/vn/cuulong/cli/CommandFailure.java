package vn.cuulong.cli;

/** A command cannot go on. Says what to tell the person, and the exit code. */
final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode code;
  private final String problem;
  private final String reason;
  private final String remedy;

  CommandFailure(ExitCode code, String problem, String reason, String remedy) {
    super(problem);
    this.code = code;
    this.problem = problem;
    this.reason = reason;
    this.remedy = remedy;
  }

  /** Wrong use. */
  static CommandFailure wrongUse(String problem, String reason, String remedy) {
    return new CommandFailure(ExitCode.WRONG_USE, problem, reason, remedy);
  }

  ExitCode code() {
    return code;
  }

  String problem() {
    return problem;
  }

  String reason() {
    return reason;
  }

  String remedy() {
    return remedy;
  }
}
