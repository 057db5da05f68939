package vn.cuulong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What serve says before it starts anything; that it serves is tried by the build server with a client. */
class ServeCommandTest {
  @TempDir Path folder;

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void releases() throws IOException {
    Files.createDirectories(folder.resolve("releases"));
  }

  @Test
  void a_folder_that_is_not_there_is_named_with_the_way_to_make_it() {
    assertThat(serve("--releases", folder.resolve("chưa có").toString())).isEqualTo(2);
    assertThat(err()).contains("There are no releases to serve.", "chưa có is not a folder", "publish all");
  }

  @Test
  void releases_in_an_object_store_are_refused_because_they_are_read_from_a_folder() {
    assertThat(serve("--releases", "s3a://bucket/releases")).isEqualTo(2);
    assertThat(err()).contains("There are no releases to serve.", "--warehouse");
  }

  @ParameterizedTest(name = "--port {0}")
  @CsvSource({"0", "-1", "65536"})
  void a_port_that_cannot_be_is_refused(String port) {
    assertThat(serve("--releases", releasesFolder(), "--port", port)).isEqualTo(2);
    assertThat(err()).contains("There is no port " + port + ".", "1 to 65535", "--port");
  }

  @Test
  void a_port_that_is_no_number_is_wrong_use() {
    assertThat(serve("--releases", releasesFolder(), "--port", "mười")).isEqualTo(2);
    assertThat(err()).contains("--port", "mười");
  }

  @Test
  void a_port_that_is_taken_is_a_conflict_and_said_at_once() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      assertThat(serve("--releases", releasesFolder(), "--host", taken.getInetAddress().getHostAddress(), "--port",
          port)).isEqualTo(5);
      assertThat(err()).contains("The server cannot listen at 127.0.0.1:" + port, "Stop what listens there");
    }
  }

  @Test
  void an_address_that_nobody_knows_is_wrong_use() {
    assertThat(serve("--releases", releasesFolder(), "--host", "không có đâu")).isEqualTo(2);
    assertThat(err()).contains("There is no address \"không có đâu\".", "127.0.0.1");
  }

  @Test
  void an_address_of_another_machine_is_a_conflict() {
    // TEST-NET-1 of RFC 5737 belongs to no machine.
    assertThat(serve("--releases", releasesFolder(), "--host", "192.0.2.1", "--port", "15002")).isEqualTo(5);
    assertThat(err()).contains("The server cannot listen at 192.0.2.1:15002.", "an --host that this machine has");
  }

  @Test
  void an_unknown_option_is_wrong_use() {
    assertThat(serve("--thrift")).isEqualTo(2);
    assertThat(err()).contains("--thrift");
  }

  @Test
  void contracts_that_are_not_there_are_refused_when_a_warehouse_is_served() {
    assertThat(serve("--warehouse", folder.toString(), "--jobs", folder.resolve("jobs").toString())).isEqualTo(2);
    assertThat(err()).contains(folder.resolve("jobs").toString());
  }

  private String releasesFolder() {
    return folder.resolve("releases").toString();
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private int serve(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "serve";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    Clock clock = Clock.fixed(Instant.parse("2026-01-31T03:00:00Z"), ZoneOffset.UTC);
    Environment environment = new Environment(new PrintStream(new ByteArrayOutputStream()),
        new PrintStream(err, true, StandardCharsets.UTF_8), 0, clock, "", warehouse -> {
          throw new AssertionError("a session was opened");
        }, null);
    return new Program(environment).run(all);
  }
}
