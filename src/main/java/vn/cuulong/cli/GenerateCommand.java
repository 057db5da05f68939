package vn.cuulong.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.cuulong.contract.NearestName;
import vn.cuulong.generate.GenerateSpec;
import vn.cuulong.generate.Generated;
import vn.cuulong.generate.Generator;

/** Makes synthetic landing files. */
@Command(name = "generate", mixinStandardHelpOptions = true,
    description = "Make synthetic landing files of any size, and beside them the truth about what was spoiled in them.")
final class GenerateCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(names = "--rows", paramLabel = "N", defaultValue = "10000",
      description = "E-commerce order lines in all; the other tables are scaled to them. Default: 10000")
  private long rows;

  @Option(names = "--seed", paramLabel = "S", defaultValue = "1",
      description = "The same seed gives the same bytes. Default: 1")
  private long seed;

  @Option(names = "--dirt", paramLabel = "P", defaultValue = "0.02",
      description = "Probability, 0 to 1, that a value is spoiled. Default: 0.02")
  private double dirt;

  @Option(names = "--out", paramLabel = "DIR", required = true, description = "The landing folder to fill.")
  private String out;

  @Option(names = "--from", paramLabel = "A", defaultValue = "2025-01-01",
      description = "First day. Default: 2025-01-01")
  private String from;

  @Option(names = "--to", paramLabel = "B", defaultValue = "2025-12-31",
      description = "Last day, included. Default: 2025-12-31, so that the break of 1 July 2025 lies inside")
  private String to;

  @Option(names = "--files", paramLabel = "CUT", defaultValue = "half",
      description = "Into which files the period is cut: one, day, month, half. Default: half")
  private String files;

  @Option(names = "--source", paramLabel = "SOURCE", description = "Only this source or clean table; can be repeated.")
  private List<String> sources = new ArrayList<>();

  GenerateCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    if (Places.isUri(out)) {
      throw CommandFailure.wrongUse("--out is an address.", "Files are made in a local folder only.",
          "Give a folder of this machine, and copy it where you want it.");
    }
    GenerateSpec spec = spec(Path.of(out).toAbsolutePath().normalize());
    long since = System.nanoTime();
    Generated generated = Generator.generate(spec, file -> environment.out().println(
        "  " + spec.out().relativize(file.path()) + "  " + Words.counted(file.rows(), "row") + ", "
        + Words.count(file.spoiled()) + " spoiled"));
    environment.out().println(Words.counted(generated.rows(), "row") + " in " + Words.counted(generated.files().size(),
        "file") + ", " + Words.count(generated.spoiled()) + " spoiled, in "
        + Words.seconds((System.nanoTime() - since) / 1e9) + ": " + spec.out());
    environment.out().println("What was spoiled: " + spec.out().resolve("_truth"));
    return ExitCode.DONE.number();
  }

  private GenerateSpec spec(Path folder) {
    LocalDate first = Selection.day("--from", from);
    LocalDate last = Selection.day("--to", to);
    try {
      return new GenerateSpec(rows, seed, dirt, folder, first, last, cut(), sources);
    } catch (IllegalArgumentException wrong) {
      throw CommandFailure.wrongUse("This cannot be generated.", TableNames.capital(wrong.getMessage()) + ".",
          "cuulong generate --help says what can be asked for.");
    }
  }

  private GenerateSpec.Files cut() {
    List<String> valid = new ArrayList<>();
    for (GenerateSpec.Files cut : GenerateSpec.Files.values()) {
      valid.add(cut.name().toLowerCase(Locale.ROOT));
      if (cut.name().equalsIgnoreCase(files)) {
        return cut;
      }
    }
    throw CommandFailure.wrongUse("\"" + files + "\" behind --files is not known.", "A period is cut in four ways.",
        TableNames.capital(NearestName.remedy(files, valid)));
  }
}
