package vn.cuulong.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.SourceContract;
import vn.cuulong.landing.LandingFolder;
import vn.cuulong.landing.LandingFolder.Found;

/**
 * Landing files that no source reads: in a folder with a slip in its name, or with an ending that nobody declared.
 * A run has no table to say it under, so the command says it.
 */
final class Strays {
  private static final int SHOWN = 3;

  private final int files;
  private final List<String> paths;

  private Strays(int files, List<String> paths) {
    this.files = files;
    this.paths = paths;
  }

  /** Compares the files of a landing folder with what the sources declare; none when the folder cannot be listed. */
  static Strays in(String landing, Jobs jobs, Configuration conf) {
    try {
      List<Found> found = new LandingFolder(conf, landing).files();
      return new Strays(found.size(), found.stream().map(Found::path)
          .filter(path -> jobs.sources().values().stream().noneMatch(source -> reads(source, path))).toList());
    } catch (IOException unreadable) {
      return new Strays(-1, List.of());
    }
  }

  /** Paths of the files. */
  List<String> paths() {
    return paths;
  }

  /** Says so, when there is something to say. */
  void print(PrintStream out, String landing) {
    if (files == 0) {
      out.println("There is no file below " + landing + ". Name the folder in which files arrive with --landing.");
    } else if (!paths.isEmpty()) {
      String more = paths.size() > SHOWN ? " and " + (paths.size() - SHOWN) + " more" : "";
      out.println(Words.counted(paths.size(), "file") + " below " + landing + " belong" + (paths.size() == 1 ? "s" : "")
          + " to no source: " + String.join(", ", paths.subList(0, Math.min(SHOWN, paths.size()))) + more + ".");
      out.println("Move " + (paths.size() == 1 ? "it" : "them") + " where a source looks (files in its source.yml), or "
          + "declare a new source.");
    }
  }

  /** Most files lie in the folder of one source, so that one pattern is tried. */
  private static boolean reads(SourceContract source, String path) {
    int slash = source.files().indexOf('/');
    String folder = slash < 0 ? "" : source.files().substring(0, slash + 1);
    boolean plain = folder.chars().noneMatch(c -> "*?[]{}\\".indexOf(c) >= 0);
    return (!plain || path.startsWith(folder)) && LandingFolder.matches(source, path);
  }
}
