package vn.cuulong.contract;


import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Contracts for a test: the small valid ones of {@code cases/contract/jobs}, changed in one place. */
final class ContractCase {
  static final Path VALID = Path.of("src/test/resources/cases/contract/jobs");

  private final Path folder;

  /** A copy of the valid contracts in an empty folder. */
  ContractCase(Path folder) {
    this.folder = folder;
    try (Stream<Path> files = Files.walk(VALID)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        write(VALID.relativize(file).toString(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * One change as the case table writes it: a part of the file by another; {@code *} stands for the whole file,
   * {@code =path} and {@code <path} make the file a copy of another one or move it there; an empty part writes the
   * file, and without anything to write deletes it. {@code \\n} is a new line.
   */
  ContractCase change(String file, String part, String by) {
    String from = part.replace("\\n", "\n");
    String to = by.replace("\\n", "\n");
    if (from.startsWith("=")) {
      return write(file, text(from.substring(1)));
    }
    if (from.startsWith("<")) {
      return write(file, text(from.substring(1))).delete(from.substring(1));
    }
    if (from.isEmpty() || from.equals("*")) {
      return from.isEmpty() && to.isEmpty() ? delete(file) : write(file, to);
    }
    return replace(file, from, to);
  }

  /** Replaces a part of a file that must stand in it. */
  ContractCase replace(String file, String part, String by) {
    String text = text(file);
    int at = text.indexOf(part);
    if (at < 0) {
      throw new IllegalArgumentException("\"" + part + "\" does not stand in " + file);
    }
    return write(file, text.substring(0, at) + by + text.substring(at + part.length()));
  }

  ContractCase write(String file, String text) {
    try {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ContractCase delete(String file) {
    try {
      Files.delete(folder.resolve(file));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Jobs read() {
    return JobsReader.read(folder);
  }

  /** The problems that reading finds, their files named from the folder of the contracts. */
  List<Problem> problems() {
    try {
      read();
      return List.of();
    } catch (ContractException e) {
      String prefix = folder.toString().replace('\\', '/') + "/";
      return e.problems().stream().map(problem -> new Problem(problem.file().replace(prefix, ""), problem.line(),
          problem.problem(), problem.cause(), problem.remedy())).toList();
    }
  }
}
