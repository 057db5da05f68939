package vn.cuulong.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import vn.cuulong.contract.Column;
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
import vn.cuulong.publish.Releases;
import vn.cuulong.publish.TableOrigin;
import vn.cuulong.publish.TableOrigin.SourceFile;
import vn.cuulong.publish.disclosure.EarlierTable;
import vn.cuulong.publish.disclosure.ProtectedTable;
import vn.cuulong.publish.disclosure.TableDisclosure;
import vn.cuulong.territory.Territory;

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
    TreeSet<TableName> needed = new TreeSet<>();
    for (PublishedTable published : product.tables()) {
      needed.add(published.table().name());
      if (published.disclosure() != null && published.disclosure().contributors() != null) {
        needed.add(published.disclosure().contributors());
      }
    }
    return needed.stream().filter(name -> !lake.exists(name)).toList();
  }

  /**
   * The tables at their newest version, as they may leave the warehouse.
   *
   * @param earlier the releases of the product, with which readers can compare this one
   * @param notes gets what the publisher should know
   */
  List<FrozenTable> tables(ProductContract product, List<Path> earlier, List<String> notes) {
    List<FrozenTable> tables = new ArrayList<>();
    for (PublishedTable published : product.tables()) {
      FrozenTable table = table(published, version(published.table().name()));
      if (published.disclosure() == null) {
        tables.add(table);
      } else {
        ProtectedTable kept = new TableDisclosure(published.disclosure(), withheld(), Territory.standard())
            .protect(table, contributors(published.disclosure().contributors()), released(earlier, table.name()));
        notes.addAll(kept.notes());
        tables.add(kept.table());
      }
    }
    return tables;
  }

  /** The tables at the versions that a release was made of, with the same values withheld as in it. */
  List<FrozenTable> tables(ProductContract product, Function<TableName, Long> versions, Path release) {
    List<FrozenTable> tables = new ArrayList<>();
    for (PublishedTable published : product.tables()) {
      FrozenTable table = table(published, versions.apply(published.table().name()));
      tables.add(published.disclosure() == null ? table : released(List.of(release), table.name()).stream()
          .map(same -> ProtectedTable.again(table, same, withheld())).findFirst().orElse(table));
    }
    return tables;
  }

  private FrozenTable table(PublishedTable published, long version) {
    TableName name = published.table().name();
    TableOrigin origin = new TableOrigin(version, lake.ledger().state(name).codeFingerprint(),
        files(published.table()));
    return FrozenRows.of(published, origin, lake.read(name, version));
  }

  private long version(TableName name) {
    return lake.version(name).orElseThrow();
  }

  private FrozenTable contributors(TableName name) {
    return name == null ? null : table(new PublishedTable(jobs.tables().get(name), List.of(), null), version(name));
  }

  private Column withheld() {
    return jobs.dictionary().columns().get(ProtectedTable.WITHHELD);
  }

  private static List<EarlierTable> released(List<Path> releases, String table) {
    return releases.stream().flatMap(release -> Releases.table(release, table).stream()).map(EarlierTable::new).toList();
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
