package vn.cuulong.generate;

/** How records become bytes. */
enum Layout {
  /** Lines of fields. */
  DELIMITED("csv"),
  /** One JSON object a line. */
  JSON_LINES("jsonl"),
  /** A sheet of a workbook. */
  SPREADSHEET("xlsx");

  final String extension;

  Layout(String extension) {
    this.extension = extension;
  }
}
