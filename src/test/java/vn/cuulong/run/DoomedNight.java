package vn.cuulong.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.cuulong.cli.Main;
import vn.cuulong.contract.TableName;
import vn.cuulong.lake.Lake;
import vn.cuulong.lake.TableState;

/** A night in a process of its own, which is killed with SIGKILL at a chosen moment. */
final class DoomedNight {
  private static final long PATIENCE_SECONDS = 180;

  private final Nights nights;
  private final Lake lake;
  private final ConcurrentLinkedQueue<String> events = new ConcurrentLinkedQueue<>();

  DoomedNight(Nights nights) {
    this.nights = nights;
    this.lake = new Lake(null, nights.warehouse.toString());
  }

  /** Where a run can be seen to be, from outside. */
  enum Place {
    /** It says that it reads. */
    READING,
    /** A new data file lies in the folder of the table, perhaps unfinished. */
    STAGING,
    /** It says that it checks what was staged. */
    CHECKING,
    /** The rejects have a new version, the table has none yet. */
    REJECTED,
    /** The table has a new version, the ledger does not know it yet. */
    COMMITTED
  }

  /** What a killed run has left. */
  enum Left {
    /** Nothing that needs a repair. */
    NOTHING,
    /** An intent, and no commit. */
    INTENT,
    /** The same, and data files that belong to no version. */
    ORPHANS,
    /** Rejects of rows whose table was not built. */
    REJECTS_AHEAD,
    /** A version that the ledger does not know. */
    LEDGER_BEHIND
  }

  /**
   * When to kill.
   *
   * @param table whose step it is
   * @param place what has to be seen
   * @param delay milliseconds to wait then
   */
  record Moment(TableName table, Place place, int delay) {}

  /**
   * What happened.
   *
   * @param moment when it was to be killed
   * @param left what it left of that table
   * @param leases tables whose lease it still held
   * @param orphans data files of that table that belong to no version
   */
  record End(Moment moment, Left left, int leases, List<Path> orphans) {}

  /** Runs until the moment has come, and kills. */
  End killAt(Moment moment) throws IOException, InterruptedException {
    Set<String> dataBefore = dataFiles(moment.table());
    long versionBefore = version(moment.table());
    long rejectsBefore = version(RejectStore.NAME);
    Process process = start();
    Thread listener = new Thread(() -> listen(process), "events of a doomed night");
    listener.start();
    try {
      await(process, moment, switch (moment.place()) {
        case READING -> said(moment.table(), "\"step\":\"reading\"");
        case CHECKING -> said(moment.table(), "\"step\":\"checking\"");
        case STAGING -> () -> !dataBefore.containsAll(dataFiles(moment.table()));
        case REJECTED -> () -> version(RejectStore.NAME) > rejectsBefore;
        case COMMITTED -> () -> version(moment.table()) > versionBefore;
      });
      Thread.sleep(moment.delay());
      if (!process.isAlive()) {
        throw new AssertionError("the night ended before it could be killed at " + moment + ": " + events);
      }
    } finally {
      process.destroyForcibly().waitFor();
      listener.join();
    }
    if (events.stream().anyMatch(event -> event.contains("\"failed\"") || event.contains("\"held\""))) {
      throw new AssertionError("before it was killed at " + moment + " something went wrong: " + events);
    }
    List<Path> orphans = new ArrayList<>();
    if (version(moment.table()) == versionBefore) {
      dataFiles(moment.table()).stream().filter(file -> !dataBefore.contains(file))
          .forEach(file -> orphans.add(place(moment.table()).resolve(file)));
    }
    return new End(moment, left(moment.table(), rejectsBefore, !orphans.isEmpty()), leases(), orphans);
  }

  private Left left(TableName table, long rejectsBefore, boolean staged) {
    TableState.Intent intent = lake.ledger().state(table).openIntent().orElse(null);
    if (intent == null) {
      return Left.NOTHING;
    }
    if (version(table) > intent.versionBefore()) {
      return Left.LEDGER_BEHIND;
    }
    if (version(RejectStore.NAME) > rejectsBefore && table.equals(Nights.REPORTS)) {
      return Left.REJECTS_AHEAD;
    }
    return staged ? Left.ORPHANS : Left.INTENT;
  }

  private int leases() throws IOException {
    try (Stream<Path> files = Files.walk(nights.warehouse.resolve("_ledger"))) {
      return (int) files.filter(file -> file.getFileName().toString().equals("lease.json")).count();
    }
  }

  /** True when the process has said something of the table. */
  private BooleanSupplier said(TableName table, String words) {
    String name = "\"table\":\"" + table + "\"";
    return () -> events.stream().anyMatch(event -> event.contains(name) && event.contains(words));
  }

  private void await(Process process, Moment moment, BooleanSupplier seen) throws InterruptedException {
    // A table that has ended without it is a moment missed, and no reason to wait on.
    BooleanSupplier over = said(moment.table(), "\"outcome\":");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!seen.getAsBoolean() && !over.getAsBoolean()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new AssertionError(moment + " was not seen: " + events);
      }
      Thread.sleep(1);
    }
  }

  private Process start() throws IOException {
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
    Nights.KILLED.forEach(table -> command.add(table.toString()));
    command.addAll(List.of("--landing", nights.landing.toString(), "--warehouse", nights.warehouse.toString(),
        "--json"));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private void listen(Process process) {
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

  private long version(TableName table) {
    return lake.version(table).orElse(-1L);
  }

  private Path place(TableName table) {
    return nights.warehouse.resolve(table.layer() + "/" + table.name());
  }

  private Set<String> dataFiles(TableName table) {
    Path place = place(table);
    if (!Files.isDirectory(place)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.list(place)) {
      return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".parquet"))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
