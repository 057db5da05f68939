package vn.cuulong.publish;

import java.nio.charset.StandardCharsets;

/**
 * A table as SDMX-CSV 2.1: one line an observation; a number that is not known has no line; one
 * that is withheld has a line without a value. Without the mark of UTF-8
 * at its start, which SDMX readers take for a part of the first name.
 */
final class SdmxData {
  private static final String FREE = "F";

  private final StringBuilder text = new StringBuilder();

  private SdmxData() {}

  static byte[] of(FrozenTable table, ReleaseVersion version) {
    SdmxShape shape = SdmxShape.of(table);
    SdmxData data = new SdmxData();
    data.header(shape);
    String structure = "datastructure," + SdmxShape.AGENCY + ":" + SdmxShape.structure(table) + "("
        + SdmxShape.version(version) + "),R";
    for (Object[] row : table.rows()) {
      String before = data.dimensions(shape, row);
      String after = data.attributes(shape, row);
      for (int measure : shape.measures()) {
        String confidentiality = shape.hasConfidentiality() ? shape.confidentialityOf(row, measure) : FREE;
        if (row[measure] != null || !confidentiality.equals(FREE)) {
          FrozenColumn column = table.columns().get(measure);
          String unit = column.column().unit();
          data.text.append(structure).append(before).append(',').append(column.name()).append(',')
              .append(PlainText.of(row[measure])).append(',').append(unit == null ? "" : unit);
          if (shape.hasConfidentiality()) {
            data.text.append(',').append(confidentiality);
          }
          data.text.append(after).append('\n');
        }
      }
    }
    return data.text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void header(SdmxShape shape) {
    text.append("STRUCTURE,STRUCTURE_ID,ACTION");
    shape.dimensions().forEach(at -> text.append(',').append(shape.id(at)));
    if (shape.time() >= 0) {
      text.append(',').append(SdmxShape.TIME_PERIOD);
    }
    text.append(',').append(SdmxShape.VARIABLE).append(',').append(SdmxShape.OBS_VALUE).append(',')
        .append(SdmxShape.UNIT_MEASURE);
    if (shape.hasConfidentiality()) {
      text.append(',').append(SdmxShape.CONF_STATUS);
    }
    if (shape.hasStatus()) {
      text.append(',').append(SdmxShape.OBS_STATUS);
    }
    shape.attributes().forEach(at -> text.append(',').append(shape.id(at)));
    text.append('\n');
  }

  private String dimensions(SdmxShape shape, Object[] row) {
    StringBuilder values = new StringBuilder();
    shape.dimensions().forEach(at -> values.append(',').append(field(row[at])));
    if (shape.time() >= 0) {
      values.append(',').append(shape.timeOf(row));
    }
    return values.toString();
  }

  private String attributes(SdmxShape shape, Object[] row) {
    StringBuilder values = new StringBuilder();
    if (shape.hasStatus()) {
      values.append(',').append(shape.statusOf(row));
    }
    shape.attributes().forEach(at -> values.append(',').append(field(row[at])));
    return values.toString();
  }

  private static String field(Object value) {
    String plain = value instanceof Number ? PlainText.of(value) : PlainText.harmlessBetweenMarks(PlainText.of(value));
    boolean quoted = plain.indexOf(',') >= 0 || plain.indexOf('"') >= 0 || plain.indexOf('\n') >= 0
        || plain.indexOf('\r') >= 0;
    return quoted ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
  }
}
