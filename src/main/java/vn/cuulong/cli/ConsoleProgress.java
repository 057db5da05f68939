package vn.cuulong.cli;

import java.io.PrintStream;
import vn.cuulong.contract.TableName;
import vn.cuulong.lake.TableState.Book;
import vn.cuulong.quality.CheckResult;
import vn.cuulong.run.Progress;
import vn.cuulong.run.TableOutcome;
import vn.cuulong.run.TableOutcome.Built;
import vn.cuulong.run.TableOutcome.Failed;
import vn.cuulong.run.TableOutcome.Held;
import vn.cuulong.run.TableOutcome.NotReady;
import vn.cuulong.run.TableOutcome.Trouble;
import vn.cuulong.watch.RunReport;

/** For people: one line per table when it has ended; on a terminal also a bar that says what is being done now. */
final class ConsoleProgress implements Progress, AutoCloseable {
  private static final int BAR = 24;
  private static final int NAME = 36;
  private static final long TICK_MILLIS = 500;

  private final PrintStream out;
  private final int columns;
  private final Thread ticker;
  private TableName table;
  private String step = "";
  private int ended;
  private int total;
  private long since;

  /**
   * A progress.
   *
   * @param columns width of the terminal, or 0 for plain lines
   */
  ConsoleProgress(PrintStream out, int columns) {
    this.out = out;
    this.columns = columns;
    this.ticker = columns > 0 ? new Thread(this::tick, "progress") : null;
    if (ticker != null) {
      ticker.setDaemon(true);
      ticker.start();
    }
  }

  @Override
  public synchronized void begins(TableName begun, int at, int of) {
    table = begun;
    total = of;
    step = "";
    since = System.nanoTime();
    bar();
  }

  @Override
  public synchronized void step(TableName of, String now) {
    if (!of.equals(table)) {
      table = of;
      since = System.nanoTime();
    }
    step = now;
    bar();
  }

  @Override
  public synchronized void foundCutOff(String runId) {
    clear();
    TableOutcome.Trouble trouble = RunReport.cutOff(runId);
    out.println("notice: " + trouble.problem() + " " + trouble.cause());
    bar();
  }

  @Override
  public synchronized void ended(TableOutcome outcome) {
    clear();
    ended++;
    if (outcome.table().equals(table)) {
      table = null;
    }
    String number = total > 0 ? ended + "/" + total : "";
    out.println(" ".repeat(Math.max(0, 5 - number.length())) + number + "  " + padded(outcome.table().toString())
        + " " + line(outcome));
    detail(outcome);
  }

  @Override
  public synchronized void close() {
    clear();
    table = null;
    if (ticker != null) {
      ticker.interrupt();
    }
  }

  private static String line(TableOutcome outcome) {
    String rows = outcome instanceof Built built ? Words.counted(built.rows(), "row") : "";
    String word = switch (outcome.word()) {
      case "nothing_to_do" -> "nothing to do";
      case "not_ready" -> "NOT READY";
      case "held" -> "HELD";
      case "failed" -> "FAILED";
      default -> outcome.word();
    };
    String time = Words.seconds(outcome.seconds());
    return " ".repeat(Math.max(0, 16 - rows.length())) + rows + " ".repeat(Math.max(1, 10 - time.length())) + time
        + "  " + word;
  }

  private void detail(TableOutcome outcome) {
    if (outcome instanceof Built built) {
      Book book = built.books();
      boolean whole = built.intervals().isEmpty() && built.table().layer().equals("mart");
      String of = whole ? "the table has no intervals" : Words.intervals(built.intervals());
      if (book != null && book.read() > 0) {
        of = Words.count(book.read()) + " read = " + Words.count(book.accepted()) + " accepted + "
            + Words.count(book.rejected()) + " rejected + " + Words.count(book.duplicate()) + " duplicate; " + of;
      }
      out.println("         " + of);
      built.rejectedFiles().forEach(file -> trouble("file not used", file));
      built.checks().stream().filter(check -> !check.passed()).forEach(this::warning);
    } else if (outcome instanceof NotReady notReady) {
      trouble("problem", notReady.trouble());
    } else if (outcome instanceof Held held) {
      trouble("problem", held.trouble());
      held.checks().stream().filter(check -> !check.passed()).forEach(this::warning);
    } else if (outcome instanceof Failed failed) {
      trouble("problem", failed.trouble());
    }
  }

  private void warning(CheckResult check) {
    out.println("         check " + check.name() + ": " + Words.count(check.broken()) + " of "
        + Words.counted(check.rows(), "row") + ". " + check.message().en() + " / " + check.message().vi());
  }

  private void trouble(String head, Trouble trouble) {
    out.println("         " + head + ": " + trouble.problem());
    out.println("         cause:   " + trouble.cause());
    out.println("         remedy:  " + trouble.remedy());
  }

  private void tick() {
    try {
      while (true) {
        Thread.sleep(TICK_MILLIS);
        synchronized (this) {
          bar();
        }
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private void bar() {
    if (columns == 0 || table == null) {
      return;
    }
    int full = total == 0 ? 0 : BAR * ended / total;
    long seconds = (System.nanoTime() - since) / 1_000_000_000L;
    String text = "  " + "█".repeat(full) + "░".repeat(BAR - full) + " " + (ended + 1) + "/" + total + " " + table + " "
        + step + " " + seconds + " s";
    out.print("\r" + (text.length() >= columns ? text.substring(0, columns - 1) : text) + "\u001b[K");
    out.flush();
  }

  private void clear() {
    if (columns > 0) {
      out.print("\r\u001b[K");
    }
  }

  private static String padded(String name) {
    return name + " ".repeat(Math.max(0, NAME - name.length()));
  }
}
