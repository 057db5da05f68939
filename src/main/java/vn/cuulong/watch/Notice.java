package vn.cuulong.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Tells somebody that a run needs a person: a web hook, or a mail through the machine's own {@code sendmail}. */
public final class Notice {
  private static final long PATIENCE_SECONDS = 30;

  private Notice() {}

  /** Posts the report as JSON; {@code text} is what chat services show. */
  public static void post(String address, RunReport report) throws WatchException {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("text", report.text());
    body.put("headline", report.headline());
    body.put("run_id", report.identity().runId());
    body.put("exit_code", report.exitCode());
    Map<String, String> tables = new LinkedHashMap<>();
    report.outcomes().forEach(outcome -> tables.put(outcome.table().toString(), outcome.word()));
    body.put("outcomes", tables);
    String json;
    try {
      json = new ObjectMapper().writeValueAsString(body);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("texts, numbers and maps are always JSON", impossible);
    }
    try {
      new Post(address).send(json);
    } catch (IllegalArgumentException wrong) {
      throw new WatchException("CUULONG_NOTIFY_URL is no address", wrong);
    }
  }

  /**
   * Mails the report.
   *
   * @param sendmail the program, which reads a mail with its heads from standard input, as sendmail, Postfix, Exim and
   *     msmtp have it
   * @param to addresses, joined by commas
   */
  public static void mail(String sendmail, String to, RunReport report) throws WatchException {
    if (to.chars().anyMatch(c -> c < ' ')) {
      throw new WatchException("CUULONG_NOTIFY_MAIL holds a line break", null);
    }
    // Heads of a mail are ASCII, and short enough to be read in a list.
    String subject = new String(report.headline().replace("Cửu", "Cuu").getBytes(StandardCharsets.US_ASCII),
        StandardCharsets.US_ASCII);
    String body = Base64.getMimeEncoder().encodeToString(report.text().getBytes(StandardCharsets.UTF_8));
    String mail = "To: " + to + "\nSubject: " + subject + "\nMIME-Version: 1.0\n"
        + "Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: base64\nAuto-Submitted: auto-generated\n\n"
        + body.replace("\r", "") + "\n";
    try {
      Process process = new ProcessBuilder(sendmail, "-t", "-i").redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD).start();
      try (OutputStream in = process.getOutputStream()) {
        in.write(mail.getBytes(StandardCharsets.US_ASCII));
      }
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new WatchException(sendmail + " has not ended within " + PATIENCE_SECONDS + " s", null);
      }
      if (process.exitValue() != 0) {
        throw new WatchException(sendmail + " ended with " + process.exitValue(), null);
      }
    } catch (IOException failed) {
      throw new WatchException(sendmail + " cannot be used: " + WatchException.reason(failed), failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new WatchException("no mail was sent: the run was stopped", stopped);
    }
  }
}
