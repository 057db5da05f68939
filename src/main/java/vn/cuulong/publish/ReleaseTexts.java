package vn.cuulong.publish;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.cuulong.contract.Bilingual;
import vn.cuulong.contract.ProductContract;

/** The files of a release that people read: {@code README.md} and {@code CITATION.cff}. */
final class ReleaseTexts {
  static final String READ_ME = "README.md";
  static final String CITATION = "CITATION.cff";

  private ReleaseTexts() {}

  /** How to cite the release, as the Citation File Format 1.2 has it. A JSON text is a YAML text. */
  static byte[] citation(Release release) {
    ProductContract product = release.product();
    StringBuilder cff = new StringBuilder("cff-version: 1.2.0\ntype: dataset\n");
    entry(cff, "message", release.citation().en());
    entry(cff, "title", product.title().en());
    entry(cff, "abstract", product.description().en());
    cff.append("authors:\n  - name: ").append(Json.line(product.creator().en())).append('\n');
    entry(cff, "version", release.version().toString());
    entry(cff, "date-released", release.version().day().toString());
    entry(cff, "license", product.licence().spdx());
    cff.append("identifiers:\n  - type: other\n    value: ").append(Json.line(release.identifier())).append('\n');
    cff.append("keywords:\n");
    product.keywords().forEach(word -> cff.append("  - ").append(Json.line(word.en())).append('\n'));
    return cff.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void entry(StringBuilder cff, String key, String value) {
    cff.append(key).append(": ").append(Json.line(value)).append('\n');
  }

  /** What the release is, Vietnamese first. */
  static byte[] readMe(Release release) {
    return (page(release, "vi", Bilingual::vi, "Đính chính bản", "dòng") + "\n---\n\n"
        + page(release, "en", Bilingual::en, "Corrects", "rows")).getBytes(StandardCharsets.UTF_8);
  }

  private static String page(Release release, String language, Function<Bilingual, String> in, String corrects,
      String rows) {
    ProductContract product = release.product();
    Release.Correction correction = release.correction();
    Map<String, String> words = new LinkedHashMap<>();
    words.put("title", in.apply(product.title()));
    words.put("description", in.apply(product.description()));
    words.put("version", release.version().toString());
    words.put("correction", correction == null ? "" : "- " + corrects + " " + correction.of() + ": "
        + correction.why() + "\n");
    words.put("licence", product.licence().title());
    words.put("citation", in.apply(release.citation()));
    words.put("contact", in.apply(product.contact()));
    words.put("tables", release.tables().stream().map(table -> "- `" + table.name() + "`: "
        + in.apply(table.contract().title()) + ", " + table.rows().size() + " " + rows + ". "
        + in.apply(table.contract().grain()) + ".\n").collect(Collectors.joining()));
    words.put("warnings", release.warnings().stream().map(warning -> "- "
        + in.apply(release.dictionary().warnings().get(warning)) + "\n").collect(Collectors.joining()));
    return filled(Shipped.text("/release/read-me." + language + ".md"), words);
  }

  /** Puts words in place of {@code {name}}; one pass, so that braces in a word stay as they are. */
  private static String filled(String template, Map<String, String> words) {
    StringBuilder page = new StringBuilder();
    int at = 0;
    for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', at)) {
      int close = template.indexOf('}', open);
      page.append(template, at, open).append(words.get(template.substring(open + 1, close)));
      at = close + 1;
    }
    return page.append(template.substring(at)).toString();
  }
}
