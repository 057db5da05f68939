package vn.cuulong.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads {@code jobs/} strictly: every file, every key, every name. It either gives {@link Jobs} in which everything
 * that is named exists, or throws {@link ContractException} with all that is wrong.
 */
public final class JobsReader {
  private static final List<String> PARTS = List.of(ScheduleReader.FILE, "schedulers", "dictionary", "1-sources", "2-clean",
      "3-marts", "4-published");

  private final Path folder;
  private final String name;
  private final List<Problem> problems = new ArrayList<>();

  private JobsReader(Path folder, String name) {
    this.folder = folder;
    this.name = name;
  }

  /**
   * Reads a folder of contracts.
   *
   * @throws ContractException with every problem
   */
  public static Jobs read(Path dir) {
    return new JobsReader(dir, dir.toString().replace('\\', '/')).jobs();
  }

  /**
   * Reads the contracts that ship with the program, from the jar or from the class folder.
   *
   * @throws ContractException with every problem
   */
  public static Jobs shipped() {
    URL url = JobsReader.class.getResource("/jobs/schedules.yml");
    if (url == null) {
      throw new IllegalStateException("the program was built without its contracts (jobs/ is not on the class path)");
    }
    try {
      if (url.openConnection() instanceof JarURLConnection jar) {
        try (FileSystem files = FileSystems.newFileSystem(Path.of(jar.getJarFileURL().toURI()))) {
          return new JobsReader(files.getPath("/jobs"), "jobs").jobs();
        }
      }
      return new JobsReader(Path.of(url.toURI()).getParent(), "jobs").jobs();
    } catch (IOException e) {
      throw new UncheckedIOException("the contracts in the program cannot be read", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the contracts lie at " + url + ", which is no path", e);
    }
  }

  /** The checks whose weakening has ended before {@code day}; each is a problem to put right, not an error. */
  public static List<Problem> expired(Jobs jobs, LocalDate day) {
    List<Problem> expired = new ArrayList<>();
    for (TableContract table : jobs.tables().values()) {
      for (TableContract.Check check : table.checks()) {
        if (check.until() != null && check.until().isBefore(day)) {
          String part = table.name().layer().equals("clean") ? "2-clean" : "3-marts";
          expired.add(new Problem("jobs/" + part + "/" + table.name().name() + "/table.yml", 0,
              "the weakening of the check \"" + check.name() + "\" ended on " + check.until(),
              "it was weakened because: " + check.because(), "make the check full again, or give a new end and why"));
        }
      }
    }
    return expired;
  }

  private Jobs jobs() {
    if (!Files.isDirectory(folder)) {
      throw new ContractException(List.of(new Problem(name, 0, "there is no such folder", "contracts are read from it",
          "give the folder that holds dictionary/, 1-sources/, 2-clean/ and 3-marts/")));
    }
    parts();
    Dictionary dictionary = new DictionaryReader(folder.resolve("dictionary"), name + "/dictionary", problems).read();
    ScheduleReader times =
        new ScheduleReader(folder.resolve(ScheduleReader.FILE), name + "/" + ScheduleReader.FILE, problems);
    Map<String, Schedule> timetable = times.read();
    Map<TableName, TableReader.Read> read = tables(new TableReader(dictionary, timetable.keySet(), problems));
    Map<TableName, TableContract> tables = new FlowOrder(read).sorted();
    Map<String, SourceContract> sources = sources(new SourceReader(dictionary, tables, problems));
    // Indicators name columns and units: what is wrong with those would only be said twice.
    Map<String, Indicator> indicators = !problems.isEmpty() ? Map.of()
        : new IndicatorReader(dictionary, tables, problems).read(
            folder.resolve("dictionary").resolve(IndicatorReader.FILE), name + "/dictionary/" + IndicatorReader.FILE);
    Map<String, ProductContract> products = products(new ProductReader(tables, sources, indicators, problems));
    times.check(tables, products.keySet());
    if (!problems.isEmpty()) {
      throw new ContractException(problems);
    }
    return new Jobs(dictionary, sources, tables, schedules(timetable, tables), timetable, indicators, products);
  }

  private void parts() {
    for (Path entry : entries(folder)) {
      String part = entry.getFileName().toString();
      if (!PARTS.contains(part) && !part.endsWith(".md")) {
        problems.add(new Problem(name + "/" + part, 0, "nobody reads \"" + part + "\"",
            "contracts are strict: what is not read is not promised", NearestName.remedy(part, PARTS)));
      }
    }
  }

  private static Map<String, List<TableName>> schedules(
      Map<String, Schedule> timetable, Map<TableName, TableContract> tables) {
    Map<String, List<TableName>> schedules = new LinkedHashMap<>();
    for (String schedule : timetable.keySet()) {
      schedules.put(schedule, tables.values().stream().filter(table -> table.schedules().contains(schedule))
          .map(TableContract::name).toList());
    }
    return schedules;
  }

  private Map<TableName, TableReader.Read> tables(TableReader reader) {
    Map<TableName, TableReader.Read> tables = new TreeMap<>();
    for (Map.Entry<String, String> layer : Map.of("2-clean", "clean", "3-marts", "mart").entrySet()) {
      each(layer.getKey(), "table.yml", '_', file -> {
        TableName table = new TableName(layer.getValue(), file.id());
        return tables.put(table, reader.read(table, file.path(), file.name()));
      });
    }
    return tables;
  }

  private Map<String, SourceContract> sources(SourceReader reader) {
    Map<String, SourceContract> sources = new LinkedHashMap<>();
    Map<String, String> globs = new LinkedHashMap<>();
    each("1-sources", "source.yml", '-', file -> {
      SourceContract source = reader.read(file.id(), file.path(), file.name());
      String other = globs.putIfAbsent(source.files(), file.id());
      if (other != null && !source.files().isEmpty()) {
        problems.add(new Problem(file.name(), 0, "\"files: " + source.files() + "\" is also read by the source \""
            + other + "\"", "every row would be read twice", "give each source a folder of its own"));
      }
      return sources.put(file.id(), source);
    });
    return sources;
  }

  private Map<String, ProductContract> products(ProductReader reader) {
    Map<String, ProductContract> products = new LinkedHashMap<>();
    each("4-published", "product.yml", '-',
        file -> products.put(file.id(), reader.read(file.id(), file.path(), file.name())));
    return products;
  }

  private record Contract(String id, Path path, String name) {}

  /** Every folder of a part, which must hold the one contract file and may hold texts for people beside it. */
  private void each(String part, String fileName, char joint, Function<Contract, ?> read) {
    for (Path entry : entries(folder.resolve(part))) {
      String id = entry.getFileName().toString().replace("/", "");
      String place = name + "/" + part + "/" + id;
      if (!Files.isDirectory(entry)) {
        if (!id.endsWith(".md")) {
          problems.add(new Problem(place, 0, "\"" + id + "\" is no folder", "each contract has a folder of its own",
              "move it into a folder named after its " + fileName.replace(".yml", "")));
        }
        continue;
      }
      if (!DictionaryReader.isName(id, joint)) {
        problems.add(new Problem(place, 0, "the folder name \"" + id + "\"", "it is the name of its "
            + fileName.replace(".yml", ""), "write lower case ASCII words joined by \"" + joint + "\""));
      }
      for (Path file : entries(entry)) {
        String other = file.getFileName().toString();
        boolean method = part.equals("3-marts") && other.equals(MethodReader.FILE);
        if (!other.equals(fileName) && !method && !other.endsWith(".md")) {
          problems.add(new Problem(place + "/" + other, 0, "nobody reads \"" + other + "\"",
              "contracts are strict: what is not read is not promised", NearestName.remedy(other, List.of(fileName))));
        }
      }
      read.apply(new Contract(id, entry.resolve(fileName), place + "/" + fileName));
    }
  }

  private static List<Path> entries(Path dir) {
    if (!Files.isDirectory(dir)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(dir)) {
      return entries.filter(entry -> !entry.getFileName().toString().startsWith(".")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
