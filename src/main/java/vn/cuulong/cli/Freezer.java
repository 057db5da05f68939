package vn.cuulong.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.ProductContract;
import vn.cuulong.contract.ProductContract.PublishedTable;
import vn.cuulong.contract.TableContract;
import vn.cuulong.contract.TableContract.Input;
import vn.cuulong.contract.TableName;
import vn.cuulong.lake.Lake;
import vn.cuulong.lake.TableState;
import vn.cuulong.lake.TableState.FileStatus;
import vn.cuulong.publish.FrozenRows;
import vn.cuulong.publish.FrozenTable;
import vn.cuulong.publish.Release.SourceNote;
import vn.cuulong.publish.TableOrigin;
import vn.cuulong.publish.TableOrigin.SourceFile;

/** Reads what a product publishes from a warehouse, and says from which files it came. */
final class Freezer {
  private final Jobs jobs;
  private final Lake lake;

  Freezer(Jobs jobs, Lake lake) {
    this.jobs = jobs;
    this.lake = lake;
  }

  /** The tables of a product that have no version yet. */
  List<TableName> missing(ProductContract product) {
    return product.tables().stream().map(published -> published.table().name()).filter(name -> !lake.exists(name))
        .toList();
  }

  /** The tables at their newest version. */
  List<FrozenTable> tables(ProductContract product) {
    return tables(product, name -> lake.version(name).orElseThrow());
  }

  /** The tables as they leave the warehouse: the one way to a release, and to what it is compared with later. */
  List<FrozenTable> tables(ProductContract product, Function<TableName, Long> versions) {
    List<FrozenTable> tables = new ArrayList<>();
    for (PublishedTable published : product.tables()) {
      TableName name = published.table().name();
      long version = versions.apply(name);
      TableState state = lake.ledger().state(name);
      TableOrigin origin = new TableOrigin(version, state.codeFingerprint(), files(published.table()));
      tables.add(FrozenRows.of(published, origin, lake.read(name, version)));
    }
    return tables;
  }

  /** What is told of the sources of some tables. */
  List<SourceNote> sources(List<FrozenTable> tables) {
    TreeSet<String> ids = new TreeSet<>();
    tables.forEach(table -> table.origin().sources().forEach(file -> ids.add(file.source())));
    return ids.stream().map(jobs.sources()::get).filter(source -> source != null)
        .map(source -> new SourceNote(source.id(), source.title(), source.provider(), source.dataOrigin())).toList();
  }

  /** The landing files whose rows are in the tables that a mart is made of, at whatever distance. */
  private List<SourceFile> files(TableContract mart) {
    TreeSet<TableName> found = new TreeSet<>();
    inputs(mart, found);
    TreeMap<String, SourceFile> files = new TreeMap<>();
    for (TableName name : found) {
      lake.ledger().state(name).files().values().stream().filter(file -> file.status() == FileStatus.BUILT)
          .map(file -> new SourceFile(file.sourceId(), file.sha256()))
          .forEach(file -> files.put(file.source() + " " + file.sha256(), file));
    }
    return List.copyOf(files.values());
  }

  private void inputs(TableContract table, TreeSet<TableName> found) {
    for (Input input : table.inputs()) {
      if (found.add(input.table())) {
        inputs(jobs.tables().get(input.table()), found);
      }
    }
  }
}
