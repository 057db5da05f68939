package vn.cuulong.contract;

/**
 * One thing that is wrong in {@code jobs/}, said so that its reader can put it right.
 *
 * @param file path as the caller gave it, {@code jobs/dictionary/columns.yml}
 * @param line line in the file, from 1; 0 when the whole file is meant
 * @param problem what is wrong
 * @param cause why it is wrong, or what follows from it
 * @param remedy what to write instead
 */
public record Problem(String file, int line, String problem, String cause, String remedy) {

  /** {@code file:line}, or the file alone. */
  public String place() {
    return line > 0 ? file + ":" + line : file;
  }

  /** Four lines: place, problem, cause, remedy. */
  @Override
  public String toString() {
    return place() + "\n  problem: " + problem + "\n  cause:   " + cause + "\n  remedy:  " + remedy;
  }
}
