package vn.cuulong.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import vn.cuulong.publish.PublishException;

/**
 * Writes a release to PostgreSQL as the schema {@code cuulong_<product>}, in one transaction: the new tables are made
 * in a schema beside, then the two change names and the old one is dropped. Whoever reads sees all tables as they were
 * or all as they are; when anything fails, or the process dies, the old ones stay.
 */
public final class SchemaPublication {
  private static final String PREFIX = "cuulong_";
  private static final String NOT_NOW = "55P03";
  private static final int LOCK_TRIES = 120;
  private static final int BATCH = 1 << 16;

  private final DatabaseAddress address;

  /** Publishes to a database. */
  public SchemaPublication(DatabaseAddress address) {
    this.address = address;
  }

  /** The schema of a product: {@code cuulong_digital_grdp} of {@code digital-grdp}. */
  public static String schema(String product) {
    return PREFIX + product.replace('-', '_');
  }

  /**
   * Writes a release over the one that is there.
   *
   * @param product its name
   * @param release its folder
   * @return how many rows were written
   * @throws PublishException when it could not be written; then nothing has changed
   */
  public long write(String product, Path release) {
    List<ReleaseTable> tables = ReleaseTable.of(release);
    String schema = schema(product);
    try (Connection connection = address.open()) {
      connection.setAutoCommit(false);
      oneAtATime(connection, schema);
      String fresh = schema + "__new";
      run(connection, "SET LOCAL client_min_messages = warning",
          "CREATE SCHEMA " + TableStatements.name(fresh));
      String identifier = "cuulong/" + product + "/" + release.getFileName();
      long rows = 0;
      for (ReleaseTable table : tables) {
        rows += fill(connection, new TableStatements(fresh, table), table, identifier);
      }
      run(connection, "COMMENT ON SCHEMA " + TableStatements.name(fresh) + " IS " + TableStatements.text(identifier));
      for (String grant : Grants.copied(connection, schema, fresh, tables.stream().map(ReleaseTable::name).toList())) {
        run(connection, grant);
      }
      swap(connection, schema, fresh, "cuulong/" + product + "/");
      connection.commit();
      return rows;
    } catch (SQLException failed) {
      throw DatabaseFailure.of(failed, address, schema);
    } catch (IOException unreadable) {
      throw new PublishException("The release " + release + " cannot be read.", unreadable.getMessage() + ".",
          "Check it with \"cuulong verify\", or publish the product again.");
    }
  }

  /** Two publishers of one product wait for each other, until the end of the transaction. */
  private static void oneAtATime(Connection connection, String schema) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(
        "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")) {
      lock.setString(1, schema);
      lock.execute();
    }
  }

  private static long fill(Connection connection, TableStatements statements, ReleaseTable table, String release)
      throws SQLException, IOException {
    run(connection, statements.create());
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statements.copy());
    try (ParquetReader<Group> rows = table.rows()) {
      CopyLine line = new CopyLine(table.columns());
      StringBuilder batch = new StringBuilder();
      for (Group row = rows.read(); row != null; row = rows.read()) {
        batch.append(line.of(row));
        if (batch.length() > BATCH) {
          send(copy, batch);
        }
      }
      send(copy, batch);
      long written = copy.endCopy();
      if (written != table.rowCount()) {
        throw new PublishException("The table " + table.name() + " is not whole.", "The manifest promises "
            + table.rowCount() + " rows, and there were " + written + ".",
            "Check the release with \"cuulong verify\"; the database is as it was.");
      }
      for (String statement : statements.finish(release)) {
        run(connection, statement);
      }
      return written;
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private static void send(CopyIn copy, StringBuilder batch) throws SQLException {
    byte[] bytes = batch.toString().getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    batch.setLength(0);
  }

  private static void swap(Connection connection, String schema, String fresh, String mark) throws SQLException {
    if (exists(connection, schema)) {
      List<String> old = ownTables(connection, schema, mark);
      String aside = schema + "__old";
      if (!old.isEmpty()) {
        lock(connection, String.join(", ", old.stream().map(table -> qualified(schema, table)).toList()));
      }
      run(connection, "ALTER SCHEMA " + TableStatements.name(schema) + " RENAME TO " + TableStatements.name(aside),
          "ALTER SCHEMA " + TableStatements.name(fresh) + " RENAME TO " + TableStatements.name(schema));
      if (!old.isEmpty()) {
        run(connection, "DROP TABLE "
            + String.join(", ", old.stream().map(table -> qualified(aside, table)).toList()));
      }
      // Fails when something is left in it that was not published here, or when a view elsewhere needs a table.
      run(connection, "DROP SCHEMA " + TableStatements.name(aside));
    } else {
      run(connection, "ALTER SCHEMA " + TableStatements.name(fresh) + " RENAME TO " + TableStatements.name(schema));
    }
  }

  /**
   * Waits until nobody reads the old tables. Each try is shorter than the time after which PostgreSQL looks for
   * deadlocks, and gives back what it got: a reader of several tables waits for a moment at most, and is never the one
   * that is ended.
   */
  private static void lock(Connection connection, String tables) throws SQLException {
    run(connection, "SET LOCAL lock_timeout = '400ms'");
    for (int tried = 1; ; tried++) {
      Savepoint before = connection.setSavepoint();
      try {
        run(connection, "LOCK TABLE " + tables + " IN ACCESS EXCLUSIVE MODE");
        run(connection, "SET LOCAL lock_timeout = 0");
        return;
      } catch (SQLException busy) {
        if (!NOT_NOW.equals(busy.getSQLState()) || tried == LOCK_TRIES) {
          throw busy;
        }
        connection.rollback(before);
        run(connection, "SELECT pg_sleep(0.1)");
      }
    }
  }

  private static boolean exists(Connection connection, String schema) throws SQLException {
    try (PreparedStatement asked = connection.prepareStatement("SELECT 1 FROM pg_namespace WHERE nspname = ?")) {
      asked.setString(1, schema);
      try (ResultSet found = asked.executeQuery()) {
        return found.next();
      }
    }
  }

  /** The tables that were published here: their comment says so. */
  private static List<String> ownTables(Connection connection, String schema, String mark) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (PreparedStatement asked = connection.prepareStatement("""
        SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = ? AND c.relkind = 'r' AND position(? IN obj_description(c.oid, 'pg_class')) > 0
        ORDER BY c.relname""")) {
      asked.setString(1, schema);
      asked.setString(2, "\n" + mark);
      try (ResultSet found = asked.executeQuery()) {
        while (found.next()) {
          tables.add(found.getString(1));
        }
      }
    }
    return tables;
  }

  private static String qualified(String schema, String table) {
    return TableStatements.name(schema) + "." + TableStatements.name(table);
  }

  private static void run(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
