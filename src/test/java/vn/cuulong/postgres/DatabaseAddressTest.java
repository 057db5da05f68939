package vn.cuulong.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cuulong.publish.PublishException;

class DatabaseAddressTest {
  private static final String SECRET = "b\u00ed m\u1eadt&=%1";

  @ParameterizedTest
  @ValueSource(strings = {"jdbc:postgresql://db.example:5433/s", "jdbc:postgresql://db.example:5433/s?user=a",
      "jdbc:postgresql://db.example:5433/s?user=a&password=hush&sslpassword=hush2"})
  void only_host_and_database_are_shown(String url) {
    assertThat(new DatabaseAddress(url, Map.of()).shown()).isEqualTo("jdbc:postgresql://db.example:5433/s");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "jdbc:postgresql://h/s?password=hush                   | say hush",
      "jdbc:postgresql://h/s?user=a&password=b%C3%AD+m%E1%BA%ADt%26%3D%251 | password bí mật&=%1 is wrong",
      "jdbc:postgresql://h/s?sslpassword=hush&user=a         | key hush"})
  void a_password_of_the_address_is_in_no_message(String url, String said) {
    String redacted = new DatabaseAddress(url, Map.of()).redacted(said + " " + url);
    assertThat(redacted).contains("***").doesNotContain("hush", "bí mật", "b%C3%AD");
  }

  @Test
  void a_password_of_the_environment_is_in_no_message() {
    DatabaseAddress address = new DatabaseAddress("jdbc:postgresql://h/s", Map.of("PGUSER", "a", "PGPASSWORD", SECRET));
    PublishException failure = DatabaseFailure.of(new SQLException("no " + SECRET + " for you", "28P01"), address, "s");
    assertThat(failure.getMessage()).contains("no *** for you", "PGPASSWORD").doesNotContain(SECRET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql://a:hush@h/s", "jdbc:postgresql://a:hush@h/s", "jdbc:mysql://h/s?password=hush"})
  void an_address_that_is_none_is_refused_without_being_repeated(String url) {
    assertThatThrownBy(() -> new DatabaseAddress(url, Map.of())).isInstanceOf(PublishException.class)
        .hasMessageContaining("jdbc:postgresql://HOST/DATABASE").hasMessageNotContaining("hush");
  }

  @ParameterizedTest
  @CsvSource({"28P01, PGPASSWORD", "3D000, the server runs", "08001, the server runs", "42501, GRANT CREATE",
      "2BP01, view", "55P03, reading", "XX000, Put right"})
  void every_failure_has_a_remedy(String state, String remedy) {
    PublishException failure = DatabaseFailure.of(new SQLException("why", state),
        new DatabaseAddress("jdbc:postgresql://h/s", Map.of()), "cuulong_tourism");
    assertThat(failure.reason()).contains("why");
    assertThat(failure.remedy()).contains(remedy);
  }
}
