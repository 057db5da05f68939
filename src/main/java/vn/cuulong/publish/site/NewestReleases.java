package vn.cuulong.publish.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.cuulong.publish.PublishException;

/**
 * The newest release of each product below one folder: {@code <product>/<version>/}, where {@code <product>/latest}
 * names the version. The report knows the numbers from here and from nowhere else.
 */
public final class NewestReleases {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<ReleaseFolder> newest = new ArrayList<>();
  private final Map<String, Path> files = new TreeMap<>();
  private final Map<String, ReleaseFolder> owners = new TreeMap<>();

  private NewestReleases() {}

  /**
   * Reads which releases there are.
   *
   * @throws PublishException when there is none
   */
  public static NewestReleases in(Path folder) {
    NewestReleases releases = new NewestReleases();
    if (Files.isDirectory(folder)) {
      children(folder).stream().filter(Files::isDirectory).forEach(releases::add);
    }
    if (releases.newest.isEmpty()) {
      throw new PublishException("There is nothing to report.", folder + " holds no release.",
          "Publish first: cuulong publish all; or name the folder of the releases with --releases.");
    }
    return releases;
  }

  /** The newest release of each product, by name of the product. */
  List<ReleaseFolder> newest() {
    return List.copyOf(newest);
  }

  /** The names of all tables, in alphabetical order. */
  List<String> tables() {
    return List.copyOf(files.keySet());
  }

  /** A table, unless no product publishes it. */
  Optional<ReleasedTable> table(String name) {
    return Optional.ofNullable(files.get(name)).map(file -> ReleasedTable.read(name, owners.get(name), file));
  }

  private void add(Path product) {
    Optional<Path> version = newestVersion(product);
    if (version.isEmpty()) {
      return;
    }
    Path folder = version.get();
    ReleaseFolder release = new ReleaseFolder(product.getFileName().toString(), folder.getFileName().toString(), folder,
        manifest(folder));
    newest.add(release);
    for (Path file : children(folder.resolve("csv"))) {
      String stem = file.getFileName().toString();
      if (stem.endsWith(".csv")) {
        stem = stem.substring(0, stem.length() - ".csv".length());
        String name = stem.startsWith("mart.") ? stem : "mart." + stem;
        // A table that two products publish is the same in both; the first names it.
        files.putIfAbsent(name, file);
        owners.putIfAbsent(name, release);
      }
    }
  }

  /** The version that {@code latest} names; where nothing names one, the greatest. */
  private static Optional<Path> newestVersion(Path product) {
    List<Path> versions = children(product).stream().filter(path -> Files.isDirectory(path.resolve("csv"))).toList();
    Path pointer = product.resolve("latest");
    if (Files.isRegularFile(pointer)) {
      String text = text(pointer);
      Optional<Path> named = versions.stream().filter(path -> names(text, path.getFileName().toString()))
          .max(Comparator.comparing(path -> path.getFileName().toString().length()));
      if (named.isPresent()) {
        return named;
      }
    }
    return versions.stream().max(Comparator.comparing(path -> numbers(path.getFileName().toString()),
        java.util.Arrays::compare));
  }

  /** Whether a pointer names a version, as plain text or as a field of JSON. */
  private static boolean names(String pointer, String version) {
    return pointer.strip().equals(version) || pointer.contains('"' + version + '"');
  }

  private static int[] numbers(String version) {
    return Stream.of(version.split("\\D+")).filter(part -> !part.isEmpty()).mapToInt(Integer::parseInt).toArray();
  }

  private static JsonNode manifest(Path folder) {
    Path file = folder.resolve("manifest.json");
    try {
      return Files.exists(file) ? JSON.readTree(text(file)) : JSON.createObjectNode();
    } catch (JsonProcessingException broken) {
      throw new PublishException("A release has a manifest that is not JSON.",
          file + ": " + broken.getOriginalMessage(),
          "Check the release: cuulong verify " + folder);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static List<Path> children(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
