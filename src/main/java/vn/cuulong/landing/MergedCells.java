package vn.cuulong.landing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * The merged blocks of one sheet. Words of the first cell, such as a province over the rows of its hotels, stand for
 * every row of the block. A number does not: merged over three hotels it may be the sum of all of them.
 */
final class MergedCells {
  /** Columns are letters A to Z in base 26; no sheet of records is wider than this. */
  private static final int MOST_COLUMNS = 1 << 10;
  private static final String FOLDER = "xl/";

  private final Map<Integer, TreeMap<Integer, Block>> blocksOfColumn = new HashMap<>();

  private MergedCells() {}

  /** A block, rows from 1, columns from 0. */
  static final class Block {
    private final int firstRow;
    private final int lastRow;
    private final int firstColumn;
    private String words = "";

    private Block(int firstRow, int lastRow, int firstColumn) {
      this.firstRow = firstRow;
      this.lastRow = lastRow;
      this.firstColumn = firstColumn;
    }

    /** What a cell of the block says; the rows have to be asked from top to bottom. */
    String text(int row, int column, String said, boolean isWords) {
      if (row == firstRow && column == firstColumn) {
        words = isWords ? said : "";
      }
      return said.isEmpty() && column == firstColumn ? words : said;
    }
  }

  /** The blocks of a sheet by its place in the workbook, from 0. */
  static MergedCells of(byte[] workbook, int sheetIndex) throws IOException {
    MergedCells merged = new MergedCells();
    String sheet = part(workbook, target(workbook, sheetIndex));
    for (int at = sheet.indexOf("<mergeCell "); at >= 0; at = sheet.indexOf("<mergeCell ", at + 1)) {
      merged.add(attribute(sheet.substring(at, sheet.indexOf('>', at)), "ref"));
    }
    return merged;
  }

  boolean isEmpty() {
    return blocksOfColumn.isEmpty();
  }

  /** The block that holds a cell, or null. */
  Block at(int row, int column) {
    TreeMap<Integer, Block> blocks = blocksOfColumn.get(column);
    Map.Entry<Integer, Block> above = blocks == null ? null : blocks.floorEntry(row);
    return above != null && row <= above.getValue().lastRow ? above.getValue() : null;
  }

  private void add(String ref) {
    int colon = ref.indexOf(':');
    if (colon < 0) {
      return;
    }
    int[] first = place(ref.substring(0, colon));
    int[] last = place(ref.substring(colon + 1));
    Block block = new Block(first[0], last[0], first[1]);
    for (int column = first[1]; column <= Math.min(last[1], MOST_COLUMNS); column++) {
      blocksOfColumn.computeIfAbsent(column, key -> new TreeMap<>()).put(first[0], block);
    }
  }

  /** Row from 1 and column from 0 of a reference such as {@code B7}. */
  private static int[] place(String cell) {
    int column = 0;
    int row = 0;
    for (char c : cell.toCharArray()) {
      if (c >= 'A' && c <= 'Z') {
        column = column * 26 + c - 'A' + 1;
      } else if (c >= '0' && c <= '9') {
        row = row * 10 + c - '0';
      }
    }
    return new int[] {row, column - 1};
  }

  /** The path of a sheet inside the workbook: its place in the list leads to an id, and the id to the path. */
  private static String target(byte[] workbook, int sheetIndex) throws IOException {
    String list = part(workbook, FOLDER + "workbook.xml");
    int sheet = list.indexOf("<sheet ");
    for (int i = 0; i < sheetIndex && sheet >= 0; i++) {
      sheet = list.indexOf("<sheet ", sheet + 1);
    }
    String id = sheet < 0 ? "" : attribute(list.substring(sheet, list.indexOf('>', sheet)), "r:id");
    String relations = part(workbook, FOLDER + "_rels/workbook.xml.rels");
    for (int at = relations.indexOf("<Relationship "); at >= 0; at = relations.indexOf("<Relationship ", at + 1)) {
      String tag = relations.substring(at, relations.indexOf('>', at));
      if (attribute(tag, "Id").equals(id)) {
        String target = attribute(tag, "Target");
        return target.startsWith("/") ? target.substring(1) : FOLDER + target;
      }
    }
    return "";
  }

  private static String attribute(String tag, String name) {
    int at = tag.indexOf(" " + name + "=\"");
    int from = at + name.length() + 3;
    int to = at < 0 ? -1 : tag.indexOf('"', from);
    return to < 0 ? "" : tag.substring(from, to);
  }

  private static String part(byte[] workbook, String path) throws IOException {
    try (ZipFile zip = archive(workbook)) {
      ZipArchiveEntry entry = zip.getEntry(path);
      if (entry == null) {
        return "";
      }
      try (InputStream in = zip.getInputStream(entry)) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }

  /** By its directory, for the entries themselves need not say how long they are. */
  static ZipFile archive(byte[] workbook) throws IOException {
    return ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook)).get();
  }
}
