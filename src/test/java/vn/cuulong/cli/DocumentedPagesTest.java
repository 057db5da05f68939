package vn.cuulong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pages of the documentation lead to one another, and to nothing that is not there. */
class DocumentedPagesTest {
  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)[^)]*\\)");

  @Test
  void everyLinkLeadsToAFile() {
    List<String> broken = new ArrayList<>();
    for (Path page : ShellCommand.pages()) {
      links(page).stream().filter(target -> !Files.exists(target)).forEach(target -> broken.add(page + ": " + target));
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void everyPageIsNamedInTheIndexOfItsFolderOrOfTheDocs() {
    Set<Path> named = new TreeSet<>();
    for (String index : List.of("docs/README.md", "docs/methods/README.md", "docs/decisions/README.md")) {
      named.add(Path.of(index));
      named.addAll(links(Path.of(index)));
    }
    assertThat(ShellCommand.pages()).filteredOn(page -> page.startsWith("docs")).allMatch(named::contains);
  }

  private static List<Path> links(Path page) {
    List<Path> links = new ArrayList<>();
    Matcher link = LINK.matcher(String.join("\n", ShellCommand.lines(page)));
    while (link.find()) {
      if (!link.group(1).contains(":")) {
        links.add(Path.of("").resolve(page).resolveSibling(link.group(1)).normalize());
      }
    }
    return links;
  }
}
