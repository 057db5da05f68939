package vn.cuulong.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page of faults says of each what the person reads who runs the night; that it is so, {@link ChaosTest} shows. */
class FaultsPageTest {
  @Test
  void thePageHasARowForEachFaultWithTheWordsThatAreRead() throws IOException {
    List<String> page = Files.readAllLines(Path.of("docs/faults.md"));
    assertThat(Faults.others(true)).allSatisfy(fault -> {
      List<String> rows = page.stream().filter(line -> line.startsWith("| " + fault.title() + " |")).toList();
      assertThat(rows).as(fault.title()).hasSize(1);
      assertThat(rows.get(0)).contains(fault.words());
    });
  }
}
