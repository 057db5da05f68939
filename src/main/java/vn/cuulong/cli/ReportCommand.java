package vn.cuulong.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.cuulong.publish.site.Boundaries;
import vn.cuulong.publish.site.NewestReleases;
import vn.cuulong.publish.site.Site;

/** Writes the report of the newest releases. */
@Command(name = "report", mixinStandardHelpOptions = true,
    description = "Write the report: one folder of pages in Vietnamese and English, made of the newest releases. "
        + "Open its index.html; no server and no network are needed.")
final class ReportCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(names = "--releases", paramLabel = "DIR", defaultValue = "releases",
      description = "Folder of the releases. Default: ./releases")
  private Path releases;

  @Option(names = "--out", paramLabel = "DIR", defaultValue = "report",
      description = "Folder of the report. Default: ./report")
  private Path out;

  @Option(names = "--jobs", paramLabel = "DIR",
      description = "Folder of contracts in place of those that came with the program.")
  private String jobs;

  @Option(names = "--boundaries", paramLabel = "FILE",
      description = "GeoJSON file with the outlines of units (property unit_id) in place of the ones that came with "
          + "the program.")
  private Path boundaries;

  ReportCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    NewestReleases found = NewestReleases.in(releases.toAbsolutePath().normalize());
    Boundaries map = boundaries == null ? Boundaries.shipped() : Boundaries.of(boundaries);
    Path folder = out.toAbsolutePath().normalize();
    Site.Written written = new Site(found, Places.jobs(jobs), map).write(folder, releases);
    environment.out().println(written.pages() + " pages, " + (written.bytes() + 1023) / 1024 + " KB: "
        + folder.resolve("index.html"));
    return ExitCode.DONE.number();
  }
}
