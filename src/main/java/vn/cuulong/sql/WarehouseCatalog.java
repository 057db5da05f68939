package vn.cuulong.sql;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.JobsReader;
import vn.cuulong.contract.TableContract;
import vn.cuulong.contract.TableName;
import vn.cuulong.lake.DeltaTables;
import vn.cuulong.lake.Lake;
import vn.cuulong.landing.RejectRows;
import vn.cuulong.table.Schemas;

/**
 * A warehouse in SQL: {@code clean.x}, {@code mart.x} and {@code ops.x}, and the {@code vn_} functions without a
 * prefix when it is the current catalog. Nothing is opened before a query names it, and a table that was not built yet
 * is there without rows. Read only. Also for spark-shell and notebooks:
 * {@code spark.sql.catalog.cuulong=vn.cuulong.sql.WarehouseCatalog},
 * {@code spark.sql.catalog.cuulong.warehouse=DIR}, and
 * {@code jobs=DIR} when contracts other than the shipped ones count.
 */
public final class WarehouseCatalog extends ReadOnlyCatalog {
  private static final String OPS = "ops";
  private static final String DELTA = "delta";
  private static final String REJECT = "reject";
  private static final List<String> LAYERS = List.of("clean", "mart", OPS);

  private String name;
  private String warehouse;
  private Jobs jobs;

  /**
   * Makes a warehouse the current catalog of a session.
   *
   * @param warehouse folder or URI
   * @param jobs folder of contracts, or null for the shipped ones
   */
  public static void use(SparkSession session, String warehouse, String jobs) {
    String catalog = "spark.sql.catalog.cuulong";
    session.conf().set(catalog, WarehouseCatalog.class.getName());
    session.conf().set(catalog + ".warehouse", warehouse);
    if (jobs != null) {
      session.conf().set(catalog + ".jobs", jobs);
    }
    session.sql("SET CATALOG cuulong");
  }

  /** Names of all tables of the current catalog, which {@link #use} has set. */
  public static List<String> tableNames(SparkSession session) {
    List<String> names = new ArrayList<>();
    for (String layer : LAYERS) {
      session.sql("SHOW TABLES IN " + layer).collectAsList()
          .forEach(row -> names.add(layer + "." + row.getString(1)));
    }
    return names;
  }

  /** Names of all functions. */
  public static List<String> functionNames() {
    return List.copyOf(Functions.all().keySet());
  }

  @Override
  public void initialize(String catalogName, CaseInsensitiveStringMap options) {
    name = catalogName;
    warehouse = options.getOrDefault("warehouse", "warehouse");
    String folder = options.get("jobs");
    jobs = folder == null ? JobsReader.shipped() : JobsReader.read(Path.of(folder));
  }

  @Override
  public String name() {
    return name;
  }

  /** Every table as it is named in a query, sorted by layer and name. */
  static List<TableName> tables(Jobs jobs) {
    List<TableName> names = new ArrayList<>(jobs.tables().keySet());
    LedgerTables.all().keySet().forEach(table -> names.add(new TableName(OPS, table)));
    names.add(new TableName(OPS, REJECT));
    names.sort(null);
    return names;
  }

  @Override
  List<String> namespaces() {
    return LAYERS;
  }

  @Override
  List<String> tables(String layer) {
    return tables(jobs).stream().filter(table -> table.layer().equals(layer)).map(TableName::name).toList();
  }

  @Override
  public Table loadTable(Identifier identifier) throws NoSuchTableException {
    if (identifier.namespace().length != 1) {
      throw new NoSuchTableException(identifier);
    }
    String layer = identifier.namespace()[0].toLowerCase(Locale.ROOT);
    if (layer.equals(DELTA)) {
      return DeltaTables.at(identifier.name());
    }
    TableName table = new TableName(layer, identifier.name().toLowerCase(Locale.ROOT));
    LedgerTables.LedgerTable ledger = layer.equals(OPS) ? LedgerTables.all().get(table.name()) : null;
    if (ledger != null) {
      return new LocalTable(table.toString(), ledger.schema(), () -> ledger.rows(new Lake(null, warehouse).ledger()));
    }
    StructType promised = schema(table).orElseThrow(() -> new NoSuchTableException(identifier));
    Lake lake = new Lake(null, warehouse);
    return lake.exists(table) ? DeltaTables.at(lake.location(table))
        : new LocalTable(table.toString(), promised, () -> new InternalRow[0]);
  }

  @Override
  public Table loadTable(Identifier identifier, String version) throws NoSuchTableException {
    return identifier.namespace().length == 1 ? DeltaTables.at(location(identifier), Long.parseLong(version))
        : loadTable(identifier);
  }

  @Override
  public Table loadTable(Identifier identifier, long timestamp) throws NoSuchTableException {
    return identifier.namespace().length == 1 ? DeltaTables.asOf(location(identifier), timestamp)
        : loadTable(identifier);
  }

  private String location(Identifier identifier) {
    TableName table = new TableName(identifier.namespace()[0], identifier.name());
    return table.layer().equals(DELTA) ? identifier.name() : new Lake(null, warehouse).location(table);
  }

  private Optional<StructType> schema(TableName table) {
    if (table.layer().equals(OPS) && table.name().equals(REJECT)) {
      return Optional.of(RejectRows.SCHEMA);
    }
    TableContract contract = jobs.tables().get(table);
    return Optional.ofNullable(contract).map(Schemas::of);
  }
}
