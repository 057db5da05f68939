package vn.cuulong.postgres;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.postgresql.Driver;
import vn.cuulong.publish.PublishException;

/** The address of a database, with what opens it. Only {@link #shown()} is ever written anywhere. */
public final class DatabaseAddress {
  private static final String SCHEME = "jdbc:postgresql:";
  private static final int PATIENCE_SECONDS = 10;
  private static final String HIDDEN = "***";

  private final String url;
  private final String shown;
  private final Properties properties = new Properties();
  private final Set<String> secrets = new LinkedHashSet<>();

  /**
   * An address.
   *
   * @param url {@code jdbc:postgresql://host[:port]/database[?user=…&password=…]}, as the driver of PostgreSQL takes it
   * @param environment {@code PGUSER} and {@code PGPASSWORD} stand where the address names none; without both the
   *     driver looks into the password file
   * @throws PublishException when it is no such address
   */
  public DatabaseAddress(String url, Map<String, String> environment) {
    this.url = url;
    this.shown = shown(url);
    String query = url.indexOf('?') < 0 ? "" : url.substring(url.indexOf('?') + 1);
    put("user", "PGUSER", query, environment);
    put("password", "PGPASSWORD", query, environment);
    properties.setProperty("ApplicationName", "cuulong publish");
    properties.setProperty("connectTimeout", Integer.toString(PATIENCE_SECONDS));
    for (String part : query.split("&")) {
      if (part.toLowerCase(java.util.Locale.ROOT).contains("password=")) {
        String value = part.substring(part.indexOf('=') + 1);
        secrets.add(value);
        secrets.add(decoded(value));
      }
    }
    if (!url.startsWith(SCHEME) || withoutQuery(url).contains("@")) {
      throw new PublishException("The address of the database is not valid.", withoutQuery(url).contains("@")
          ? "It has an @, and the driver knows no user before the host." : "It does not begin with " + SCHEME + ".",
          "Write jdbc:postgresql://HOST/DATABASE. User and password come from PGUSER and PGPASSWORD, from the password "
              + "file ~/.pgpass, or from ?user=…&password=… of the address.");
    }
  }

  private void put(String name, String variable, String query, Map<String, String> environment) {
    String value = environment.get(variable);
    if (value != null && !value.isEmpty() && !("&" + query).contains("&" + name + "=")) {
      properties.setProperty(name, value);
      if (name.equals("password")) {
        secrets.add(value);
      }
    }
  }

  private static String withoutQuery(String url) {
    return url.indexOf('?') < 0 ? url : url.substring(0, url.indexOf('?'));
  }

  private static String shown(String url) {
    String place = withoutQuery(url);
    int at = place.lastIndexOf('@');
    return at < 0 ? place : SCHEME + "//" + HIDDEN + place.substring(at);
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return value;
    }
  }

  /** Host and database, without a user, a password or anything else behind the question mark. */
  public String shown() {
    return shown;
  }

  /** A text of the driver without any secret in it. */
  String redacted(String text) {
    String clean = text == null ? "" : text.replace(url, shown);
    for (String secret : secrets) {
      clean = secret.isEmpty() ? clean : clean.replace(secret, HIDDEN);
    }
    return clean.strip();
  }

  /**
   * Looks whether the database lets the user in, before any work is done for it.
   *
   * @throws PublishException when it does not
   */
  public void tryOut() {
    try (Connection connection = open()) {
      connection.isValid(PATIENCE_SECONDS);
    } catch (SQLException refused) {
      throw DatabaseFailure.of(refused, this, "of the product");
    }
  }

  /** Opens the database. */
  Connection open() throws SQLException {
    Connection connection = new Driver().connect(url, properties);
    if (connection == null) {
      throw new SQLException("the driver does not take the address", "08001");
    }
    return connection;
  }
}
