package vn.cuulong.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** The contracts are found when the program is a jar, as it is wherever it is not being developed. */
class ShippedInJarTest {
  private static final Path CLASSES = Path.of("target", "classes");

  @Test
  void theContractsAreReadFromAJarWhoseFoldersHaveNoEntriesOfTheirOwn(@TempDir Path folder) throws Exception {
    Path jar = folder.resolve("cuulong with a space.jar");
    try (OutputStream out = Files.newOutputStream(jar); JarOutputStream entries = new JarOutputStream(out)) {
      add(entries, "jobs");
      add(entries, "vn/cuulong/contract");
    }
    URL yaml = Yaml.class.getProtectionDomain().getCodeSource().getLocation();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {jar.toUri().toURL(), yaml}, ClassLoader.getPlatformClassLoader())) {
      Class<?> reader = loader.loadClass(JobsReader.class.getName());
      for (int time = 0; time < 2; time++) {
        Object jobs = reader.getMethod("shipped").invoke(null);
        Map<?, ?> tables = (Map<?, ?>) jobs.getClass().getMethod("tables").invoke(jobs);
        assertThat(tables.keySet()).extracting(Object::toString).containsExactlyElementsOf(
            JobsReader.shipped().tables().keySet().stream().map(TableName::toString).toList());
      }
    }
  }

  private static void add(JarOutputStream entries, String folder) throws IOException {
    try (Stream<Path> files = Files.walk(CLASSES.resolve(folder))) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        entries.putNextEntry(new ZipEntry(CLASSES.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, entries);
        entries.closeEntry();
      }
    }
  }
}
