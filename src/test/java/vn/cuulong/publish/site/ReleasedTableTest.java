package vn.cuulong.publish.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cuulong.publish.PublishException;

class ReleasedTableTest {
  @TempDir
  private Path folder;

  @Test
  void fieldsAreReadAsTheyWereWritten() throws IOException {
    ReleasedTable table = read("\uFEFFa,b\r\n\"x,\"\"y\"\"\nz\",\r\n,2\r\n");
    assertThat(table.columns()).containsExactly("a", "b");
    assertThat(table.rows()).containsExactly(new String[] {"x,\"y\"\nz", ""}, new String[] {"", "2"});
    assertThat(table.position("b")).isEqualTo(1);
    assertThat(table.position("c")).isNegative();
  }

  @Test
  void theLastRowNeedsNoEndOfLine() throws IOException {
    assertThat(read("a,b\n1,2").rows()).containsExactly(new String[] {"1", "2"});
  }

  @Test
  void rowsOfDifferentLengthAreRefused() {
    assertThatThrownBy(() -> read("a,b\n1\n")).isInstanceOf(PublishException.class)
        .hasMessageContaining("damaged").hasMessageContaining("t.csv");
  }

  @Test
  void aQuoteThatStaysOpenIsRefused() {
    assertThatThrownBy(() -> read("a,b\n1,\"2\n")).isInstanceOf(PublishException.class);
  }

  @Test
  void anEmptyFileIsRefused() {
    assertThatThrownBy(() -> read("")).isInstanceOf(PublishException.class);
  }

  private ReleasedTable read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("t.csv"), text);
    return ReleasedTable.read("mart.t", new ReleaseFolder("p", "2026.01.31", folder, null), file);
  }
}
