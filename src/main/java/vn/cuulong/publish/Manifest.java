package vn.cuulong.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import vn.cuulong.contract.TableContract;
import vn.cuulong.publish.TableOrigin.SourceFile;

/** {@code manifest.json}: what a release was made of, and the checksum of every file in it. */
final class Manifest {
  static final String FILE = "manifest.json";

  private Manifest() {}

  /**
   * The manifest.
   *
   * @param files every other file of the release that is covered by it
   */
  static byte[] of(Release release, SortedMap<String, byte[]> files) {
    List<Object> listed = new ArrayList<>();
    files.forEach((path, bytes) -> listed.add(
        Json.object("path", path, "bytes", bytes.length, "sha256", Sha256.of(bytes))));
    Release.Correction correction = release.correction();
    return Json.pretty(Json.object(
        "product", release.product().id(),
        "version", release.version().toString(),
        "as_of", release.version().day().toString(),
        "title", Json.both(release.product().title()),
        "corrects", correction == null ? null
            : Json.object("version", correction.of().toString(), "why", correction.why()),
        "content_id", release.contentId(),
        "code_version", release.codeVersion(),
        "parameters", Json.object("product", release.product().id(), "as_of", release.version().day().toString(),
            "licence", release.product().licence().spdx()),
        "sources", release.sources().stream().map(source -> Json.object("id", source.id(), "title",
            Json.both(source.title()), "provider", Json.both(source.provider()), "data_origin", source.origin())).toList(),
        "tables", release.tables().stream().map(Manifest::table).toList(),
        "files", listed));
  }

  private static Map<String, Object> table(FrozenTable table) {
    TableContract contract = table.contract();
    return Json.object(
        "name", table.name(),
        "table", contract.name().toString(),
        "title", Json.both(contract.title()),
        "warehouse_version", table.origin().version(),
        "built_by", table.origin().builtBy(),
        "rows", table.rows().size(),
        "key", contract.key(),
        "columns", table.columns().stream().map(FrozenColumn::name).toList(),
        "warnings", contract.warnings(),
        "made_of", table.origin().madeOf().stream().map(one -> Json.object("table", one.table().toString(),
            "warehouse_version", one.version())).toList(),
        "inputs", table.origin().sources().stream().map(Manifest::input).toList());
  }

  private static Map<String, Object> input(SourceFile file) {
    return Json.object("source", file.source(), "sha256", file.sha256(), "name", file.name(), "newest", file.newest());
  }
}
