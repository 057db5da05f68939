package vn.cuulong.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody is told: a real server, and a program in the place of sendmail. */
class NoticeTest {
  @TempDir
  Path folder;

  @Test
  void a_web_hook_gets_the_whole_report() throws Exception {
    try (Told told = new Told(204)) {
      Notice.post(told.address(), Outcomes.report());
      JsonNode body = new ObjectMapper().readTree(told.bodies.get(0));
      assertThat(body.get("exit_code").asInt()).isEqualTo(3);
      assertThat(body.at("/outcomes/mart.province_month_tourism").asText()).isEqualTo("held");
      assertThat(body.get("text").asText()).contains("mart.province_month_tourism: held", "Bảng bị giữ lại.",
          "1300 read = 1273 accepted + 20 rejected + 7 duplicate",
          "Rejected because of: stay_date:date_impossible 15, required_missing 5", "check sums: 3 of 100 rows");
    }
  }

  @Test
  void a_run_that_died_is_told_though_the_one_that_found_it_went_well() throws Exception {
    RunReport report = new RunReport(Outcomes.IDENTITY, List.of(Outcomes.BUILT), 1.0, 0,
        List.of(RunReport.cutOff("20260301T190000000Z-dead")));
    assertThat(report.hasTrouble()).isTrue();
    assertThat(report.headline()).contains("Run 20260301T190000000Z-dead did not end. 1 built").doesNotContain("Lần");
    assertThat(report.text()).contains("20260301T190000000Z-dead did not end", "đã dừng giữa chừng", "remedy:");
    assertThat(new RunReport(Outcomes.IDENTITY, List.of(Outcomes.BUILT), 1.0, 0).hasTrouble()).isFalse();
  }

  @Test
  void a_hook_that_refuses_or_is_gone_is_a_sentence_without_the_secret_in_its_address() throws Exception {
    String gone;
    try (Told told = new Told(500)) {
      gone = told.address();
      assertThatThrownBy(() -> Notice.post(told.address(), Outcomes.report())).isInstanceOf(WatchException.class)
          .hasMessageEndingWith("answered 500").message().doesNotContain("secret");
    }
    assertThatThrownBy(() -> Notice.post(gone, Outcomes.report())).isInstanceOf(WatchException.class)
        .message().contains("cannot be told").doesNotContain("secret");
    assertThatThrownBy(() -> Notice.post("no address with secret", Outcomes.report()))
        .isInstanceOf(WatchException.class).message().doesNotContain("secret");
  }

  @Test
  void a_mail_goes_through_the_sendmail_of_the_machine() throws Exception {
    Path mail = folder.resolve("mail");
    Notice.mail(sendmail("echo \"$@\" > " + mail + "; cat >> " + mail), "on-call@example.vn", Outcomes.report());
    String text = Files.readString(mail, StandardCharsets.US_ASCII);
    assertThat(text).startsWith("-t -i\nTo: on-call@example.vn\nSubject: Cuu Long on ");
    String body = text.substring(text.indexOf("\n\n") + 2).replace("\n", "");
    assertThat(new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8))
        .isEqualTo(Outcomes.report().text());
  }

  @Test
  void a_mail_that_cannot_be_sent_is_a_sentence() throws Exception {
    String refusing = sendmail("cat > /dev/null; exit 75");
    assertThatThrownBy(() -> Notice.mail(refusing, "a@example.vn", Outcomes.report())).hasMessageContaining("75");
    assertThatThrownBy(() -> Notice.mail("/nowhere/sendmail", "a@example.vn", Outcomes.report()))
        .isInstanceOf(WatchException.class).hasMessageContaining("cannot be used");
    assertThatThrownBy(() -> Notice.mail(refusing, "a@example.vn\nBcc: b@example.vn", Outcomes.report()))
        .isInstanceOf(WatchException.class).hasMessageContaining("line break");
  }

  private String sendmail(String body) throws Exception {
    Path program = Files.writeString(folder.resolve("sendmail"), "#!/bin/sh\n" + body + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return program.toString();
  }
}
