package vn.cuulong.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Writes synthetic landing files and the truth about what was spoiled in them. The same spec gives the same bytes;
 * the tidy values do not depend on how much is spoiled, nor on how the period is cut into files.
 */
public final class Generator {
  private final GenerateSpec spec;
  private final Consumer<Generated.File> progress;
  private final List<Generated.File> files = new ArrayList<>();

  private Generator(GenerateSpec spec, Consumer<Generated.File> progress) {
    this.spec = spec;
    this.progress = progress;
  }

  /** Ids of all sources that can be generated. */
  public static List<String> sourceIds() {
    return Sources.all().stream().map(Source::id).toList();
  }

  /**
   * Generates.
   *
   * @param progress is told of every finished file
   * @throws IOException when the folder cannot be written
   */
  public static Generated generate(GenerateSpec spec, Consumer<Generated.File> progress) throws IOException {
    Generator generator = new Generator(spec, progress);
    for (Source source : Sources.chosen(spec.sources())) {
      generator.write(source);
    }
    return new Generated(
        List.copyOf(generator.files),
        generator.files.stream().mapToLong(Generated.File::rows).sum(),
        generator.files.stream().mapToLong(Generated.File::spoiled).sum());
  }

  private void write(Source source) throws IOException {
    Files.createDirectories(spec.out().resolve(source.id()));
    Records records = source.records().get();
    Share share = new Share(records, spec);
    GenerateSpec.Files cut =
        records.monthly() && spec.files() == GenerateSpec.Files.DAY ? GenerateSpec.Files.MONTH : spec.files();
    Path truthPath = spec.out().resolve("_truth").resolve(source.id() + ".csv");
    try (TruthFile truth = new TruthFile(truthPath, source.table(), source.id())) {
      SourceWriter writer = new SourceWriter(source, spec, truth);
      LocalDate corrected = source.corrected() ? correctedMonth(cut) : null;
      int number = 0;
      for (LocalDate start = spec.from(); !start.isAfter(spec.to()); number++) {
        LocalDate end = endOf(cut, start);
        file(source, writer, number, start, cut.label(start, spec.to()), () -> {
          for (LocalDate day = writer.start(); !day.isAfter(end); day = day.plusDays(1)) {
            writer.day(day, corrected != null && day.withDayOfMonth(1).equals(corrected));
            records.day(day, share.of(day), random(source, day, 1), writer);
          }
        });
        if (corrected != null && end.withDayOfMonth(1).equals(corrected)) {
          file(source, writer, number, start, cut.label(start, spec.to()) + ".v2", () -> {
            writer.day(corrected, true);
            records.correction(corrected, random(source, corrected, 3), writer);
          });
        }
        start = end.plusDays(1);
      }
    }
  }

  /** Writes the body of a file. */
  private interface Body {
    void write() throws IOException;
  }

  private void file(Source source, SourceWriter writer, int number, LocalDate start, String label, Body body)
      throws IOException {
    String name = source.fileName(label);
    Path path = spec.out().resolve(source.id()).resolve(name);
    OutputStream out = source.pack().open(path);
    writer.open(out, source.id() + "/" + name, number, start);
    try {
      body.write();
    } finally {
      writer.close();
    }
    if (writer.rows() == 0) {
      // A quiet day: nobody sends a file without a record.
      Files.delete(path);
      return;
    }
    Generated.File file = new Generated.File(source.id(), path, writer.rows(), writer.spoiled());
    files.add(file);
    progress.accept(file);
  }

  /** The last month of the last file but one: its figures were estimates, and are corrected later. */
  private LocalDate correctedMonth(GenerateSpec.Files cut) {
    LocalDate last = cut.start(spec.to(), spec.from());
    return last.equals(spec.from()) ? null : last.minusDays(1).withDayOfMonth(1);
  }

  private LocalDate endOf(GenerateSpec.Files cut, LocalDate start) {
    LocalDate stretch = cut.start(start, spec.from());
    LocalDate end = start;
    while (end.isBefore(spec.to()) && cut.start(end.plusDays(1), spec.from()).equals(stretch)) {
      end = end.plusDays(1);
    }
    return end;
  }

  /** Random numbers of one source and day: no order of writing changes them. */
  private SplittableRandom random(Source source, LocalDate day, int purpose) {
    return randomOf(spec.seed(), source.id(), day.toEpochDay(), purpose);
  }

  static SplittableRandom randomOf(long seed, String source, long day, int purpose) {
    long mixed = seed * 0x9E3779B97F4A7C15L + source.hashCode() * 0xBF58476D1CE4E5B9L + day * 0x94D049BB133111EBL
        + purpose;
    return new SplittableRandom(new SplittableRandom(mixed).nextLong());
  }

  /** The part of the total that each day gets: by season, to the row exactly. */
  private static final class Share {
    private final long[] until;
    private final long firstDay;

    Share(Records records, GenerateSpec spec) {
      int days = (int) spec.days();
      until = new long[days + 1];
      firstDay = spec.from().toEpochDay();
      long total = records.total(spec);
      double[] reached = new double[days + 1];
      for (int i = 0; i < days; i++) {
        reached[i + 1] = reached[i] + records.season().of(spec.from().plusDays(i));
      }
      for (int i = 0; i <= days && total > 0; i++) {
        until[i] = Math.round(total * reached[i] / reached[days]);
      }
    }

    long of(LocalDate day) {
      int index = (int) (day.toEpochDay() - firstDay);
      return until[index + 1] - until[index];
    }
  }
}
