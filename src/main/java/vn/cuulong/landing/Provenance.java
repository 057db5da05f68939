package vn.cuulong.landing;

/** The columns with which every clean table ends: where a row comes from, and what was doubtful about it. */
public final class Provenance {
  /** Issues of the row, {@code column:code}, sorted. */
  public static final String ISSUES = "issues";
  /** Published, administrative or synthetic. */
  public static final String DATA_ORIGIN = "data_origin";
  /** The source whose contract the file follows. */
  public static final String SOURCE_ID = "source_id";
  /** SHA-256 of the file. */
  public static final String FILE_ID = "file_id";
  /** Byte offset of the record in the decoded file, or its row number in a sheet. */
  public static final String POSITION = "position";

  private Provenance() {}

  /** The value that all rows of a file share in this column, or null. */
  static String constant(String column, FileLayout layout) {
    return switch (column) {
      case DATA_ORIGIN -> layout.source().dataOrigin();
      case SOURCE_ID -> layout.source().id();
      case FILE_ID -> layout.file().fileId();
      default -> null;
    };
  }
}
