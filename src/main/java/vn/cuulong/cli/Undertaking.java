package vn.cuulong.cli;

import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.cuulong.contract.Jobs;
import vn.cuulong.run.RunRequest;

/** What plan and run are told: which tables and days, from which landing folder, into which warehouse. */
final class Undertaking {
  @Mixin
  private Selection selection;

  @Mixin
  private LandingPlace landing;

  @Mixin
  private Places places;

  @Option(names = "--synthetic-indicators", description = "Let estimates follow synthetic records within the years; "
      + "never without. Their rows have data_origin synthetic.")
  private boolean syntheticIndicators;

  /**
   * All that is needed to say or to do it.
   *
   * @param strays files of the landing folder that belong to no source
   */
  record Prepared(Jobs jobs, RunRequest request, String landing, String warehouse, Works works, Strays strays) {
    List<String> tables() {
      return request.tables().stream().map(Object::toString).toList();
    }
  }

  /** Reads the contracts and looks for the landing folder; opens no session. */
  Prepared prepare(Environment environment) {
    Jobs jobs = syntheticIndicators ? places.readJobs().withSyntheticPaths() : places.readJobs();
    RunRequest request = selection.request(jobs);
    Works works = landing.works(environment, jobs, places);
    String from = landing.landing(environment.home());
    return new Prepared(jobs, request, from, places.warehouse(), works,
        Strays.in(from, jobs, landing.settings(environment.home())));
  }
}
