package vn.cuulong.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.ProductContract;
import vn.cuulong.contract.ProductContract.PublishedTable;
import vn.cuulong.contract.SourceContract;
import vn.cuulong.contract.TableContract;
import vn.cuulong.contract.TableContract.Input;
import vn.cuulong.contract.TableName;
import vn.cuulong.lake.Lake;
import vn.cuulong.lake.TableState;
import vn.cuulong.lake.TableState.FileEntry;
import vn.cuulong.lake.TableState.FileStatus;
import vn.cuulong.publish.Clearance;
import vn.cuulong.publish.FrozenRows;
import vn.cuulong.publish.FrozenTable;
import vn.cuulong.publish.Release.SourceNote;
import vn.cuulong.publish.Releases;
import vn.cuulong.publish.TableOrigin;
import vn.cuulong.publish.TableOrigin.MadeOf;
import vn.cuulong.publish.TableOrigin.SourceFile;
import vn.cuulong.publish.disclosure.Attack;
import vn.cuulong.publish.disclosure.EarlierTable;
import vn.cuulong.publish.disclosure.ProtectedTable;

/** Reads what a product publishes from a warehouse, and says from which files it came. */
final class Freezer {
  private final Jobs jobs;
  private final Lake lake;
  private final Releases releases;
  private final Protection protection;
  private Set<String> landed;

  /**
   * A reader of a warehouse.
   *
   * @param releases what was released before, with which readers can compare what is released now
   */
  Freezer(Jobs jobs, Lake lake, Releases releases) {
    this.jobs = jobs;
    this.lake = lake;
    this.releases = releases;
    this.protection = new Protection(jobs, releases, published -> table(published, version(published.table().name())));
  }

  /** The tables that a product needs and that have no version yet. */
  List<TableName> missing(ProductContract product) {
    TreeSet<TableName> needed = new TreeSet<>();
    product.tables().forEach(published -> needed.addAll(Protection.needed(jobs, published)));
    return needed.stream().filter(name -> !lake.exists(name)).toList();
  }

  /**
   * The tables at their newest version, as they may leave the warehouse.
   *
   * @param notes gets what the publisher should know
   */
  List<FrozenTable> tables(ProductContract product, List<String> notes) {
    List<FrozenTable> tables = new ArrayList<>();
    for (PublishedTable published : product.tables()) {
      if (published.disclosure() == null) {
        FrozenTable open = table(published, version(published.table().name()));
        Clearance.check(open, published.cleared(), landed());
        tables.add(open);
      } else {
        ProtectedTable kept = protection.of(published);
        notes.addAll(kept.notes());
        notes.add(kept.summary());
        Clearance.check(kept.table(), published.cleared(), landed());
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
      tables.add(published.disclosure() == null ? table : Releases.table(release, table.name()).map(EarlierTable::new)
          .map(same -> ProtectedTable.again(table, same, jobs.dictionary().columns().get(ProtectedTable.WITHHELD)))
          .orElse(table));
    }
    return tables;
  }

  private FrozenTable table(PublishedTable published, long version) {
    TableName name = published.table().name();
    TreeSet<TableName> behind = new TreeSet<>();
    inputs(published.table(), behind);
    behind.remove(name);
    TableOrigin origin = new TableOrigin(version, lake.ledger().state(name).codeFingerprint(),
        behind.stream().filter(lake::exists).map(one -> new MadeOf(one, version(one))).toList(), files(behind));
    return FrozenRows.of(published, origin, lake.read(name, version));
  }

  private long version(TableName name) {
    return lake.version(name).orElseThrow();
  }

  /** Attacks a release, one attack for each table with contributors, by its name. */
  Map<String, Attack> attacks(ProductContract product, Function<TableName, Long> versions, Path release) {
    Map<String, Attack> attacks = new LinkedHashMap<>();
    Protection then = new Protection(jobs, releases, published -> table(published,
        Optional.ofNullable(versions.apply(published.table().name())).orElseGet(() ->
            version(published.table().name()))));
    product.tables().forEach(published -> then.attack(published, release)
        .ifPresent(attack -> attacks.put(published.table().name().name(), attack)));
    return attacks;
  }

  /** The names of all landing files that any table knows. */
  private Set<String> landed() {
    if (landed == null) {
      landed = new HashSet<>();
      jobs.tables().keySet().stream().filter(name -> name.layer().equals("clean")).forEach(name ->
          lake.ledger().state(name).files().values().forEach(file ->
              landed.add(file.path().substring(file.path().lastIndexOf('/') + 1))));
    }
    return landed;
  }

  /** What is told of the sources of some tables. */
  List<SourceNote> sources(List<FrozenTable> tables) {
    TreeSet<String> ids = new TreeSet<>();
    tables.forEach(table -> table.origin().sources().forEach(file -> ids.add(file.source())));
    return ids.stream().map(jobs.sources()::get).filter(source -> source != null)
        .map(source -> new SourceNote(source.id(), source.title(), source.provider(), source.dataOrigin())).toList();
  }

  /** The landing files whose rows are in the tables that a mart is made of, at whatever distance. */
  private List<SourceFile> files(Set<TableName> behind) {
    TreeMap<String, SourceFile> files = new TreeMap<>();
    for (TableName name : behind) {
      lake.ledger().state(name).files().values().stream().filter(file -> file.status() == FileStatus.BUILT)
          .map(this::sourceFile)
          .forEach(file -> files.put(file.source() + " " + file.sha256(), file));
    }
    return List.copyOf(files.values());
  }

  private SourceFile sourceFile(FileEntry file) {
    SourceContract source = jobs.sources().get(file.sourceId());
    // A document that is public anyway may be named; the name of any other file may hold that of a person.
    boolean isPublic = source != null && source.dataOrigin().equals("published") && !source.personal();
    String newest = file.books().isEmpty() ? "" : file.books().lastKey();
    return new SourceFile(file.sourceId(), file.sha256(),
        isPublic ? file.path().substring(file.path().lastIndexOf('/') + 1) : null, newest.isEmpty() ? null : newest);
  }

  private void inputs(TableContract table, TreeSet<TableName> found) {
    for (Input input : table.inputs()) {
      if (found.add(input.table())) {
        inputs(jobs.tables().get(input.table()), found);
      }
    }
  }
}
