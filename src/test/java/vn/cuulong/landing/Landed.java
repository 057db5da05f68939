package vn.cuulong.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import vn.cuulong.contract.Dictionary;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.JobsReader;
import vn.cuulong.contract.SourceContract;
import vn.cuulong.contract.TableContract;
import vn.cuulong.contract.TableName;
import vn.cuulong.table.RowBlock;
import vn.cuulong.table.Schemas;
import vn.cuulong.vietnamese.Doubt;

/**
 * One landed file, read as a night reads it but without Spark: accepted rows, rejected rows with raw
 * text and reasons, or the fault for which the whole file is refused.
 */
final class Landed {
  static final Jobs JOBS = JobsReader.read(Path.of("jobs"));

  /** Accepted rows, each column as text; empty for a missing value. */
  final List<Map<String, String>> rows = new ArrayList<>();
  /** Rejected rows as {@code ops.reject} gets them. */
  final List<Reject> rejects = new ArrayList<>();
  /** Issues of the file as a whole. */
  List<String> notes = List.of();
  /** Why the whole file is refused, or null. */
  Doubt fault;
  String found;
  FileLayout layout;

  record Reject(long position, List<String> codes, String raw) {}

  private Landed() {}

  static SourceContract source(String id) {
    return JOBS.sources().get(id);
  }

  /** The same source with another look of its files. */
  static SourceContract source(String id, String encoding, boolean multiline) {
    SourceContract s = source(id);
    SourceContract.Format f = s.format();
    return new SourceContract(s.id(), s.feeds(), s.title(), s.provider(), s.files(),
        new SourceContract.Format(f.layout(), f.delimiter(), encoding, multiline, f.headerRows(), f.titleRows(),
            f.sheet(), f.fillDown(), f.skipRows(), f.numbers(), f.dates()),
        s.dataOrigin(), s.frequency(), s.lateAfterDays(), s.personal(), s.columns(), s.drops(), s.ignores());
  }

  static Landed read(Path landing, SourceContract source, String name, byte[] bytes) {
    return read(landing, source, name, bytes, Long.MAX_VALUE);
  }

  static Landed read(Path landing, SourceContract source, String name, String text) {
    return read(landing, source, name, text.getBytes(StandardCharsets.UTF_8), Long.MAX_VALUE);
  }

  /** Reads a file in parts of so many bytes, when it can be read in parts. */
  static Landed read(Path landing, SourceContract source, String name, byte[] bytes, long partBytes) {
    try {
      Path file = landing.resolve(source.id()).resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      return stored(landing, source, name, partBytes);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Reads a file that is there. */
  static Landed stored(Path landing, SourceContract source, String name, long partBytes) throws IOException {
    Landed landed = new Landed();
    Configuration conf = new Configuration(false);
    LandingFolder folder = new LandingFolder(conf, landing.toUri().toString());
    LandingFolder.Found found = folder.files().stream()
        .filter(file -> file.path().equals(source.id() + "/" + name)).findFirst().orElseThrow();
    assertThat(LandingFolder.matches(source, found.path())).as("%s belongs to %s", name, source.id()).isTrue();
    TableContract table = JOBS.tables().get(source.feeds());
    TablePlan plan = new TablePlan(table, JOBS.dictionary());
    try {
      landed.layout = new FileInspection(conf, folder.identify(found, source), source, table).layout();
    } catch (LandingFault fault) {
      landed.refuse(fault.doubt(), fault.getMessage());
      return landed;
    }
    landed.notes = landed.layout.notes();
    landed.read(plan, conf, partBytes);
    return landed;
  }

  /** Reads its parts, and again what was rejected. */
  private void read(TablePlan plan, Configuration conf, long partBytes) {
    ArrayList<FileSurvey.Reject> rejected = new ArrayList<>();
    for (ReadBlock block : new Survey(plan, List.of(layout), null, conf).read(parts(partBytes))) {
      FileSurvey survey = block.survey();
      if (survey.fault != null) {
        rows.clear();
        refuse(survey.fault, survey.faultFound);
        return;
      }
      rejected.addAll(survey.rejects);
      rows.addAll(ReadFile.texts(block.rows(), Schemas.of(plan.table())));
      long read = survey.counts.values().stream().mapToLong(count -> count.read).sum();
      assertThat(read).as("read = accepted + rejected").isEqualTo(block.keys().size() + survey.rejects.size());
      assertThat(block.rows().size()).as("accepted rows").isEqualTo(block.keys().size());
    }
    RejectRows again = new RejectRows(null, TableName.of(plan.table().name().toString()), List.of(), conf);
    RowBlock block = again.read(new RejectRows.Group(layout, rejected));
    for (Map<String, String> row : ReadFile.texts(block, RejectRows.SCHEMA)) {
      List<String> codes = Arrays.stream(row.get("codes").split(",")).filter(code -> !code.isEmpty()).toList();
      assertThat(codes).as("reasons of the row at %s", row.get("position")).isNotEmpty();
      assertThat(row.get("raw")).as("raw text of the row at %s", row.get("position")).isNotEmpty();
      rejects.add(new Reject(Long.parseLong(row.get("position")), codes, row.get("raw")));
    }
  }

  private List<FilePart> parts(long partBytes) {
    List<FilePart> parts = new ArrayList<>();
    boolean several = layout.splittable() && partBytes < Long.MAX_VALUE;
    long start = layout.dataStart();
    while (start < Long.MAX_VALUE) {
      long end = several && start + partBytes < layout.file().size() ? start + partBytes : Long.MAX_VALUE;
      parts.add(new FilePart(0, start, end));
      start = end;
    }
    return parts;
  }

  private void refuse(Doubt doubt, String what) {
    fault = doubt;
    found = what;
    // The program never says "null", quoted or not; a longer text that it quotes from the file may hold the letters.
    assertThat(what.replaceAll("\"(?!null\")[^\"]*\"|'[^']*'", "")).as("what was found in the file").isNotBlank()
        .doesNotContain("null");
    Dictionary.Issue issue = JOBS.dictionary().issues().get(doubt.code());
    assertThat(issue).as("problem, cause and remedy of %s", doubt.code()).isNotNull();
  }

  /** One column of the accepted rows. */
  List<String> column(String name) {
    return rows.stream().map(row -> row.get(name)).toList();
  }

  /** Codes of the rejected rows. */
  List<List<String>> codes() {
    return rejects.stream().map(Reject::codes).toList();
  }

  /** Everything that was read, for comparing two readings. */
  String all() {
    return fault + " " + found + " " + rows.stream().map(LinkedHashMap::new).peek(row -> row.remove("file_id")).toList()
        + " " + rejects;
  }
}
