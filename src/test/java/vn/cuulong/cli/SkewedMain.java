package vn.cuulong.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.TimeZone;

/** The program on a machine whose clock is wrong: by so many seconds as a file says whenever it is looked at. */
public final class SkewedMain {
  /** Names the file. */
  public static final String FILE = "chaos.clock";

  private SkewedMain() {}

  /** Runs one command as {@link Main} does. */
  public static void main(String[] args) {
    Environment real = Environment.ofProcess();
    Environment skewed = new Environment(real.out(), real.err(), real.columns(),
        new SkewedClock(Path.of(System.getProperty(FILE)), Clock.systemUTC()), real.home(), real.session(),
        real.works());
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Ho_Chi_Minh"));
    LogFile.place(args);
    int code = new Program(skewed).run(args);
    Session.stop();
    skewed.out().flush();
    skewed.err().flush();
    System.exit(code);
  }

  private static final class SkewedClock extends Clock {
    private final Path file;
    private final Clock real;

    SkewedClock(Path file, Clock real) {
      this.file = file;
      this.real = real;
    }

    @Override
    public Instant instant() {
      try {
        String seconds = Files.readString(file);
        // While it is being written it is empty: no jump yet.
        return real.instant().plusSeconds(seconds.isEmpty() ? 0 : Long.parseLong(seconds));
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }

    @Override
    public ZoneId getZone() {
      return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return new SkewedClock(file, real.withZone(zone));
    }
  }
}
