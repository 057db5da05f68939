package vn.cuulong.landing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnVector;
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
  final FieldReader[] readers;
  final int[] fields;
  final byte[][] constants;
  final boolean[] required;
  final boolean[] keys;
  final WritableColumnVector[] vectors;
  final WritableColumnVector[] texts;
  private final List<String> names = new ArrayList<>();
  private final Map<String, Basis> basisOf = new HashMap<>();
  private int basisField = -1;

  private FieldOrder(int size) {
    readers = new FieldReader[size];
    fields = new int[size];
    constants = new byte[size][];
    required = new boolean[size];
    keys = new boolean[size];
    vectors = new WritableColumnVector[size];
    texts = new WritableColumnVector[size];
  }

  static FieldOrder of(TablePlan plan, FileLayout layout, StructType schema, ColumnVector[] vectors,
      boolean hashes) {
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
      order.put(i, uses.get(i), feeds.get(uses.get(i).name()), layout, readers, hashes);
      order.keys[i] = table.key().contains(uses.get(i).name());
      int column = schema.fieldIndex(uses.get(i).name());
      order.vectors[i] = (WritableColumnVector) vectors[column];
      order.texts[i] = uses.get(i).keepsText() ? (WritableColumnVector) vectors[column + 1] : null;
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

  private void put(int i, ColumnUse use, ColumnFeed feed, FileLayout layout, ColumnFields columnFields,
      boolean hashes) {
    names.add(use.name());
    required[i] = use.required();
    fields[i] = -1;
    if (feed == null) {
      return;
    }
    readers[i] = columnFields.of(use.column(), feed);
    readers[i].hashes = hashes;
    if (feed.constant() != null) {
      constants[i] = feed.constant().getBytes(StandardCharsets.UTF_8);
    } else {
      fields[i] = HeaderMatch.find(layout.labels(), feed.headers());
    }
    if (feed.basis() != null && feed.basis().startsWith(ColumnFields.BASIS_COLUMN)) {
      String header = feed.basis().substring(ColumnFields.BASIS_COLUMN.length());
      basisField = HeaderMatch.find(layout.labels(), List.of(header));
    }
  }
}
