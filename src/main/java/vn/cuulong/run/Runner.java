package vn.cuulong.run;

import java.util.List;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import vn.cuulong.contract.Jobs;

/** Decides which tables and intervals to build, in which order, builds them, and records what happened. */
public final class Runner {
  private final Jobs jobs;
  private final String landing;
  private final String warehouse;
  private final Configuration conf;
  private final Supplier<SparkSession> session;

  /**
   * A runner for one landing folder and one warehouse.
   *
   * @param landing folder or URI of the landing files
   * @param warehouse folder or URI of the tables
   * @param conf for file systems
   * @param session asked for only when data has to be read or written
   */
  public Runner(Jobs jobs, String landing, String warehouse, Configuration conf, Supplier<SparkSession> session) {
    this.jobs = jobs;
    this.landing = landing;
    this.warehouse = warehouse;
    this.conf = conf;
    this.session = session;
  }

  /** What a run would do, and why; reads the ledger and lists files, nothing else. */
  public List<TableDue> plan(RunRequest request) {
    return List.of();
  }

  /**
   * Runs; every table of the request gets one outcome, in order.
   *
   * @param identity id, command and host for the ledger, and the clock, which only the command line may read
   */
  public List<TableOutcome> run(RunRequest request, RunIdentity identity, Progress progress) {
    return List.of();
  }
}
