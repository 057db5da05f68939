package vn.cuulong.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.TableName;
import vn.cuulong.lake.Lake;
import vn.cuulong.lake.Leases;
import vn.cuulong.landing.SubjectKey;
import vn.cuulong.landing.SubjectSearch;
import vn.cuulong.run.RunIdentity;
import vn.cuulong.run.RunRequest;
import vn.cuulong.run.SubjectErasure;
import vn.cuulong.run.SubjectErasure.Hit;
import vn.cuulong.run.SubjectErasure.Search;
import vn.cuulong.run.TableOutcome;

/** Takes the rows of one person out of the warehouse. */
@Command(name = "erase", mixinStandardHelpOptions = true,
    description = "Take the rows of one person out of the warehouse, earlier versions included, and never read them again. "
        + "The landing files are the provider's: the lines are listed.",
    footer = {"", "A person is named by a keyed hash of a phone number, an identity number or a name:", "",
        "  cuulong erase --value-from - --key-file KEY --only-hash      reads the value, prints the hash",
        "  cuulong erase --subject HASH --key-file KEY --dry-run", "",
        "The key may also be named by CUULONG_SUBJECT_KEY_FILE."})
final class EraseCommand implements Callable<Integer> {
  private static final int HASH_LENGTH = 64;

  private final Environment environment;

  @ArgGroup(multiplicity = "1")
  private Subject subject;

  /** Who it is: one of the two. */
  private static final class Subject {
    @Option(names = "--subject", paramLabel = "HASH", description = "The keyed hash of the person, 64 digits.")
    private String hash;

    @Option(names = "--value-from", paramLabel = "FILE|-",
        description = "A file, or - for standard input, with the value itself; it is hashed and kept nowhere.")
    private String valueFrom;
  }

  @Option(names = "--key-file", paramLabel = "FILE", defaultValue = "${env:CUULONG_SUBJECT_KEY_FILE}",
      description = "File with the key of the hashes, 16 bytes or more, which lies outside warehouse and landing folder.")
  private String keyFile;

  @Option(names = "--only-hash", description = "Print the hash of the value, and do nothing else.")
  private boolean onlyHash;

  @Option(names = "--dry-run", description = "Only say where rows of the person are.")
  private boolean dryRun;

  @Mixin
  private LandingPlace landing;

  @Mixin
  private Places places;

  EraseCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    SubjectKey key = key();
    String hash = subject.hash != null ? given(subject.hash) : key.hash(value());
    PrintStream out = environment.out();
    if (onlyHash) {
      out.println(hash);
      return ExitCode.DONE.number();
    }
    Jobs jobs = places.readJobs();
    Configuration conf = landing.settings(environment.home());
    String from = landing.existing(environment.home());
    SubjectErasure erasure = new SubjectErasure(jobs, from, conf, new Lake(null, places.warehouse()));
    Search search = erasure.search(new SubjectSearch(key, hash, conf));
    print(search, from);
    List<TableName> tables = erasure.toBuild(search);
    ExitCode code = search.unsearched().isEmpty() ? ExitCode.DONE : ExitCode.NOT_READY;
    if (search.hits().isEmpty() || dryRun) {
      out.println(search.hits().isEmpty() ? "Nothing to erase." : "Would build without these rows, and delete every data "
          + "file that holds them: " + String.join(", ", tables.stream().map(TableName::toString).toList()) + ".");
      return code.number();
    }
    return ExitCode.graver(code, erase(jobs, erasure, search, tables)).number();
  }

  private ExitCode erase(Jobs jobs, SubjectErasure erasure, Search search, List<TableName> tables) {
    PrintStream out = environment.out();
    // The hash stays out of the record: with the key it would name the person again.
    RunIdentity identity = RunCommand.identity(environment, "cuulong erase");
    erasure.note(search, identity);
    String warehouse = places.warehouse();
    Works works = landing.works(environment, jobs, places);
    List<TableOutcome> outcomes;
    try (ConsoleProgress progress = new ConsoleProgress(out, environment.columns())) {
      outcomes = works.run(new RunRequest(tables, null, false), identity, progress);
    }
    SparkSession session = environment.session().apply(warehouse);
    Lake lake = new Lake(session, warehouse);
    try (Leases leases = lake.leases(identity.clock(), identity.runId())) {
      int purged = erasure.purge(search, lake, session, leases, identity.runId());
      out.println("Erased: " + Words.counted(rows(search), "row") + "; " + Words.counted(purged, "data file")
          + " of earlier versions deleted. Versions that had them can no longer be read.");
    }
    out.println("The ledger keeps the places of the rows, and nothing of what they said.");
    return ExitCode.of(outcomes);
  }

  private void print(Search search, String from) {
    PrintStream out = environment.out();
    out.println(Words.counted(search.searched(), "file") + " with personal data searched below " + from + ": "
        + Words.counted(rows(search), "row") + " of this person in " + Words.counted(search.hits().size(), "file"));
    for (Hit hit : search.hits()) {
      out.println("  " + hit.path() + " (" + hit.table() + "): " + String.join(", ", hit.places()));
    }
    if (!search.hits().isEmpty()) {
      out.println("  These lines stay in the landing files, which are the provider's: ask for files without them.");
      out.println("  Các dòng này vẫn còn trong tệp gốc của bên cung cấp: hãy đề nghị gửi tệp không có chúng.");
    }
    search.unsearched().forEach(file -> out.println("  not searched: " + file));
  }

  private static long rows(Search search) {
    return search.hits().stream().mapToLong(hit -> hit.positions().length).sum();
  }

  private SubjectKey key() {
    if (keyFile == null || keyFile.isBlank()) {
      throw CommandFailure.wrongUse("There is no key. / Chưa có khóa.",
          "Neither --key-file nor CUULONG_SUBJECT_KEY_FILE names one. / Chưa chỉ ra tệp khóa.",
          "Give the file with which the hash was made. / Hãy chỉ tệp khóa đã dùng để tạo mã băm.");
    }
    try {
      return new SubjectKey(Files.readString(Path.of(keyFile)).strip().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchFileException | InvalidPathException absent) {
      // Its name is not repeated: it may be the key itself, given in the place of the file.
      throw CommandFailure.wrongUse("The key cannot be used. / Không dùng được khóa.",
          "The file that is to hold it is not there. / Không có tệp chứa khóa.", "Give the name of a file, not the key: "
              + "openssl rand -hex 32 > FILE makes one. / Hãy chỉ tên tệp, không phải khóa.");
    } catch (IOException | IllegalArgumentException unusable) {
      throw CommandFailure.wrongUse("The key cannot be used. / Không dùng được khóa.",
          keyFile + ": " + unusable.getMessage() + ".", "Make one with: openssl rand -hex 32 > FILE. / Tạo khóa bằng: "
              + "openssl rand -hex 32 > FILE.");
    }
  }

  private static String given(String hash) {
    boolean valid = hash.length() == HASH_LENGTH
        && hash.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
    if (!valid) {
      throw CommandFailure.wrongUse("What stands behind --subject is no hash. / Giá trị sau --subject không phải mã băm.",
          "A hash has 64 digits, 0 to 9 and a to f. / Mã băm có 64 chữ số 0–9, a–f.",
          "Make it of the value with --value-from and --only-hash. / Tạo bằng --value-from và --only-hash.");
    }
    return hash;
  }

  private String value() {
    try (InputStream in = subject.valueFrom.equals("-") ? System.in : Files.newInputStream(Path.of(subject.valueFrom))) {
      String value = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
      if (!value.isEmpty() && value.indexOf('\n') < 0) {
        return value;
      }
      throw CommandFailure.wrongUse("There is not one value. / Không có đúng một giá trị.",
          value.isEmpty() ? "It is empty. / Trống." : "It has several lines. / Có nhiều dòng.",
          "Give one phone number, identity number or name. / Hãy cho một số điện thoại, số định danh hoặc họ tên.");
    } catch (IOException unreadable) {
      throw CommandFailure.wrongUse("The value cannot be read. / Không đọc được giá trị.",
          String.valueOf(unreadable.getMessage()), "Give --value-from a file, or - and type it. / Hãy chỉ một tệp, hoặc -.");
    }
  }
}
