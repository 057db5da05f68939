package vn.cuulong.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import vn.cuulong.lake.DeltaTables;
import vn.cuulong.publish.Releases;

/**
 * What was published, in SQL: a namespace for each product ({@code digital_grdp} for {@code digital-grdp}) with the
 * tables of its newest release. A release that is published later is there at the next query. Set up by
 * {@code spark.sql.catalog.cuulong=vn.cuulong.sql.ReleaseCatalog} and {@code spark.sql.catalog.cuulong.releases=DIR}.
 */
public final class ReleaseCatalog extends ReadOnlyCatalog {
  private String name;
  private Path folder;
  private Releases releases;

  @Override
  public void initialize(String catalogName, CaseInsensitiveStringMap options) {
    name = catalogName;
    folder = Path.of(options.getOrDefault("releases", "releases")).toAbsolutePath().normalize();
    releases = new Releases(folder);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  List<String> namespaces() {
    return folders(folder).filter(product -> releases.newest(product).isPresent()).map(ReleaseCatalog::namespace)
        .toList();
  }

  @Override
  List<String> tables(String namespace) {
    return delta(namespace).map(tables -> folders(tables).toList()).orElse(List.of());
  }

  @Override
  public Table loadTable(Identifier identifier) throws NoSuchTableException {
    String table = identifier.name().toLowerCase(Locale.ROOT);
    if (identifier.namespace().length != 1 || !tables(identifier.namespace()[0]).contains(table)) {
      throw new NoSuchTableException(identifier);
    }
    return DeltaTables.at(delta(identifier.namespace()[0]).orElseThrow().resolve(table).toString());
  }

  /** The Delta tables of the newest release of a product. */
  private Optional<Path> delta(String namespace) {
    return folders(folder).filter(product -> namespace(product).equalsIgnoreCase(namespace)).findFirst()
        .flatMap(product -> releases.newest(product).map(version -> releases.folder(product, version)))
        .map(release -> release.resolve("delta"));
  }

  private static String namespace(String product) {
    return product.replace('-', '_');
  }

  private static Stream<String> folders(Path parent) {
    if (!Files.isDirectory(parent)) {
      return Stream.of();
    }
    try (Stream<Path> children = Files.list(parent)) {
      return children.filter(Files::isDirectory).map(child -> child.getFileName().toString()).sorted().toList()
          .stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
