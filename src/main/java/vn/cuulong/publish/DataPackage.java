package vn.cuulong.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import vn.cuulong.contract.ColumnType.Base;
import vn.cuulong.contract.Dictionary.Code;
import vn.cuulong.publish.CsvFile.Dialect;

/** {@code datapackage.json}: the CSV files of a release as a Data Package, version 2, that programs can validate. */
final class DataPackage {
  static final String FILE = "datapackage.json";

  private DataPackage() {}

  /**
   * The descriptor.
   *
   * @param files of the release, for sizes and hashes
   */
  static byte[] of(Release release, CodeNames names, SortedMap<String, byte[]> files) {
    List<Object> resources = new ArrayList<>();
    for (FrozenTable table : release.tables()) {
      resources.add(resource(table, Dialect.INTERNATIONAL, names, files));
    }
    return Json.pretty(Json.object(
        "$schema", "https://datapackage.org/profiles/2.0/datapackage.json",
        "name", release.product().id(),
        "id", release.identifier(),
        "title", release.product().title().vi() + " / " + release.product().title().en(),
        "description", release.product().description().vi() + "\n\n" + release.product().description().en(),
        "version", release.version().toString(),
        "created", release.version().day() + "T00:00:00Z",
        "keywords", release.product().keywords().stream().flatMap(word -> List.of(word.vi(), word.en()).stream())
            .distinct().toList(),
        "licenses", List.of(Json.object("name", release.product().licence().spdx(), "path",
            release.product().licence().address(), "title", release.product().licence().title())),
        "contributors", List.of(
            Json.object("title", release.product().creator().en(), "roles", List.of("creator")),
            Json.object("title", release.product().publisher().en(), "roles", List.of("publisher"))),
        "sources", release.sources().isEmpty() ? null : release.sources().stream().map(source ->
            Json.object("title", source.title().en() + " (" + source.provider().en() + "; "
                + release.origin(source.origin()).en() + ")")).toList(),
        "resources", resources));
  }

  private static Map<String, Object> resource(FrozenTable table, Dialect dialect, CodeNames names,
      SortedMap<String, byte[]> files) {
    String path = dialect.folder() + "/" + table.name() + ".csv";
    byte[] bytes = files.get(path);
    return Json.object(
        "name", table.name(),
        "path", path,
        "type", "table",
        "title", table.contract().title().vi() + " / " + table.contract().title().en(),
        "description", table.contract().grain().en(),
        "format", "csv",
        "mediatype", "text/csv",
        "encoding", "utf-8",
        "bytes", bytes.length,
        "hash", "sha256:" + Sha256.of(bytes),
        "dialect", Json.object("delimiter", String.valueOf(dialect.separator()), "lineTerminator", "\r\n"),
        "schema", Json.object(
            "$schema", "https://datapackage.org/profiles/2.0/tableschema.json",
            "fields", table.columns().stream().map(column -> field(column, names)).toList(),
            "primaryKey", table.contract().key()));
  }

  private static Map<String, Object> field(FrozenColumn column, CodeNames names) {
    boolean listed = CodeNames.isListed(column);
    Map<String, Object> constraints = Json.object(
        // A list without values is no text at all, so that it cannot be required.
        "required", column.required() && column.type().base() != Base.STRING_ARRAY ? true : null,
        "enum", listed ? names.codes(column.column().category()).stream().map(Code::code).toList() : null);
    return Json.object(
        "name", column.name(),
        "type", switch (column.type().base()) {
          case BIGINT -> "integer";
          case DECIMAL, DOUBLE -> "number";
          case DATE -> "date";
          case TIMESTAMP -> "datetime";
          case BOOLEAN -> "boolean";
          // Values of a list are joined by "|"; readers of version 1 know no lists.
          case STRING, STRING_ARRAY -> "string";
        },
        "title", column.title().vi() + " / " + column.title().en(),
        "description", column.column().definition().vi() + " / " + column.column().definition().en(),
        "unit", column.column().unit(),
        "constraints", constraints.isEmpty() ? null : constraints);
  }
}
