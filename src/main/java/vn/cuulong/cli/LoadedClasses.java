package vn.cuulong.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Keeps the classes that a first run has loaded in an archive, which the JVM of later runs maps into memory instead of
 * reading and verifying some 15,000 classes. The launcher asks for it by a system property. What goes wrong here
 * costs later runs some seconds and nothing else, so it never fails a run.
 */
final class LoadedClasses {
  private static final String PROPERTY = "cuulong.classes.record";

  private LoadedClasses() {}

  /**
   * Writes the archive when the launcher has asked for it, and puts it in place whole.
   *
   * @param worthIt false when this process has loaded too little to be an example for others
   */
  static void keep(Environment environment, boolean worthIt) {
    String wanted = System.getProperty(PROPERTY, "");
    if (wanted.isEmpty() || !worthIt) {
      return;
    }
    if (environment.isTerminal()) {
      environment.err().println("Keeping what was loaded, so that the next start is faster …");
    }
    Path archive = Path.of(wanted);
    Path draft = archive.resolveSibling(archive.getFileName() + "." + ProcessHandle.current().pid());
    try {
      // The JDK reports on standard output, where only results belong.
      System.setOut(new PrintStream(OutputStream.nullOutputStream()));
      ManagementFactory.getPlatformMBeanServer().invoke(
          new ObjectName("com.sun.management:type=DiagnosticCommand"), "vmCds",
          new Object[] {new String[] {"dynamic_dump", draft.toString()}}, new String[] {String[].class.getName()});
      Files.move(draft, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (JMException | IOException | RuntimeException unavailable) {
      org.slf4j.LoggerFactory.getLogger(LoadedClasses.class).info("no archive of classes was written", unavailable);
    }
  }
}
