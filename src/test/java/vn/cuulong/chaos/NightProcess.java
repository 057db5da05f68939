package vn.cuulong.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import vn.cuulong.cli.Main;
import vn.cuulong.contract.TableName;
import vn.cuulong.run.Nights;
import vn.cuulong.run.TableOutcome.Trouble;

/** A night in a process of its own, as {@code cuulong run --json} is one; closing kills it with SIGKILL. */
final class NightProcess implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 1200;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final Thread listener;
  private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();

  private NightProcess(Process process) {
    this.process = process;
    this.listener = new Thread(this::listen, "events of a doomed night");
    listener.start();
  }

  /** Starts one over the tables that are tried. */
  static NightProcess start(Nights nights) throws IOException {
    return start(nights, Main.class, List.of());
  }

  /**
   * The same on another machine, so to say.
   *
   * @param main where it begins
   * @param flags of Java, after the usual ones
   */
  static NightProcess start(Nights nights, Class<?> main, List<String> flags) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("run"));
    Landings.TABLES.forEach(table -> arguments.add(table.toString()));
    arguments.addAll(List.of("--landing", nights.landing.toString(), "--json"));
    return start(nights, main, flags, arguments);
  }

  /** Another command of the program on the same warehouse; what it says comes back when it has ended well. */
  static List<String> command(Nights nights, String... arguments) throws IOException, InterruptedException {
    try (NightProcess process = start(nights, Main.class, List.of(), List.of(arguments))) {
      int code = process.end();
      if (code != 0) {
        throw new AssertionError(String.join(" ", arguments) + " ended with " + code + ": " + process.lines);
      }
      return List.copyOf(process.lines);
    }
  }

  private static NightProcess start(
      Nights nights, Class<?> main, List<String> flags, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(flag -> !flag.startsWith("-javaagent") && !flag.startsWith("-agentlib") && !flag.startsWith("-Xmx"))
        .forEach(command::add);
    // What is short-lived need not be fast: classes are not verified, and no code is generated for a dozen rows.
    command.addAll(List.of("-Xmx1g", "-XX:+UnlockDiagnosticVMOptions", "-XX:-BytecodeVerificationRemote",
        "-Dlog4j2.configurationFile=cuulong-log4j2.properties", "-Dcuulong.columns=0",
        "-Dspark.sql.shuffle.partitions=1", "-Dspark.sql.codegen.wholeStage=false",
        "-Dspark.sql.codegen.factoryMode=NO_CODEGEN"));
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    command.addAll(List.of("--warehouse", nights.warehouse.toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // Where a cluster inside the process has its workers look for Spark, and write their logs.
    builder.environment().putAll(
        Map.of("SPARK_HOME", nights.warehouse.getParent().toString(), "SPARK_SCALA_VERSION", "2.13"));
    return new NightProcess(builder.start());
  }

  /** True when it has said something of the table. */
  boolean says(TableName table, String words) {
    String name = "\"table\":\"" + table + "\"";
    return lines.stream().anyMatch(event -> event.contains(name) && event.contains(words));
  }

  /** True when work on a table has come so far, or beyond. */
  boolean isAt(TableName table, String step) {
    return says(table, "\"step\":\"" + step + "\"") || hasEnded(table);
  }

  /** True when it has said how a table ended. */
  boolean hasEnded(TableName table) {
    return says(table, "\"outcome\":");
  }

  /** Waits until something is seen; looks every millisecond. */
  void await(Fault fault, BooleanSupplier seen) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!seen.getAsBoolean()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new AssertionError("the moment of " + fault + " was not seen: " + lines);
      }
      Thread.sleep(1);
    }
  }

  /** Stops it where it is, as a machine that is suspended does ({@code STOP}), or lets it go on ({@code CONT}). */
  void signal(String name) throws IOException, InterruptedException {
    int code = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    if (code != 0) {
      throw new AssertionError("kill -" + name + " ended with " + code);
    }
  }

  /** Waits for its end and gives its exit code. */
  int end() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("it hangs: " + lines);
    }
    listener.join();
    return process.exitValue();
  }

  /** Everything that it has said. */
  List<String> lines() {
    return List.copyOf(lines);
  }

  /** What it has told of trouble: problem, cause and remedy, of tables and of itself. */
  List<Trouble> troubles() {
    List<Trouble> troubles = new ArrayList<>();
    List<String> plain = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("{")) {
        troubles(line, troubles);
      } else {
        plain.add(line);
      }
    }
    for (int i = 0; i + 2 < plain.size(); i++) {
      if (plain.get(i).startsWith("problem: ") && plain.get(i + 2).startsWith("remedy: ")) {
        troubles.add(new Trouble(plain.get(i), plain.get(i + 1), plain.get(i + 2)));
      }
    }
    return troubles;
  }

  private static void troubles(String event, List<Trouble> into) {
    try {
      for (JsonNode parent : JSON.readTree(event).findParents("problem")) {
        into.add(new Trouble(parent.get("problem").asText(), parent.get("cause").asText(),
            parent.get("remedy").asText()));
      }
    } catch (IOException half) {
      // A line that the process did not live to finish.
      into.add(new Trouble(event, half.toString(), ""));
    }
  }

  /** Kills it; it must still run, and nothing may have gone wrong before. */
  void kill(Fault fault) throws InterruptedException {
    boolean ran = process.isAlive();
    close();
    if (!ran) {
      throw new AssertionError("the night ended before " + fault + " could strike: " + lines);
    }
    if (lines.stream().anyMatch(event -> event.contains("\"failed\"") || event.contains("\"held\""))) {
      throw new AssertionError("before " + fault + " something else went wrong: " + lines);
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly().waitFor();
    listener.join();
  }

  private void listen() {
    try (BufferedReader said = new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        lines.add(line.strip());
      }
    } catch (IOException closed) {
      // The pipe breaks when the process is killed; what it said until then was heard.
      lines.add(closed.toString());
    }
  }
}
