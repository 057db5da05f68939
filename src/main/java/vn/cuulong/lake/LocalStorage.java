package vn.cuulong.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A local folder. */
final class LocalStorage extends Storage {
  private final Path base;

  LocalStorage(Path base) {
    super(base.toAbsolutePath().normalize().toString());
    this.base = base.toAbsolutePath().normalize();
  }

  @Override
  Optional<byte[]> read(String path) {
    try {
      return Optional.of(Files.readAllBytes(base.resolve(path)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  void write(String path, byte[] bytes) {
    Path target = base.resolve(path);
    try {
      Path draft = draft(target, bytes);
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A hard link to a finished draft: it fails when the name is taken, and nobody sees an unfinished file. */
  @Override
  boolean create(String path, byte[] bytes) {
    Path target = base.resolve(path);
    try {
      Path draft = draft(target, bytes);
      try {
        Files.createLink(target, draft);
        return true;
      } catch (FileAlreadyExistsException e) {
        return false;
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path draft(Path target, byte[] bytes) throws IOException {
    Files.createDirectories(target.getParent());
    Path draft = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(false);
    }
    return draft;
  }

  @Override
  void delete(String path) {
    try {
      Files.deleteIfExists(base.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  List<String> names(String folder) {
    try (Stream<Path> paths = Files.list(base.resolve(folder))) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList();
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  List<Entry> files(String folder) {
    Path parent = base.resolve(folder);
    return names(folder).stream()
        .map(parent::resolve)
        .filter(Files::isRegularFile)
        .map(path -> new Entry(path.getFileName().toString(), path.toFile().lastModified()))
        .toList();
  }
}
