package vn.cuulong.chaos;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import vn.cuulong.cli.Main;
import vn.cuulong.contract.TableName;
import vn.cuulong.run.Nights;

/** A night in a process of its own, as {@code cuulong run --json} is one; closing kills it with SIGKILL. */
final class NightProcess implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 600;

  private final Process process;
  private final Thread listener;
  private final ConcurrentLinkedQueue<String> events = new ConcurrentLinkedQueue<>();

  private NightProcess(Process process) {
    this.process = process;
    this.listener = new Thread(this::listen, "events of a doomed night");
    listener.start();
  }

  /** Starts one over the tables that are tried. */
  static NightProcess start(Nights nights) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(flag -> !flag.startsWith("-javaagent") && !flag.startsWith("-agentlib") && !flag.startsWith("-Xmx"))
        .forEach(command::add);
    // What is short-lived need not be fast: classes are not verified, and no code is generated for a dozen rows.
    command.addAll(List.of("-Xmx1g", "-XX:+UnlockDiagnosticVMOptions", "-XX:-BytecodeVerificationRemote",
        "-Dlog4j2.configurationFile=cuulong-log4j2.properties", "-Dcuulong.columns=0",
        "-Dspark.sql.shuffle.partitions=1", "-Dspark.sql.codegen.wholeStage=false",
        "-Dspark.sql.codegen.factoryMode=NO_CODEGEN",
        "-cp", System.getProperty("java.class.path"), Main.class.getName(), "run"));
    Landings.TABLES.forEach(table -> command.add(table.toString()));
    command.addAll(List.of("--landing", nights.landing.toString(), "--warehouse", nights.warehouse.toString(),
        "--json"));
    return new NightProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  /** True when it has said something of the table. */
  boolean says(TableName table, String words) {
    String name = "\"table\":\"" + table + "\"";
    return events.stream().anyMatch(event -> event.contains(name) && event.contains(words));
  }

  /** Waits until something is seen; looks every millisecond. */
  void await(Fault fault, BooleanSupplier seen) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!seen.getAsBoolean()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new AssertionError("the moment of " + fault + " was not seen: " + events);
      }
      Thread.sleep(1);
    }
  }

  /** Kills it; it must still run, and nothing may have gone wrong before. */
  void kill(Fault fault) throws InterruptedException {
    boolean ran = process.isAlive();
    close();
    if (!ran) {
      throw new AssertionError("the night ended before " + fault + " could strike: " + events);
    }
    if (events.stream().anyMatch(event -> event.contains("\"failed\"") || event.contains("\"held\""))) {
      throw new AssertionError("before " + fault + " something else went wrong: " + events);
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly().waitFor();
    listener.join();
  }

  private void listen() {
    try (BufferedReader lines = new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        events.add(line.strip());
      }
    } catch (IOException closed) {
      // The pipe breaks when the process is killed; what it said until then was heard.
      events.add(closed.toString());
    }
  }
}
