package vn.cuulong.postgres;

import java.sql.SQLException;
import vn.cuulong.publish.PublishException;

/** What a failure of the database means to a person. */
final class DatabaseFailure {
  private DatabaseFailure() {}

  /** The failure in words; nothing was changed by what failed. */
  static PublishException of(SQLException failure, DatabaseAddress address, String schema) {
    String state = failure.getSQLState() == null ? "" : failure.getSQLState();
    String said = address.redacted(failure.getMessage()).replace('\n', ' ').strip();
    String reason = "PostgreSQL says: " + said + (said.endsWith(".") ? "" : ".");
    String problem = "The schema " + schema + " was not written to " + address.shown()
        + "; what was there before is still there.";
    if (state.startsWith("28")) {
      return new PublishException("The database " + address.shown() + " does not let this user in.", reason,
          "Give user and password with PGUSER and PGPASSWORD, or in the password file ~/.pgpass (lines of "
              + "host:port:database:user:password, readable by its owner only).");
    }
    if (state.equals("3D000") || state.startsWith("08")) {
      return new PublishException("The database " + address.shown() + " cannot be reached.", reason,
          "Look whether the server runs and the database exists, and whether host, port and name are right.");
    }
    return new PublishException(problem, reason, switch (state) {
      case "42501" -> "Let the owner of the database grant it: GRANT CREATE ON DATABASE … TO …; a schema that is there "
          + "already must belong to the user who publishes.";
      case "2BP01" -> "Something needs the old tables, such as a view, or lies in the schema and was not published by "
          + "this program. Drop it or move it elsewhere, publish, and make it again.";
      case "55P03" -> "Someone has been reading the old tables all the time. End that query, or publish later.";
      default -> "Put right what PostgreSQL says, and publish again.";
    });
  }
}
