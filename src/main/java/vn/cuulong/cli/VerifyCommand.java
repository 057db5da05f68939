package vn.cuulong.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.NearestName;
import vn.cuulong.contract.ProductContract;
import vn.cuulong.contract.TableName;
import vn.cuulong.lake.Lake;
import vn.cuulong.publish.FrozenTable;
import vn.cuulong.publish.ReleaseVersion;
import vn.cuulong.publish.Releases;
import vn.cuulong.publish.Verification;

/** Checks that a release is what was published, and that its numbers come out again. */
@Command(name = "verify", mixinStandardHelpOptions = true,
    description = "Check that the files of a release are as published, and read its numbers again from the warehouse.",
    footer = {"", "The numbers are read again when the warehouse still has the versions that the manifest names."})
final class VerifyCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(paramLabel = "RELEASE",
      description = "The folder of a release, or the name of a product for its newest release.")
  private String release;

  @Mixin
  private ReleasePlace place;

  @Mixin
  private Places places;

  VerifyCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Jobs jobs = places.readJobs();
    PrintStream out = environment.out();
    Path folder = folder(jobs);
    Verification verification = new Verification(folder);
    List<String> faults = verification.faults();
    if (!faults.isEmpty()) {
      throw new CommandFailure(ExitCode.HELD, "The release " + folder + " is not as it was published.",
          String.join("; ", faults) + ".", "Get it again from where it was published; do not use this copy.");
    }
    out.println("files:   " + Words.counted(verification.fileCount(), "file") + " as published  " + folder);
    numbers(jobs, verification);
    return ExitCode.DONE.number();
  }

  private Path folder(Jobs jobs) {
    Path folder = Path.of(release).toAbsolutePath().normalize();
    if (Files.isDirectory(folder)) {
      return folder;
    }
    Releases releases = place.releases();
    return releases.newest(release).map(version -> releases.folder(release, version))
        .orElseThrow(() -> CommandFailure.wrongUse("There is no release \"" + release + "\".",
            jobs.products().containsKey(release) ? "Nothing of this product was published in that folder yet."
                : "It is neither a folder nor a product.",
            jobs.products().containsKey(release) ? "Publish it with \"" + Places.command() + " publish " + release
                + "\", or name another --releases." : TableNames.capital(NearestName.remedy(release,
                jobs.products().keySet())) + " Or name the folder of a release."));
  }

  private void numbers(Jobs jobs, Verification verification) {
    PrintStream out = environment.out();
    Map<TableName, Long> versions = verification.versions();
    ProductContract product = jobs.products().get(verification.product());
    Lake ledger = new Lake(null, places.warehouse());
    String gone = product == null ? "these contracts know no product " + verification.product()
        : !product.tables().stream().map(one -> one.table().name()).toList().equals(List.copyOf(versions.keySet()))
            ? "the product has other tables now"
            : versions.entrySet().stream().filter(one -> ledger.version(one.getKey()).orElse(-1L) < one.getValue())
                .map(one -> "version " + one.getValue() + " of " + one.getKey() + " is not in " + places.warehouse())
                .findFirst().orElse(null);
    if (gone != null) {
      out.println("numbers: not read again: " + gone);
      return;
    }
    Lake lake = new Lake(environment.session().apply(places.warehouse()), places.warehouse());
    Freezer freezer = new Freezer(jobs, lake, place.releases());
    List<FrozenTable> rebuilt = freezer.tables(product, versions::get, verification.folder());
    List<String> differences = verification.differences(rebuilt);
    if (!differences.isEmpty()) {
      throw new CommandFailure(ExitCode.HELD, "The numbers of the release do not come out again.",
          String.join("; ", differences) + ".", "When " + places.warehouse() + " is the warehouse that it was published "
              + "from, publish again with --corrects; when it is another, name that one with --warehouse.");
    }
    for (FrozenTable table : rebuilt) {
      out.println("numbers: " + table.name() + "  " + Words.counted(table.rows().size(), "row") + " as in version "
          + table.origin().version() + " of " + table.contract().name());
    }
    attack(freezer, product, versions, verification.folder());
  }

  /** Tries to work out what the release withholds, from everything that was ever released. */
  private void attack(Freezer freezer, ProductContract product, Map<TableName, Long> versions, Path release) {
    freezer.attacks(product, versions::get, release).forEach((table, attack) -> {
      if (!attack.found().isEmpty()) {
        throw new CommandFailure(ExitCode.HELD, "The release gives away " + Words.counted(attack.found().size(), "value")
            + " that it withholds in " + table + ".", String.join("; ", attack.found().stream().limit(5).toList()) + ".",
            "Take the release back where that is possible, and publish again with --corrects (docs/disclosure.md).");
      }
      environment.out().println("attack:  " + table + "  " + Words.counted(attack.attacked(), "withheld value")
          + ", none nearer than its protection interval");
      if (!attack.foundInside().isEmpty()) {
        environment.out().println("insiders: " + table + "  " + Words.counted(attack.foundInside().size(), "value")
            + " nearer to the only contributor of another one: "
            + String.join("; ", attack.foundInside().stream().limit(5).toList()));
      }
    });
  }
}
