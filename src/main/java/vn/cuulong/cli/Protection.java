package vn.cuulong.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.cuulong.contract.Column;
import vn.cuulong.contract.DisclosureContract;
import vn.cuulong.contract.DisclosureContract.Lineage;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.ProductContract;
import vn.cuulong.contract.ProductContract.PublishedTable;
import vn.cuulong.contract.TableName;
import vn.cuulong.publish.FrozenTable;
import vn.cuulong.publish.Releases;
import vn.cuulong.publish.disclosure.Attack;
import vn.cuulong.publish.disclosure.DerivedDisclosure;
import vn.cuulong.publish.disclosure.EarlierTable;
import vn.cuulong.publish.disclosure.PairDisclosure;
import vn.cuulong.publish.disclosure.ProtectedTable;
import vn.cuulong.publish.disclosure.SumsOfPairs;
import vn.cuulong.publish.disclosure.TableDisclosure;
import vn.cuulong.publish.disclosure.Withheld;
import vn.cuulong.territory.Territory;

/**
 * Withholds values from the tables of all products, each table once: what one product publishes must not give away
 * what another withholds, so a derived table is protected with the marts that it is made of.
 */
final class Protection {
  private final Jobs jobs;
  private final Releases releases;
  private final Function<PublishedTable, FrozenTable> frozen;
  private final Map<TableName, ProtectedTable> done = new HashMap<>();
  private final Map<TableName, FrozenTable> contributors = new HashMap<>();
  private final Map<TableName, PairDisclosure> pairs = new HashMap<>();

  /**
   * Protection of what products publish.
   *
   * @param frozen reads a table as it is
   */
  Protection(Jobs jobs, Releases releases, Function<PublishedTable, FrozenTable> frozen) {
    this.jobs = jobs;
    this.releases = releases;
    this.frozen = frozen;
  }

  /** The tables that must have been built before a table can be protected. */
  static Set<TableName> needed(Jobs jobs, PublishedTable published) {
    DisclosureContract contract = published.disclosure();
    List<TableName> needed = new ArrayList<>(List.of(published.table().name()));
    if (contract != null && contract.contributors() != null) {
      needed.add(contract.contributors());
    }
    if (contract != null && contract.pairs() != null) {
      needed.add(contract.pairs().totals());
    }
    pairsOver(jobs, published.table().name()).forEach(one -> needed.add(one.table().name()));
    if (contract != null && contract.lineage() != null) {
      marts(jobs, contract.lineage()).forEach(one -> needed.addAll(needed(jobs, one)));
    }
    return Set.copyOf(needed);
  }

  /** A table as it may leave the warehouse. */
  ProtectedTable of(PublishedTable published) {
    ProtectedTable known = done.get(published.table().name());
    if (known == null) {
      known = protect(published);
      done.put(published.table().name(), known);
    }
    return known;
  }

  private ProtectedTable protect(PublishedTable published) {
    DisclosureContract contract = published.disclosure();
    FrozenTable table = frozen.apply(published);
    if (contract.lineage() != null) {
      Withheld withheld = new Withheld();
      marts(jobs, contract.lineage()).forEach(mart -> withheld.add(of(mart)));
      return new DerivedDisclosure(contract.lineage(), withheldColumn(), Territory.standard(), withheld)
          .protect(table);
    }
    List<EarlierTable> earlier = earlier(table);
    if (contract.pairs() != null) {
      PairDisclosure disclosure = new PairDisclosure(contract, withheldColumn(), Territory.standard());
      pairs.put(published.table().name(), disclosure);
      FrozenTable totals = whole(contract.pairs().totals());
      return disclosure.protect(table, contributors(contract.contributors()), totals, earlier, earlier(totals));
    }
    SumsOfPairs sums = SumsOfPairs.NONE;
    for (PublishedTable other : pairsOver(jobs, published.table().name())) {
      of(other);
      sums = pairs.get(other.table().name()).sums();
    }
    return new TableDisclosure(contract, withheldColumn(), Territory.standard())
        .protect(table, contributors(contract.contributors()), earlier, sums);
  }

  /**
   * Attacks a table of a release with everything that was ever released.
   *
   * @return empty when nobody but its marts stands behind the table
   */
  Optional<Attack> attack(PublishedTable published, Path release) {
    DisclosureContract contract = published.disclosure();
    Optional<EarlierTable> target = Releases.table(release, published.table().name().name()).map(EarlierTable::new);
    if (contract == null || contract.lineage() != null || target.isEmpty()) {
      return Optional.empty();
    }
    FrozenTable truth = frozen.apply(published);
    Attack attack = new Attack(contract, truth, contributors(contract.contributors()));
    return Optional.of(contract.pairs() == null ? attack.places(target.get(), earlier(truth))
        : attack.pairs(whole(contract.pairs().totals()), target.get(),
            Releases.table(release, contract.pairs().totals().name()).map(EarlierTable::new).orElse(target.get())));
  }

  /** What earlier releases say of a table: themselves, and tables that were derived from it. */
  private List<EarlierTable> earlier(FrozenTable now) {
    TableName name = now.contract().name();
    List<EarlierTable> earlier = new ArrayList<>();
    for (ProductContract product : jobs.products().values()) {
      for (PublishedTable published : product.tables()) {
        Lineage lineage = published.disclosure() == null ? null : published.disclosure().lineage();
        boolean hasPlaces = lineage != null && lineage.unit() != null && lineage.month() != null
            && lineage.basis() != null;
        boolean derived = hasPlaces && lineage.sources().values().stream().anyMatch(all -> all.stream().anyMatch(one ->
                one.table().equals(name)));
        if (published.table().name().equals(name) || derived) {
          for (Path release : folders(product)) {
            Releases.table(release, published.table().name().name()).map(csv ->
                derived ? EarlierTable.of(csv, lineage, now) : new EarlierTable(csv)).ifPresent(earlier::add);
          }
        }
      }
    }
    return earlier;
  }

  private List<Path> folders(ProductContract product) {
    return releases.versions(product.id()).stream().map(version -> releases.folder(product.id(), version)).toList();
  }

  private FrozenTable contributors(TableName name) {
    return name == null ? null : whole(name);
  }

  private FrozenTable whole(TableName name) {
    return contributors.computeIfAbsent(name, one ->
        frozen.apply(new PublishedTable(jobs.tables().get(one), List.of(), List.of(), List.of(), null)));
  }

  private Column withheldColumn() {
    return jobs.dictionary().columns().get(ProtectedTable.WITHHELD);
  }

  /** The published marts with contributors of which a derived table is made. */
  private static List<PublishedTable> marts(Jobs jobs, Lineage lineage) {
    Set<TableName> names = lineage.sources().values().stream().flatMap(List::stream).map(one -> one.table())
        .collect(Collectors.toSet());
    return all(jobs).stream().filter(one -> names.contains(one.table().name()) && one.disclosure() != null).toList();
  }

  /** The tables of pairs of which a table publishes sums. */
  private static List<PublishedTable> pairsOver(Jobs jobs, TableName totals) {
    return all(jobs).stream().filter(one -> one.disclosure() != null && one.disclosure().pairs() != null
        && one.disclosure().pairs().totals().equals(totals)).toList();
  }

  private static List<PublishedTable> all(Jobs jobs) {
    return jobs.products().values().stream().flatMap(product -> product.tables().stream()).toList();
  }
}
