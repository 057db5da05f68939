package vn.cuulong.publish;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.cuulong.contract.TableName;
import vn.cuulong.publish.CsvFile.Dialect;

/** Compares a release folder with what it says of itself, and with tables that were built again. */
public final class Verification {
  private static final int HASH_LENGTH = 64;

  private final Path release;
  private final JsonNode manifest;

  /**
   * Opens a release.
   *
   * @param release its folder
   * @throws PublishException when it has no manifest
   */
  public Verification(Path release) {
    this.release = release;
    this.manifest = Releases.manifest(release);
  }

  /** The folder of the release. */
  public Path folder() {
    return release;
  }

  /** The product that was published. */
  public String product() {
    return manifest.path("product").asText();
  }

  /** How many files the release lists. */
  public int fileCount() {
    return promised().size();
  }

  /** The version of each mart in its warehouse, in the order of the release. */
  public Map<TableName, Long> versions() {
    Map<TableName, Long> versions = new LinkedHashMap<>();
    manifest.path("tables").forEach(table ->
        versions.put(TableName.of(table.path("table").asText()), table.path("warehouse_version").asLong()));
    return versions;
  }

  /** What is wrong with the files of the release: changed, missing, or never part of it. None when all is right. */
  public List<String> faults() {
    SortedMap<String, String> promised = promised();
    SortedMap<String, String> found = found();
    List<String> faults = new ArrayList<>();
    promised.forEach((path, hash) -> {
      if (!found.containsKey(path)) {
        faults.add(path + " is missing");
      } else if (!found.get(path).equals(hash)) {
        faults.add(path + " has been changed");
      }
    });
    found.keySet().stream().filter(path -> !promised.containsKey(path) && !path.equals(ReleaseFiles.SUMS))
        .forEach(path -> faults.add(path + " was not published"));
    return faults;
  }

  /** What differs between the release and the same tables read again. None when the numbers are the same. */
  public List<String> differences(List<FrozenTable> rebuilt) {
    SortedMap<String, String> promised = promised();
    List<String> differences = new ArrayList<>();
    for (FrozenTable table : rebuilt) {
      String path = Dialect.INTERNATIONAL.folder() + "/" + table.name() + ".csv";
      if (!Sha256.of(CsvFile.of(table, Dialect.INTERNATIONAL)).equals(promised.get(path))) {
        differences.add(path + " is not what version " + table.origin().version() + " of " + table.contract().name()
            + " gives");
      }
    }
    return differences;
  }

  private SortedMap<String, String> promised() {
    SortedMap<String, String> promised = new TreeMap<>();
    try {
      for (String line : Files.readAllLines(release.resolve(ReleaseFiles.SUMS), StandardCharsets.UTF_8)) {
        if (line.length() > HASH_LENGTH + 2) {
          promised.put(line.substring(HASH_LENGTH + 2), line.substring(0, HASH_LENGTH));
        }
      }
    } catch (IOException unreadable) {
      throw new PublishException("The checksums of " + release + " cannot be read.",
          "There is no readable file SHA256SUMS in it.", "Get the release again from where it was published.");
    }
    return promised;
  }

  private SortedMap<String, String> found() {
    SortedMap<String, String> found = new TreeMap<>();
    try (Stream<Path> all = Files.walk(release)) {
      for (Path file : all.filter(path -> !Files.isDirectory(path)).toList()) {
        found.put(release.relativize(file).toString().replace('\\', '/'), Sha256.of(Files.readAllBytes(file)));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the release " + release + " cannot be read", unreadable);
    }
    return found;
  }
}
