package vn.cuulong.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** Says which version this is. */
@Command(name = "version", description = "Say which version this is, and on what it runs.",
    mixinStandardHelpOptions = true)
final class VersionCommand implements Callable<Integer> {
  private final Environment environment;

  VersionCommand(Environment environment) {
    this.environment = environment;
  }

  /** For {@code --version}. */
  static final class Provider implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Cửu Long " + number()};
    }
  }

  @Override
  public Integer call() {
    environment.out().println("Cửu Long " + number());
    environment.out().println("Spark " + org.apache.spark.package$.MODULE$.SPARK_VERSION() + ", Java "
        + System.getProperty("java.version"));
    return ExitCode.DONE.number();
  }

  /** The version of the jar; {@code development} when the classes do not come from one. */
  static String number() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
