package vn.cuulong.publish.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.cuulong.contract.Bilingual;
import vn.cuulong.contract.Jobs;
import vn.cuulong.publish.PublishException;
import vn.cuulong.territory.Territory;
import vn.cuulong.territory.Unit;

/**
 * The report: one folder of pages that a browser opens from a disk, without a server or a network.
 *
 * <p>Numbers come from releases, words from the contracts, places from the territory. The same of these give the same
 * bytes: nothing here knows the day or the machine.
 */
public final class Site {
  private final NewestReleases releases;
  private final Jobs jobs;
  private final Places places;

  /** A site of releases, told in the words of the contracts, on a map. */
  public Site(NewestReleases releases, Jobs jobs, Boundaries boundaries) {
    this.releases = releases;
    this.jobs = jobs;
    this.places = new Places(Territory.standard(), boundaries);
  }

  /** What was written. */
  public record Written(int pages, long bytes) {}

  /**
   * Writes the site; files of an earlier one that are no longer part of it are taken away.
   *
   * @param releasesFolder where the releases are seen from, so that downloads can be linked
   * @throws PublishException when a release cannot be read or the folder holds something else
   */
  public Written write(Path out, Path releasesFolder) throws IOException {
    Map<String, byte[]> files = files(link(out, releasesFolder));
    refuseForeign(out);
    long bytes = 0;
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = out.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
      bytes += file.getValue().length;
    }
    removeOthers(out, files.keySet());
    return new Written((int) files.keySet().stream().filter(name -> name.endsWith(".html")).count(), bytes);
  }

  /** All files of the site by name, in a fixed order. */
  Map<String, byte[]> files(String releasesLink) {
    Map<String, byte[]> files = new TreeMap<>();
    List<Unit> units = places.withPages();
    List<Page> pages = Page.all(units);
    Set<String> shown = new LinkedHashSet<>();
    pages.forEach(page -> shown.addAll(page.tables()));
    SiteTables tables = new SiteTables(jobs);
    Set<String> published = new LinkedHashSet<>();
    for (String name : shown) {
      releases.table(name).ifPresent(table -> {
        put(files, dataFile(name), tables.script(table));
        published.add(name);
      });
    }
    put(files, "data/words.js", new Words(jobs).script(List.copyOf(shown)));
    put(files, "data/places.js", places.script());
    put(files, "data/releases.js", releaseScript(releasesLink));
    Bilingual days = new DataDays(releases).told();
    for (Page page : pages) {
      List<String> data = new ArrayList<>(List.of("data/words.js", "data/places.js", "data/releases.js"));
      page.tables().stream().filter(published::contains).map(Site::dataFile).forEach(data::add);
      put(files, page.file(), PageFrame.html(page, data, days));
    }
    Asset.FILES.forEach(name -> files.put(name, Asset.bytes(name)));
    files.put(Asset.LIBRARY, Asset.library());
    return files;
  }

  private static String dataFile(String table) {
    return "data/" + table.replace('.', '-') + ".js";
  }

  private static void put(Map<String, byte[]> files, String name, String text) {
    files.put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private String releaseScript(String link) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (ReleaseFolder release : releases.newest()) {
      List<String> names = new ArrayList<>();
      try (Stream<Path> walk = Files.walk(release.folder())) {
        walk.filter(Files::isRegularFile).map(file -> release.folder().relativize(file).toString().replace('\\', '/'))
            .sorted().forEach(names::add);
      } catch (IOException broken) {
        throw new PublishException("A release cannot be read.", release.folder() + ": " + broken.getMessage(),
            "Publish the product again.");
      }
      Map<String, Object> sizes = new LinkedHashMap<>();
      names.forEach(name -> sizes.put(name, size(release.folder().resolve(name))));
      all.add(DataScript.object("product", release.product(), "version", release.version(),
          "link", link + "/" + release.product() + "/" + release.version(), "files", sizes,
          "manifest", told(release.manifest()), "tables", Lineage.of(release.manifest())));
    }
    return DataScript.of("releases", all);
  }

  /** What a page tells of a manifest; the list of checksums stays in the release. */
  private static Map<String, Object> told(JsonNode manifest) {
    Map<String, Object> told = new LinkedHashMap<>();
    for (String field : List.of("as_of", "code_version", "corrects", "title", "licence")) {
      if (manifest.hasNonNull(field)) {
        told.put(field, manifest.get(field));
      }
    }
    return told;
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException broken) {
      throw new PublishException("A release cannot be read.", file + ": " + broken.getMessage(),
          "Publish the product again.");
    }
  }

  /** The way from a page to the releases; an address of the disk when they share no folder. */
  private static String link(Path out, Path releasesFolder) {
    Path from = out.toAbsolutePath().normalize();
    Path to = releasesFolder.toAbsolutePath().normalize();
    return from.getRoot().equals(to.getRoot()) ? from.relativize(to).toString().replace('\\', '/')
        : to.toUri().toString();
  }

  private static void refuseForeign(Path out) throws IOException {
    if (!Files.isDirectory(out) || Files.exists(out.resolve("data").resolve("words.js"))) {
      return;
    }
    try (Stream<Path> children = Files.list(out)) {
      if (children.findAny().isPresent()) {
        throw new PublishException("The report would be mixed with other files.",
            out + " is not empty and holds no report.",
            "Name an empty or a new folder with --out.");
      }
    }
  }

  private static void removeOthers(Path out, Set<String> files) throws IOException {
    List<Path> others;
    try (Stream<Path> walk = Files.walk(out)) {
      others = walk.filter(Files::isRegularFile)
          .filter(file -> !files.contains(out.relativize(file).toString().replace('\\', '/'))).toList();
    }
    for (Path other : others) {
      Files.delete(other);
    }
  }
}
