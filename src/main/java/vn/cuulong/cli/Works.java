package vn.cuulong.cli;

import java.util.List;
import vn.cuulong.run.Progress;
import vn.cuulong.run.RunIdentity;
import vn.cuulong.run.RunRequest;
import vn.cuulong.run.Runner;
import vn.cuulong.run.TableDue;
import vn.cuulong.run.TableOutcome;

/** What plans and runs: {@link Runner}, or what a test puts in its place. */
interface Works {
  /** What a run would do, and why. */
  List<TableDue> plan(RunRequest request);

  /** Runs. */
  List<TableOutcome> run(RunRequest request, RunIdentity identity, Progress progress);

  /** The works of a runner. */
  static Works of(Runner runner) {
    return new Works() {
      @Override
      public List<TableDue> plan(RunRequest request) {
        return runner.plan(request);
      }

      @Override
      public List<TableOutcome> run(RunRequest request, RunIdentity identity, Progress progress) {
        return runner.run(request, identity, progress);
      }
    };
  }
}
