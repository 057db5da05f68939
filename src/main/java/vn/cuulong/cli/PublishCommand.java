package vn.cuulong.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.NearestName;
import vn.cuulong.contract.ProductContract;
import vn.cuulong.contract.TableName;
import vn.cuulong.lake.Lake;
import vn.cuulong.postgres.DatabaseAddress;
import vn.cuulong.postgres.SchemaPublication;
import vn.cuulong.publish.FrozenTable;
import vn.cuulong.publish.Release;
import vn.cuulong.publish.Release.Correction;
import vn.cuulong.publish.ReleaseFiles;
import vn.cuulong.publish.ReleaseVersion;
import vn.cuulong.publish.Releases;
import vn.cuulong.run.RunIdentity;

/** Freezes a release. */
@Command(name = "publish", mixinStandardHelpOptions = true,
    description = "Freeze a release of a product: its tables as they are now, in every format, with a manifest.",
    footer = {"", "A release is never changed. Nothing is written when the newest release says the same already."})
final class PublishCommand implements Callable<Integer> {
  private static final String ALL = "all";

  private final Environment environment;

  @Parameters(paramLabel = "PRODUCT", arity = "1..*",
      description = "A folder of jobs/4-published, several of them, or all.")
  private List<String> names;

  @Option(names = {"--dated", "--as-of"}, paramLabel = "D",
      description = "The day that the release bears, such as the end of a month. It does not go back in time: the "
          + "tables are those of now. Default: today")
  private String dated;

  @Option(names = "--corrects", paramLabel = "WHY",
      description = "What was wrong with the newest release. Needed for a second one of a day.")
  private String corrects;

  @Option(names = "--to", paramLabel = "ADDRESS",
      description = "Then write the newest release to PostgreSQL too, as the schema cuulong_PRODUCT: "
          + "jdbc:postgresql://HOST/DATABASE. User and password: PGUSER and PGPASSWORD, or ~/.pgpass.")
  private String to;

  @Mixin
  private ReleasePlace place;

  @Mixin
  private Places places;

  private Releases releases;
  private Freezer freezer;
  private Jobs jobs;
  private LocalDate day;

  PublishCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    jobs = places.readJobs();
    List<ProductContract> products = products();
    DatabaseAddress database = to == null ? null : new DatabaseAddress(to, System.getenv());
    if (database != null) {
      database.tryOut();
    }
    day = day();
    releases = place.releases();
    Lake ledgerOnly = new Lake(null, places.warehouse());
    ExitCode code = ExitCode.DONE;
    List<ProductContract> ready = new ArrayList<>();
    for (ProductContract product : products) {
      List<TableName> missing = new Freezer(jobs, ledgerOnly, releases).missing(product);
      if (missing.isEmpty()) {
        ready.add(product);
      } else {
        code = ExitCode.graver(code, notReady(product, missing));
      }
    }
    if (!ready.isEmpty()) {
      freezer = new Freezer(jobs, new Lake(environment.session().apply(places.warehouse()), places.warehouse()),
          releases);
    }
    for (ProductContract product : ready) {
      code = ExitCode.graver(code, publish(product));
      if (database != null) {
        write(product, database);
      }
    }
    return code.number();
  }

  private List<ProductContract> products() {
    if (names.contains(ALL)) {
      return List.copyOf(jobs.products().values());
    }
    List<ProductContract> products = new ArrayList<>();
    for (String name : names) {
      ProductContract product = jobs.products().get(name);
      if (product == null && name.startsWith("jdbc:")) {
        // Not repeated here: a password may stand in it.
        throw CommandFailure.wrongUse("The address of a database is no product.", "It stands without --to.",
            "Write --to before it.");
      }
      if (product == null) {
        List<String> valid = new ArrayList<>(jobs.products().keySet());
        valid.add(ALL);
        throw CommandFailure.wrongUse("There is no product \"" + name + "\".", "No contract declares it.",
            TableNames.capital(NearestName.remedy(name, valid)));
      }
      products.add(product);
    }
    return products;
  }

  private LocalDate day() {
    LocalDate today = LocalDate.ofInstant(environment.clock().instant(), RunIdentity.ZONE);
    if (dated == null) {
      return today;
    }
    LocalDate asked = Selection.day("--dated", dated);
    if (asked.isAfter(today)) {
      throw CommandFailure.wrongUse("--dated " + asked + " is not over yet.", "Today is " + today + ".",
          "Give a day up to today, or leave --dated out.");
    }
    return asked;
  }

  private ExitCode notReady(ProductContract product, List<TableName> missing) {
    Program.say(environment.err(), "The product " + product.id() + " is not published.",
        "Not built yet: " + String.join(", ", missing.stream().map(TableName::toString).toList()) + " in "
            + places.warehouse() + ".",
        "Build with \"" + Places.command() + " run nightly\", or name another --warehouse.");
    return ExitCode.NOT_READY;
  }

  private ExitCode publish(ProductContract product) {
    List<String> notes = new ArrayList<>();
    List<FrozenTable> tables = freezer.tables(product, notes);
    notes.forEach(note -> environment.out().println(product.id() + ": " + note));
    Release release = new Release(product, new ReleaseVersion(day, 1), VersionCommand.number(), null,
        jobs.dictionary(), freezer.sources(tables), tables);
    Optional<ReleaseVersion> newest = releases.newest(product.id());
    if (newest.isPresent() && releases.contentId(product.id(), newest.get()).equals(release.contentId())) {
      releases.pointToNewest(product.id());
      environment.out().println(product.id() + ": nothing new since " + newest.get() + "  "
          + releases.folder(product.id(), newest.get()));
      return ExitCode.DONE;
    }
    Release numbered = newest.map(last -> numbered(release, last)).orElse(release);
    SortedMap<String, byte[]> files = ReleaseFiles.of(numbered);
    Path folder = releases.put(numbered, files);
    long rows = tables.stream().mapToLong(table -> table.rows().size()).sum();
    long bytes = files.values().stream().mapToLong(file -> file.length).sum();
    environment.out().println(product.id() + ": " + numbered.version() + "  " + Words.counted(tables.size(), "table")
        + ", " + Words.counted(rows, "row") + ", " + Words.counted(files.size(), "file") + ", "
        + Words.count(bytes / 1024) + " KiB  " + folder);
    return ExitCode.DONE;
  }

  private void write(ProductContract product, DatabaseAddress database) {
    ReleaseVersion newest = releases.newest(product.id()).orElseThrow();
    long rows = new SchemaPublication(database).write(product.id(), releases.folder(product.id(), newest));
    environment.out().println(product.id() + ": " + newest + "  " + Words.counted(rows, "row") + " in "
        + SchemaPublication.schema(product.id()) + "  " + database.shown());
  }

  /** The release with its version and what it corrects, where there is a release before it. */
  private Release numbered(Release release, ReleaseVersion last) {
    if (last.day().isAfter(day)) {
      throw CommandFailure.wrongUse("A release of " + release.product().id() + " dated " + day + " would come after "
          + "that of " + last.day() + ".", "Versions are in the order of their days, and the newest is " + last + ".",
          "Give --dated " + last.day() + " or later.");
    }
    boolean sameDay = last.day().equals(day);
    if (sameDay && corrects == null) {
      throw CommandFailure.wrongUse("The release " + last + " of " + release.product().id() + " says something else.",
          "A second release of a day is a correction, and a correction says what it corrects.",
          "Add --corrects \"what was wrong with " + last + "\".");
    }
    return release.as(new ReleaseVersion(day, sameDay ? last.number() + 1 : 1),
        corrects == null ? null : new Correction(last, corrects));
  }
}
