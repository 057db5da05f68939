package vn.cuulong.sql;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.catalyst.analysis.NoSuchFunctionException;
import org.apache.spark.sql.catalyst.analysis.NoSuchNamespaceException;
import org.apache.spark.sql.connector.catalog.FunctionCatalog;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.NamespaceChange;
import org.apache.spark.sql.connector.catalog.SupportsNamespaces;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCatalog;
import org.apache.spark.sql.connector.catalog.TableChange;
import org.apache.spark.sql.connector.catalog.TableInfo;
import org.apache.spark.sql.connector.catalog.functions.UnboundFunction;

/** Tables in namespaces of one name, and the {@code vn_} functions without a prefix. Nothing can be changed. */
abstract class ReadOnlyCatalog implements TableCatalog, SupportsNamespaces, FunctionCatalog {
  /** The namespaces, in the order in which they are shown. */
  abstract List<String> namespaces();

  /** The tables of a namespace. */
  abstract List<String> tables(String namespace);

  @Override
  public final Identifier[] listTables(String[] namespace) {
    return namespaces().stream()
        .filter(one -> namespace.length == 0 || namespace.length == 1 && one.equalsIgnoreCase(namespace[0]))
        .flatMap(one -> tables(one).stream().map(table -> Identifier.of(new String[] {one}, table)))
        .toArray(Identifier[]::new);
  }

  @Override
  public final Identifier[] listFunctions(String[] namespace) {
    return Functions.all().keySet().stream().map(function -> Identifier.of(namespace, function))
        .toArray(Identifier[]::new);
  }

  @Override
  public final UnboundFunction loadFunction(Identifier identifier) throws NoSuchFunctionException {
    UnboundFunction function = Functions.all().get(identifier.name().toLowerCase(Locale.ROOT));
    if (function == null) {
      throw new NoSuchFunctionException(identifier);
    }
    return function;
  }

  @Override
  public final String[][] listNamespaces() {
    return namespaces().stream().map(one -> new String[] {one}).toArray(String[][]::new);
  }

  @Override
  public final String[][] listNamespaces(String[] namespace) throws NoSuchNamespaceException {
    if (namespace.length == 0) {
      return listNamespaces();
    }
    loadNamespaceMetadata(namespace);
    return new String[0][];
  }

  @Override
  public final Map<String, String> loadNamespaceMetadata(String[] namespace) throws NoSuchNamespaceException {
    if (namespace.length != 1 || !namespaces().contains(namespace[0])) {
      throw new NoSuchNamespaceException(namespace);
    }
    return Map.of();
  }

  @Override
  public final Table createTable(Identifier identifier, TableInfo info) {
    throw readOnly();
  }

  @Override
  public final Table alterTable(Identifier identifier, TableChange... changes) {
    throw readOnly();
  }

  @Override
  public final boolean dropTable(Identifier identifier) {
    throw readOnly();
  }

  @Override
  public final void renameTable(Identifier from, Identifier to) {
    throw readOnly();
  }

  @Override
  public final void createNamespace(String[] namespace, Map<String, String> metadata) {
    throw readOnly();
  }

  @Override
  public final void alterNamespace(String[] namespace, NamespaceChange... changes) {
    throw readOnly();
  }

  @Override
  public final boolean dropNamespace(String[] namespace, boolean cascade) {
    throw readOnly();
  }

  private static UnsupportedOperationException readOnly() {
    return new UnsupportedOperationException(
        "tables are read here, not written; they are built by \"cuulong run\" and published by \"cuulong publish\"");
  }

  /** For tests and messages. */
  @Override
  public final String toString() {
    return name() + " " + Arrays.toString(namespaces().toArray());
  }
}
