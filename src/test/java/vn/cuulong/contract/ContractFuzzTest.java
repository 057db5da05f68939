package vn.cuulong.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cuulong.Fuzzing;

/** The reader of contracts on damaged contracts: it reads them, or says file, cause and remedy; nothing else. */
@Tag("fuzz")
class ContractFuzzTest {
  private static final byte[][] TOKENS = Stream.of(":", ": ", "- ", "#", "&a ", "*a", "!!java.net.URL ", "!x ",
      "<<: *a",
      "{", "}", "[", "]", "\"", "'", "|", ">", "%", "@", "`", "\t", "\n", "\n  ", "\n---\n", "~", "null", "yes", "0x1F",
      "1e999", "-1", "99999999999999999999", "\u0000", "\ufeff", "\u0085", "\u2028", "a: b", "../../etc/passwd", "*/*",
      "**", "{a,b}", "[".repeat(200), "x".repeat(5_000), "60 25 32 13 8", "2025-02-30", "mart.x", "clean.")
      .map(token -> token.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);

  @TempDir
  private Path folder;

  @Test
  void a_damaged_contract_is_read_or_every_fault_of_it_is_said() throws IOException {
    Path jobs = Path.of("jobs");
    List<Path> files;
    try (Stream<Path> walk = Files.walk(jobs)) {
      files = walk.filter(file -> file.toString().endsWith(".yml")).sorted().toList();
    }
    for (Path file : files) {
      Path copy = folder.resolve(jobs.relativize(file).toString());
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
    assertThat(JobsReader.read(folder).tables()).isEqualTo(JobsReader.read(jobs).tables());
    int[] refused = new int[1];
    new Fuzzing("contracts", 2, 8).run(random -> {
      Path file = files.get(random.nextInt(files.size()));
      Path copy = folder.resolve(jobs.relativize(file).toString());
      byte[] bytes = Files.readAllBytes(file);
      try {
        Files.write(copy, Fuzzing.changed(bytes, TOKENS, random));
        JobsReader.read(folder);
      } catch (ContractException wrong) {
        refused[0]++;
        assertThat(wrong.problems()).isNotEmpty().allSatisfy(problem -> assertThat(Arrays.asList(problem.file(),
            problem.problem(), problem.cause(), problem.remedy())).allSatisfy(text -> assertThat(text).isNotBlank()));
      } finally {
        Files.write(copy, bytes);
      }
    });
    assertThat(refused[0]).isPositive();
  }
}
