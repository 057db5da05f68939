package vn.cuulong.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.cuulong.contract.TableContract.Input;

/**
 * Tables in the order in which data flow: inputs before the tables that read them, by name where nothing else decides.
 * A table that reads itself reads its own earlier intervals, which is no cycle.
 */
final class FlowOrder {
  private final Map<TableName, TableReader.Read> tables;
  private final Map<TableName, TableContract> sorted = new LinkedHashMap<>();
  private final Set<TableName> open = new LinkedHashSet<>();

  /** Of tables in order of their names. */
  FlowOrder(Map<TableName, TableReader.Read> tables) {
    this.tables = tables;
  }

  /** The tables in flow order; inputs that do not exist and cycles are reported where they are declared. */
  Map<TableName, TableContract> sorted() {
    tables.keySet().forEach(this::visit);
    return sorted;
  }

  private void visit(TableName name) {
    if (sorted.containsKey(name)) {
      return;
    }
    open.add(name);
    TableReader.Read read = tables.get(name);
    for (Input input : read.table().inputs()) {
      TableName table = input.table();
      List<String> names = tables.keySet().stream().map(TableName::toString).toList();
      int line = read.inputLine(table);
      if (table.equals(name)
          || !read.file().known(line, "table", table.toString(), names, "2-clean or 3-marts")) {
        continue;
      }
      if (tables.get(table).table().isWhole() && input.lookback() >= 0) {
        read.file().problem(line, "\"" + table + "\" is read by intervals", "it has none: it is built whole",
            "write \"lookback: all\"");
      }
      if (open.contains(table)) {
        read.file().problem(line, "tables wait for each other: " + cycle(table),
            "none of them could be built first", "take one of these inputs out");
      } else {
        visit(table);
      }
    }
    open.remove(name);
    sorted.put(name, read.table());
  }

  private String cycle(TableName from) {
    List<TableName> path = new ArrayList<>(open);
    List<String> names = new ArrayList<>();
    path.subList(path.indexOf(from), path.size()).forEach(table -> names.add(table.toString()));
    names.add(from.toString());
    return String.join(" reads ", names);
  }
}
