package vn.cuulong.landing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.cuulong.contract.SourceContract.ColumnFeed;
import vn.cuulong.contract.TableContract;
import vn.cuulong.contract.TableContract.ColumnUse;
import vn.cuulong.contract.ValueKind;
import vn.cuulong.territory.Basis;

/**
 * The columns of a table in the order in which a row is read, each with the field that feeds it. The column that gives
 * the interval comes first: what a place means depends on the day.
 */
final class FieldOrder {
  /** Understands the column; null for one that no field feeds. */
  final FieldReader[] readers;
  final int[] fields;
  final byte[][] constants;
  final boolean[] required;
  final boolean[] keys;
  /** True where what was said is kept beside what was understood. */
  final boolean[] keepsText;
  private final List<String> names = new ArrayList<>();
  private final Map<String, Basis> basisOf = new HashMap<>();
  private int basisField = -1;

  private FieldOrder(int size) {
    readers = new FieldReader[size];
    fields = new int[size];
    constants = new byte[size][];
    required = new boolean[size];
    keys = new boolean[size];
    keepsText = new boolean[size];
  }

  static FieldOrder of(TablePlan plan, FileLayout layout) {
    TableContract table = plan.table();
    List<ColumnUse> uses = new ArrayList<>();
    table.column(table.intervalColumn()).ifPresent(uses::add);
    for (ColumnUse use : table.columns()) {
      if (use.column().kind() != ValueKind.NONE && !use.name().equals(table.intervalColumn())) {
        uses.add(use);
      }
    }
    Map<String, ColumnFeed> feeds = new HashMap<>();
    layout.source().columns().forEach(feed -> feeds.put(feed.column(), feed));
    ColumnFields readers = new ColumnFields(plan.dictionary(), layout.source().format());
    FieldOrder order = new FieldOrder(uses.size());
    for (int i = 0; i < uses.size(); i++) {
      ColumnUse use = uses.get(i);
      order.names.add(use.name());
      order.required[i] = use.required();
      order.keys[i] = table.key().contains(use.name());
      order.keepsText[i] = use.keepsText();
      order.fields[i] = -1;
      if (feeds.containsKey(use.name())) {
        order.feed(i, use, feeds.get(use.name()), layout, readers);
      }
    }
    return order;
  }

  int size() {
    return readers.length;
  }

  List<String> names() {
    return names;
  }

  /** The map that a raw column of the record names, or null. */
  Basis basis(RawRecord record) {
    if (basisField < 0 || basisField >= record.count) {
      return null;
    }
    String word = record.field(basisField);
    Basis said = basisOf.computeIfAbsent(word, FieldOrder::understand);
    return said == Basis.AS_PUBLISHED ? null : said;
  }

  /** A word that names no map leaves the places to the day of the row; the column itself flags the word. */
  private static Basis understand(String word) {
    try {
      return Basis.of(word);
    } catch (IllegalArgumentException unknown) {
      return Basis.AS_PUBLISHED;
    }
  }

  private void feed(int i, ColumnUse use, ColumnFeed feed, FileLayout layout, ColumnFields columnFields) {
    if (feed.constant() != null) {
      constants[i] = feed.constant().getBytes(StandardCharsets.UTF_8);
    } else {
      fields[i] = HeaderMatch.find(layout.labels(), feed.headers());
    }
    if (constants[i] != null || fields[i] >= 0) {
      readers[i] = columnFields.of(use.column(), feed);
    }
    if (feed.basis() != null && feed.basis().startsWith(ColumnFields.BASIS_COLUMN)) {
      String header = feed.basis().substring(ColumnFields.BASIS_COLUMN.length());
      basisField = HeaderMatch.find(layout.labels(), List.of(header));
    }
  }
}
