package vn.cuulong.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Who may do what with a schema and its tables, as statements that grant the same of another schema. */
final class Grants {
  /** The grants of the owner go without saying; those of column are not copied. */
  private static final String OF_SCHEMA = """
      SELECT NULL AS name, acl.privilege_type, acl.is_grantable,
             CASE acl.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(acl.grantee)) END AS grantee
      FROM pg_namespace n, aclexplode(n.nspacl) acl
      WHERE n.nspname = ? AND acl.grantee <> n.nspowner""";
  private static final String OF_TABLES = """
      SELECT c.relname AS name, acl.privilege_type, acl.is_grantable,
             CASE acl.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(acl.grantee)) END AS grantee
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, aclexplode(c.relacl) acl
      WHERE n.nspname = ? AND c.relkind = 'r' AND acl.grantee <> c.relowner""";

  private Grants() {}

  /**
   * The statements.
   *
   * @param from the schema whose grants are read; it need not be there
   * @param to the schema that gets them
   * @param tables those of the new schema; a table that is gone needs no grants
   */
  static List<String> copied(Connection connection, String from, String to, List<String> tables) throws SQLException {
    List<String> statements = new ArrayList<>();
    for (String query : List.of(OF_SCHEMA, OF_TABLES)) {
      try (PreparedStatement asked = connection.prepareStatement(query)) {
        asked.setString(1, from);
        try (ResultSet grants = asked.executeQuery()) {
          while (grants.next()) {
            String table = grants.getString("name");
            if (table == null || tables.contains(table)) {
              String object = table == null ? "SCHEMA " + TableStatements.name(to)
                  : TableStatements.name(to) + "." + TableStatements.name(table);
              statements.add("GRANT " + grants.getString("privilege_type") + " ON " + object + " TO "
                  + grants.getString("grantee") + (grants.getBoolean("is_grantable") ? " WITH GRANT OPTION" : ""));
            }
          }
        }
      }
    }
    return statements;
  }
}
