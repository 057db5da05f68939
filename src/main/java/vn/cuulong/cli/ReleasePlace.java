package vn.cuulong.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import vn.cuulong.publish.Releases;

/** Where releases are. */
final class ReleasePlace {
  @Option(names = "--releases", paramLabel = "DIR", defaultValue = "releases",
      description = "Folder of the releases, on this machine. Default: ./releases")
  private String releases;

  /** The releases. */
  Releases releases() {
    if (Places.isUri(releases)) {
      throw CommandFailure.wrongUse("--releases is an address.", "Releases are written to a local folder, whole or not "
          + "at all.", "Give a folder of this machine, and copy a finished release where you want it.");
    }
    return new Releases(Path.of(releases).toAbsolutePath().normalize());
  }
}
