package vn.cuulong.cli;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.JobsReader;
import vn.cuulong.contract.Problem;

/** Checks what can be checked without data. */
@Command(name = "check", description = "Check contracts, dictionary and the plan of every table, without data.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin
  private Places places;

  CheckCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Jobs jobs = places.readJobs();
    LocalDate today = LocalDate.now(environment.clock().withZone(ZoneId.of("Asia/Ho_Chi_Minh")));
    List<Problem> problems = new java.util.ArrayList<>(JobsReader.expired(jobs, today));
    problems.addAll(new TablePlans(environment.session().apply(places.warehouse()), jobs).problems());
    problems.forEach(environment.err()::println);
    if (!problems.isEmpty()) {
      return ExitCode.WRONG_USE.number();
    }
    environment.out().println("All right: " + Words.counted(jobs.sources().size(), "source") + ", "
        + Words.counted(jobs.tables().size(), "table") + ", "
        + Words.counted(jobs.dictionary().columns().size(), "column") + ", "
        + Words.counted(jobs.dictionary().issues().size(), "issue code") + "; every mart builds what it promises.");
    return ExitCode.DONE.number();
  }
}
