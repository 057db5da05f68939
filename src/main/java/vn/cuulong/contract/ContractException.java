package vn.cuulong.contract;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** {@code jobs/} is not valid. Carries every problem that was found, not only the first, in order of file and line. */
public final class ContractException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final Comparator<Problem> BY_PLACE =
      Comparator.comparing(Problem::file).thenComparingInt(Problem::line).thenComparing(Problem::problem);

  private final transient List<Problem> problems;

  /** Of at least one problem. */
  public ContractException(List<Problem> problems) {
    super(message(problems));
    this.problems = sorted(problems);
  }

  /** The problems, in order of file and line. */
  public List<Problem> problems() {
    return problems;
  }

  private static List<Problem> sorted(List<Problem> problems) {
    return problems.stream().distinct().sorted(BY_PLACE).toList();
  }

  private static String message(List<Problem> problems) {
    List<Problem> sorted = sorted(problems);
    String count = sorted.size() == 1 ? "1 problem" : sorted.size() + " problems";
    return count + " in the contracts\n" + sorted.stream().map(Problem::toString).collect(Collectors.joining("\n"));
  }
}
