package vn.cuulong.run;

import java.util.List;
import java.util.Map;
import vn.cuulong.contract.Refusal;
import vn.cuulong.contract.Secrets;
import vn.cuulong.contract.TableName;
import vn.cuulong.lake.TableState.Book;
import vn.cuulong.quality.CheckResult;
import vn.cuulong.table.Interval;

/** What happened to one table in one run. */
public sealed interface TableOutcome {
  /** Which table. */
  TableName table();

  /** How long it took, in seconds. */
  double seconds();

  /** The word of the ledger: {@code built, nothing_to_do, not_ready, held, failed}. */
  String word();

  /**
   * A new version was committed.
   *
   * @param rows rows in the built intervals
   * @param intervals what was built
   * @param version of the table
   * @param books what became of the rows of the files that were read; empty for a mart
   * @param rejectedFiles files that could not be used as a whole
   * @param checks every check and what it found
   * @param inputs version of each table that was read; empty for a clean table
   * @param rejectCauses rows of the files that were read which have each issue, {@code column:code}, and were rejected;
   *     a row may have several
   */
  record Built(TableName table, double seconds, long rows, List<Interval> intervals, long version, Book books,
      List<Trouble> rejectedFiles, List<CheckResult> checks, Map<String, Long> inputs,
      Map<String, Long> rejectCauses) implements TableOutcome {
    @Override
    public String word() {
      return "built";
    }
  }

  /** Everything was as it should be already. */
  record NothingToDo(TableName table, double seconds) implements TableOutcome {
    @Override
    public String word() {
      return "nothing_to_do";
    }
  }

  /** An input is missing or late. */
  record NotReady(TableName table, double seconds, Trouble trouble) implements TableOutcome {
    @Override
    public String word() {
      return "not_ready";
    }
  }

  /** A check stopped the commit; the table is as it was. */
  record Held(TableName table, double seconds, Trouble trouble, List<CheckResult> checks) implements TableOutcome {
    @Override
    public String word() {
      return "held";
    }
  }

  /**
   * Something else went wrong; the table is as it was.
   *
   * @param conflict true when another run holds or changed the table: trying again may help
   */
  record Failed(TableName table, double seconds, Trouble trouble, boolean conflict) implements TableOutcome {
    @Override
    public String word() {
      return "failed";
    }
  }

  /**
   * What to tell a person, and what the ledger keeps: without secrets.
   *
   * @param problem what is wrong
   * @param cause why
   * @param remedy what to do
   */
  record Trouble(String problem, String cause, String remedy) {
    /** Takes secrets out, whoever wrote the sentences: an exception of a store may hold one. */
    public Trouble {
      problem = Secrets.hide(problem);
      cause = Secrets.hide(cause);
      remedy = Secrets.hide(remedy);
    }

    /** What a refusal says. */
    static Trouble of(Refusal refusal) {
      return new Trouble(refusal.problem(), refusal.reason(), refusal.remedy());
    }
  }
}
