package vn.cuulong.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No secret is said, whoever writes the sentence. */
class SecretsTest {
  private static final String PROPERTY = "spark.hadoop.fs.s3a.secret.key";

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "s3a://key:planted@bucket/in | s3a://***@bucket/in",
      "cannot read s3a://key:pla/nted@bucket/in: gone | cannot read s3a://***@bucket/in: gone",
      "https://ops:planted@hook.example.vn/x | https://***@hook.example.vn/x",
      "s3a://bucket/a@b | s3a://bucket/a@b",
      "hdfs://name:8020/a@b | hdfs://name:8020/a@b",
      "hdfs://name:8020, a@b.vn | hdfs://name:8020, a@b.vn",
      "hdfs://an@name:8020/x | hdfs://an@name:8020/x",
      "jdbc:postgresql://h/db?user=an&password=planted&ssl=true | jdbc:postgresql://h/db?user=an&password=***&ssl=true",
      "--conf spark.hadoop.fs.s3a.secret.key=planted --json | --conf spark.hadoop.fs.s3a.secret.key=*** --json",
      "javax.net.ssl.keyStorePassword=planted | javax.net.ssl.keyStorePassword=***",
      "https://x.blob/y?sv=1&X-Amz-Signature=planted | https://x.blob/y?sv=1&X-Amz-Signature=***",
      "?user=\u2026&password=\u2026 of the address | ?user=\u2026&password=\u2026 of the address",
      "unit_id = 'can-tho-2025' | unit_id = 'can-tho-2025'"})
  void a_password_in_an_address_and_behind_its_name_is_hidden_and_nothing_else(String text, String shown) {
    assertThat(Secrets.hide(text, List.of())).isEqualTo(shown);
    assertThat(Secrets.hide(shown, List.of())).isEqualTo(shown);
  }

  @Test
  void values_that_were_given_as_secrets_are_hidden_wherever_they_stand() {
    List<String> secrets = Secrets.of(Map.of("AWS_SECRET_ACCESS_KEY", "planted+key/1", "PGPASSWORD", "planted+key",
        "AWS_SESSION_TOKEN", "planted-token", "SPARK_CONNECT_AUTHENTICATE_TOKEN", "planted-connect",
        "CUULONG_NOTIFY_URL", "https://hooks.example.vn/services/planted", "fs.azure.account.key.x", "planted-azure"));
    assertThat(secrets).hasSize(7).startsWith("https://hooks.example.vn/services/planted");
    String said = String.join(" and ", secrets) + ", host hooks.example.vn answered /services/planted";
    assertThat(Secrets.hide(said, secrets)).doesNotContain("planted", "key").contains("host hooks.example.vn answered");
  }

  @Test
  void names_of_files_addresses_and_short_words_are_no_secrets() {
    assertThat(Secrets.of(Map.of("CUULONG_SUBJECT_KEY_FILE", "/srv/secret/khoa.txt", "AWS_ACCESS_KEY_ID", "AKIA1234567",
        "PASSWORD_FILE", "/run/secrets/p", "TOKEN", "short", "CUULONG_LINEAGE", "/srv/lineage.jsonl",
        "spark.authenticate.secret.file", "/etc/spark/secret"))).isEmpty();
  }

  @Test
  void a_refusal_cannot_say_a_secret_of_this_process_and_neither_can_the_log() {
    System.setProperty(PROPERTY, "planted.{in}$^|process");
    try {
      Refusal refusal = new Refusal("x planted.{in}$^|process", "planted.{in}$^|process y", "no planted.{in}$^|process");
      assertThat(refusal.problem() + refusal.reason() + refusal.remedy() + refusal.getMessage())
          .doesNotContain("planted").contains("x ***", "*** y", "no ***");
      assertThat(Pattern.compile(Secrets.pattern()).matcher("a planted.{in}$^|process b").replaceAll("***"))
          .isEqualTo("a *** b");
      assertThat(Secrets.pattern()).matches("(\\\\u[0-9a-f]{4}|\\|)+");
    } finally {
      System.clearProperty(PROPERTY);
    }
    assertThat(new Refusal("planted.{in}$^|process", "", "").problem()).isEqualTo("planted.{in}$^|process");
  }
}
