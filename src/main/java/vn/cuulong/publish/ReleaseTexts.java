package vn.cuulong.publish;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
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
    String text = language(release, Bilingual::vi, new String[] {"Phiên bản", "Đính chính bản", "Các bảng", "dòng",
        "Cần biết trước khi dùng", "Các tệp", "CSV quốc tế: dấu phẩy ngăn cột, dấu chấm thập phân",
        "CSV cho Excel tiếng Việt: dấu chấm phẩy ngăn cột, dấu phẩy thập phân",
        "bảng tính, có từ điển, danh mục và nguồn", "bảng Delta (reader version 1)", "bảng Parquet",
        "SDMX-CSV 2.1 và cấu trúc dữ liệu (DSD)", "mô tả cho máy đọc", "nguồn gốc và mã băm của từng tệp",
        "Trong CSV, chữ bắt đầu bằng = + - @ có dấu ' đứng trước để bảng tính không hiểu là công thức; các giá trị của "
            + "một danh sách cách nhau bằng |.", "Kiểm tra tệp", "Giấy phép", "Trích dẫn", "Liên hệ"})
        + "\n---\n\n" + language(release, Bilingual::en, new String[] {"Version", "Corrects", "Tables", "rows",
        "Before you use it", "Files", "international CSV: comma between columns, decimal point",
        "CSV for Excel in Vietnamese: semicolon between columns, decimal comma",
        "a workbook with dictionary, code lists and sources", "Delta tables (reader version 1)", "Parquet tables",
        "SDMX-CSV 2.1 with its data structure definition", "descriptions for programs",
        "where everything comes from, and the hash of every file",
        "In CSV, text that begins with = + - @ has ' before it, so that no spreadsheet takes it for a formula; the "
            + "values of a list are joined by |.", "Check the files", "Licence", "Cite as", "Contact"});
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String language(Release release, Function<Bilingual, String> in, String[] words) {
    ProductContract product = release.product();
    StringBuilder page = new StringBuilder("# ").append(in.apply(product.title())).append("\n\n")
        .append(in.apply(product.description())).append("\n\n");
    item(page, words[0], release.version().toString());
    if (release.correction() != null) {
      item(page, words[1] + " " + release.correction().of(), release.correction().why());
    }
    item(page, words[16], product.licence().title() + " (`LICENSE.txt`)");
    item(page, words[17], in.apply(release.citation()));
    item(page, words[18], in.apply(product.contact()));
    page.append("\n## ").append(words[2]).append("\n\n");
    release.tables().forEach(table -> page.append("- `").append(table.name()).append("`: ")
        .append(in.apply(table.contract().title())).append(", ").append(table.rows().size()).append(' ')
        .append(words[3]).append(". ").append(in.apply(table.contract().grain())).append(".\n"));
    if (!release.warnings().isEmpty()) {
      page.append("\n## ").append(words[4]).append("\n\n");
      release.warnings().forEach(warning -> page.append("- ")
          .append(in.apply(release.dictionary().warnings().get(warning))).append('\n'));
    }
    page.append("\n## ").append(words[5]).append("\n\n");
    String[] folders = {"`csv/`", "`csv-vi/`", "`xlsx/`", "`delta/`", "`parquet/`", "`sdmx/`",
        "`datapackage.json`, `dcat.jsonld`", "`manifest.json`, `SHA256SUMS`"};
    for (int i = 0; i < folders.length; i++) {
      item(page, folders[i], words[6 + i]);
    }
    page.append('\n').append(words[14]).append("\n\n").append(words[15]).append(": `sha256sum --check SHA256SUMS`\n");
    return page.toString();
  }

  private static void item(StringBuilder page, String label, String text) {
    page.append("- ").append(label).append(": ").append(text).append('\n');
  }
}
