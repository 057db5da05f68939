package vn.cuulong.run;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * What a table is built by: the classes that build it and the contracts they follow. When it changes, the table is
 * built again from its inputs, so that no row is older than the rule that made it.
 */
final class CodeFingerprint {
  private static final JsonMapper JSON = JsonMapper.builder()
      .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
      .visibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.NONE)
      .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
      .addModule(new SimpleModule().addSerializer(LocalDate.class, ToStringSerializer.instance))
      .build();
  private static final String ROOT = "vn/cuulong/";

  private CodeFingerprint() {}

  /**
   * The fingerprint of packages and contracts.
   *
   * @param packages names below {@code vn.cuulong}; {@code territory} stands for its tables too
   * @param contracts records of the {@code contract} package, in a fixed order
   */
  static String of(List<String> packages, Object... contracts) {
    MessageDigest digest = sha256();
    Shipped.FILES.forEach((name, bytes) -> {
      if (packages.stream().anyMatch(part -> name.startsWith(ROOT + part + "/") || name.startsWith(part + "/"))) {
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
      }
    });
    for (Object contract : contracts) {
      try {
        digest.update(JSON.writeValueAsBytes(contract));
      } catch (JsonProcessingException impossible) {
        throw new IllegalStateException("a contract is made of records, lists and maps", impossible);
      }
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
  }

  /** The fingerprint of texts. */
  static String ofTexts(Iterable<String> texts) {
    MessageDigest digest = sha256();
    for (String text : texts) {
      digest.update(text.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) '\n');
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
  }

  /** Digests of the files of the software, read once. */
  private static final class Shipped {
    private static final SortedMap<String, byte[]> FILES = read();

    private static SortedMap<String, byte[]> read() {
      try {
        Path place = Path.of(CodeFingerprint.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        return Files.isDirectory(place) ? folder(place) : jar(place);
      } catch (IOException unreadable) {
        throw new UncheckedIOException("cannot read the software's own classes", unreadable);
      } catch (URISyntaxException odd) {
        throw new IllegalStateException("the place of the software's classes is no path", odd);
      }
    }

    private static SortedMap<String, byte[]> folder(Path place) throws IOException {
      SortedMap<String, byte[]> files = new TreeMap<>();
      try (Stream<Path> all = Files.walk(place)) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          String name = place.relativize(file).toString().replace('\\', '/');
          if (isOurs(name)) {
            files.put(name, sha256().digest(Files.readAllBytes(file)));
          }
        }
      }
      return files;
    }

    private static SortedMap<String, byte[]> jar(Path place) throws IOException {
      SortedMap<String, byte[]> files = new TreeMap<>();
      try (JarFile jar = new JarFile(place.toFile())) {
        for (var entry : jar.stream().filter(entry -> !entry.isDirectory() && isOurs(entry.getName())).toList()) {
          try (InputStream in = jar.getInputStream(entry)) {
            files.put(entry.getName(), sha256().digest(in.readAllBytes()));
          }
        }
      }
      return files;
    }

    private static boolean isOurs(String name) {
      return name.startsWith(ROOT) || name.startsWith("territory/");
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
