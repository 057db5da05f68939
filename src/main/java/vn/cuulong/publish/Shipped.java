package vn.cuulong.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Texts that ship with the program. */
final class Shipped {
  private Shipped() {}

  /** The text of a resource that must be there. */
  static String text(String resource) {
    try (InputStream in = Shipped.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the texts in the program cannot be read", unreadable);
    }
  }
}
