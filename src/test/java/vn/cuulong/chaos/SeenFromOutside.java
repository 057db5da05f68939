package vn.cuulong.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.cuulong.contract.TableName;
import vn.cuulong.lake.Lake;
import vn.cuulong.lake.TableState;

/** A warehouse as another process sees it: its files and its ledger, without a session. */
final class SeenFromOutside {
  private final Path warehouse;
  private final Lake lake;

  SeenFromOutside(Path warehouse) {
    this.warehouse = warehouse;
    this.lake = new Lake(null, warehouse.toString());
  }

  /** The newest version of a table, or -1. */
  long version(TableName table) {
    return lake.version(table).orElse(-1L);
  }

  TableState state(TableName table) {
    return lake.ledger().state(table);
  }

  Path folder(TableName table) {
    return warehouse.resolve(table.layer() + "/" + table.name());
  }

  /** Names of the data files in the folder of a table, those of no version among them. */
  Set<String> dataFiles(TableName table) {
    if (!Files.isDirectory(folder(table))) {
      return Set.of();
    }
    try (Stream<Path> files = Files.list(folder(table))) {
      return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".parquet"))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many tables are held by a lease. */
  int leases() throws IOException {
    try (Stream<Path> files = Files.walk(warehouse.resolve("_ledger"))) {
      return (int) files.filter(file -> file.getFileName().toString().equals("lease.json")).count();
    }
  }
}
