package vn.cuulong.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Takes the rows of one source, spoils some, writes them into the open file and the faults into the truth file. */
final class SourceWriter implements Records.Taker {
  private final Source source;
  private final GenerateSpec spec;
  private final TruthFile truth;
  private final Dirt dirt;
  private final RowDirt rowDirt;
  private final List<String> keyColumns;
  private RecordFile file;
  private String fileName;
  private LocalDate start;
  private SplittableRandom random;
  private boolean clean;
  private long rows;
  private long spoiledBefore;

  SourceWriter(Source source, GenerateSpec spec, TruthFile truth) {
    this.source = source;
    this.spec = spec;
    this.truth = truth;
    this.dirt = new Dirt(source.style(), spec.dirt());
    this.rowDirt = new RowDirt(source.fields(), source.key(), source.layout(), source.style(), spec.dirt());
    this.keyColumns = source.keyColumns();
  }

  void open(OutputStream out, String name, int number, LocalDate from) throws IOException {
    fileName = name;
    start = from;
    rows = 0;
    spoiledBefore = truth.count();
    boolean later = !from.isBefore(Place.BREAK);
    List<String> headers = source.fields().stream().map(field -> field.header(later)).toList();
    Formats formats = new Formats(source.style());
    file = switch (source.layout()) {
      case DELIMITED ->
          new DelimitedFile(out, source.lettering(number), source.delimiter(), formats, headers);
      case JSON_LINES -> new JsonLinesFile(out, formats, headers);
      case SPREADSHEET -> new SpreadsheetFile(out, source.sheet(), source.fields(), headers);
    };
  }

  LocalDate start() {
    return start;
  }

  /** Begins a day; nothing is spoiled on a clean one, because a later file corrects it. */
  void day(LocalDate day, boolean cleanDay) {
    clean = cleanDay;
    random = Generator.randomOf(spec.seed(), source.id(), day.toEpochDay(), 2);
    dirt.begin(random);
  }

  @Override
  public void take(Row row) throws IOException {
    if (!clean && rowDirt.spoils(row, random)) {
      spoiledRow(row);
      return;
    }
    file.begin();
    for (int field = 0; field < source.fields().size(); field++) {
      if (!clean && dirt.spoils(row, field) && file.holds(dirt.said)) {
        file.said(field, dirt.said);
        for (String column : source.fields().get(field).feeds()) {
          String right = dirt.right(row, field, column);
          truth.about(fileName, row.placeDay, source.keyOf(row, keyColumns))
              .say(column, dirt.kind, dirt.said, right, right.isEmpty() ? "missing" : "value", "");
        }
      } else {
        file.tidy(row, field);
      }
    }
    file.end(null);
    rows++;
  }

  private void spoiledRow(Row row) throws IOException {
    RowDirt.Fault fault = rowDirt.fault;
    boolean twice = fault == RowDirt.Fault.DUPLICATE_SAME || fault == RowDirt.Fault.DUPLICATE_CONFLICT;
    write(row, rowDirt.field, rowDirt.said, twice ? null : fault);
    String column = rowDirt.field < 0 ? "" : source.fields().get(rowDirt.field).feeds().get(0);
    truth.about(fileName, row.placeDay, source.keyOf(row, keyColumns)).say(column,
        fault.name().toLowerCase(Locale.ROOT), rowDirt.said == null ? "" : rowDirt.said, "", fault.outcome, fault.code);
    if (twice) {
      write(row, -1, null, null);
    }
  }

  private void write(Row row, int altered, String said, RowDirt.Fault broken) throws IOException {
    file.begin();
    for (int field = 0; field < source.fields().size(); field++) {
      if (field == altered) {
        file.said(field, said);
      } else {
        file.tidy(row, field);
      }
    }
    file.end(broken);
    rows++;
  }

  void close() throws IOException {
    file.close();
  }

  long rows() {
    return rows;
  }

  long spoiled() {
    return truth.count() - spoiledBefore;
  }
}
