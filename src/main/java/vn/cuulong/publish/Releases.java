package vn.cuulong.publish;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.cuulong.contract.TableName;

/**
 * The folder of all releases: {@code <product>/<version>/}, and {@code <product>/latest}, a file that holds the newest
 * version. A release is put in place whole by one move, and never changed.
 */
public final class Releases {
  private static final String LATEST = "latest";

  private final Path folder;

  public Releases(Path folder) {
    this.folder = folder;
  }

  /** The folder of a release. */
  public Path folder(String product, ReleaseVersion version) {
    return folder.resolve(product).resolve(version.toString());
  }

  /** Every version of a product, oldest first. */
  public List<ReleaseVersion> versions(String product) {
    Path releases = folder.resolve(product);
    if (!Files.isDirectory(releases)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(releases)) {
      return entries.filter(Files::isDirectory).map(entry -> ReleaseVersion.of(entry.getFileName().toString()))
          .flatMap(Optional::stream).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The newest version of a product, if it has one. */
  public Optional<ReleaseVersion> newest(String product) {
    List<ReleaseVersion> versions = versions(product);
    return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
  }

  /**
   * A table of a release, as its comma separated file.
   *
   * @return empty when the release has no such table
   */
  public static Optional<byte[]> table(Path release, String name) {
    Path file = release.resolve(CsvFile.Dialect.INTERNATIONAL.folder()).resolve(name + ".csv");
    try {
      return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The fingerprint of what a release says, from its manifest. */
  public String contentId(String product, ReleaseVersion version) {
    return manifest(folder(product, version)).path("content_id").asText();
  }

  /**
   * Versions of tables that releases were made of, by the name of the table.
   *
   * @throws PublishException when the manifest of a release cannot be read
   */
  public Map<TableName, Set<Long>> cited() {
    Map<TableName, Set<Long>> cited = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return cited;
    }
    try (Stream<Path> products = Files.list(folder)) {
      for (Path product : products.filter(Files::isDirectory).toList()) {
        for (ReleaseVersion version : versions(product.getFileName().toString())) {
          new Verification(product.resolve(version.toString())).versions()
              .forEach((table, number) -> cited.computeIfAbsent(table, key -> new TreeSet<>()).add(number));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return cited;
  }

  /**
   * The manifest of a release folder.
   *
   * @throws PublishException when there is none
   */
  static JsonNode manifest(Path release) {
    try {
      return Json.read(Files.readAllBytes(release.resolve(Manifest.FILE)));
    } catch (IOException unreadable) {
      throw new PublishException("There is no release in " + release + ".", "Its manifest.json cannot be read.",
          "Name the folder of a release, such as releases/tourism/2026.01.31.");
    }
  }

  /**
   * Puts a release in place, and points {@code latest} to the newest.
   *
   * @throws PublishException when there is a release of that version
   */
  public Path put(Release release, SortedMap<String, byte[]> files) {
    String product = release.product().id();
    Path place = folder(product, release.version());
    try {
      Path parent = Files.createDirectories(place.getParent());
      Path beside = Files.createTempDirectory(parent, ".being-written-");
      try {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
          Path path = beside.resolve(file.getKey());
          Files.createDirectories(path.getParent());
          Files.write(path, file.getValue());
        }
        makeReadable(beside);
        if (Files.exists(place)) {
          throw new FileAlreadyExistsException(place.toString());
        }
        Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        delete(beside);
      }
    } catch (FileAlreadyExistsException taken) {
      throw new PublishException("The release " + place + " is there already.", "A published release is never changed.",
          "Publish again: a correction gets a version of its own.");
    } catch (IOException failed) {
      throw new UncheckedIOException("the release " + place + " cannot be written", failed);
    }
    pointToNewest(product);
    return place;
  }

  /** Writes {@code latest} anew; a process that died before doing so left the one before. */
  public void pointToNewest(String product) {
    newest(product).ifPresent(version -> {
      try {
        Path beside = Files.createTempFile(folder.resolve(product), ".latest-", "");
        Files.write(beside, (version + "\n").getBytes(StandardCharsets.UTF_8));
        makeReadable(beside);
        Files.move(beside, folder.resolve(product).resolve(LATEST), StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    });
  }

  /** What the JDK makes as temporary only its owner may read; a release is for everyone. */
  private static void makeReadable(Path path) {
    path.toFile().setReadable(true, false);
    if (Files.isDirectory(path)) {
      path.toFile().setExecutable(true, false);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
