package vn.cuulong.lake;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import vn.cuulong.contract.TableName;

/**
 * What was built from what, as JSON files below {@code <warehouse>/_ledger}: {@code <layer>.<name>/state.json} for
 * each table, {@code runs/<run_id>.json} for each run. Every file is put in place whole. Needs no session, so that
 * planning and {@code status} take no time. Only the holder of a table's lease saves its state.
 */
public final class Ledger {
  static final String FOLDER = "_ledger";
  private static final String ERASURES = FOLDER + "/erasures";
  private static final JsonMapper JSON = json();

  private final Storage storage;

  Ledger(Storage storage) {
    this.storage = storage;
  }

  /** The state of a table; that of one never built when there is none. */
  public TableState state(TableName table) {
    String path = FOLDER + "/" + table + "/state.json";
    return load(path, TableState.class).orElseGet(() -> TableState.of(table));
  }

  /** Saves the state of a table. */
  public void save(TableState state) {
    storage.write(FOLDER + "/" + state.table() + "/state.json", bytes(state));
  }

  /** Every table the ledger knows, sorted by name. */
  public List<TableState> states() {
    List<TableState> states = new ArrayList<>();
    for (String name : storage.names(FOLDER)) {
      if (name.indexOf('.') > 0) {
        load(FOLDER + "/" + name + "/state.json", TableState.class).ifPresent(states::add);
      }
    }
    return states;
  }

  /** Saves the record of a run; called when it starts, after each table, and when it ends. */
  public void save(RunRecord run) {
    storage.write(FOLDER + "/runs/" + run.runId() + ".json", bytes(run));
  }

  /** The record of a run. */
  public Optional<RunRecord> run(String runId) {
    return load(FOLDER + "/runs/" + runId + ".json", RunRecord.class);
  }

  /** Every run, oldest first. */
  public List<RunRecord> runs() {
    List<RunRecord> runs = new ArrayList<>();
    for (String id : runIds()) {
      run(id).ifPresent(runs::add);
    }
    return runs;
  }

  /** Ids of every run, oldest first, without opening their records. */
  public List<String> runIds() {
    return storage.names(FOLDER + "/runs").stream()
        .filter(name -> name.endsWith(".json") && !name.startsWith("."))
        .map(name -> name.substring(0, name.length() - 5))
        .toList();
  }

  /** Saves what was erased at the request of a person. It is never trimmed: without it the rows would come back. */
  public void save(Erasure erasure) {
    storage.write(ERASURES + "/" + erasure.runId() + ".json", bytes(erasure));
  }

  /** Sorted positions of rows that are never read again, by the id of their file. */
  public Map<String, long[]> erased() {
    Map<String, TreeSet<Long>> merged = new TreeMap<>();
    for (String name : storage.names(ERASURES)) {
      if (name.endsWith(".json") && !name.startsWith(".")) {
        load(ERASURES + "/" + name, Erasure.class).ifPresent(erasure -> erasure.rows().forEach((file, positions) ->
            merged.computeIfAbsent(file, key -> new TreeSet<>()).addAll(positions)));
      }
    }
    Map<String, long[]> erased = new TreeMap<>();
    merged.forEach((file, positions) ->
        erased.put(file, positions.stream().mapToLong(Long::longValue).toArray()));
    return erased;
  }

  /** Forgets a run: its record is deleted. */
  public void forget(String runId) {
    storage.delete(FOLDER + "/runs/" + runId + ".json");
  }

  /**
   * Drafts that a process left when it died while it wrote a file of the ledger.
   *
   * @param before younger ones are left alone: somebody may be writing them
   * @return paths below the warehouse
   */
  public List<String> drafts(Instant before) {
    List<String> drafts = new ArrayList<>();
    for (String folder : storage.names(FOLDER)) {
      String path = FOLDER + "/" + folder;
      storage.files(path).stream().filter(file -> file.name().startsWith(".") && !file.name().endsWith(".crc")
          && file.modified() < before.toEpochMilli()).forEach(file -> drafts.add(path + "/" + file.name()));
    }
    return drafts;
  }

  /** Deletes a draft. */
  public void deleteDraft(String path) {
    storage.delete(path);
  }

  private <T> Optional<T> load(String path, Class<T> type) {
    return storage.read(path).map(bytes -> {
      try {
        T value = JSON.readValue(bytes, type);
        boolean ofAnother = value instanceof TableState state
            && !path.equals(FOLDER + "/" + state.table() + "/state.json");
        if (value == null || ofAnother) {
          throw new IOException("it says nothing of this table");
        }
        return value;
      } catch (IOException e) {
        String file = storage.root() + "/" + path;
        throw new LakeException("The ledger file " + file + " cannot be read. / Không đọc được tệp sổ cái "
            + file + ".",
            "It is not whole: " + firstLine(e) + " / Tệp không còn nguyên vẹn.", "Files of the ledger are written by "
            + "the "
            + "software only. Move this one away; the table it belongs to is then built again from its files. / Hãy "
            + "chuyển tệp này đi chỗ khác; bảng của nó sẽ được dựng lại từ các tệp nguồn.", e);
      }
    });
  }

  private static String firstLine(IOException unreadable) {
    return String.valueOf(unreadable.getMessage()).lines().findFirst().orElse("");
  }

  private static byte[] bytes(Object value) {
    try {
      return JSON.writeValueAsBytes(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes and reads the small types of the ledger as text. */
  static JsonMapper json() {
    SimpleModule words = new SimpleModule();
    word(words, Instant.class, Instant::parse);
    word(words, LocalDate.class, LocalDate::parse);
    word(words, TableName.class, TableName::of);
    return JsonMapper.builder()
        .addModule(words)
        .visibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
        .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
        .visibility(PropertyAccessor.CREATOR, JsonAutoDetect.Visibility.ANY)
        .serializationInclusion(JsonInclude.Include.NON_NULL)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
  }

  private static <T> void word(SimpleModule module, Class<T> type, Function<String, T> parse) {
    module.addSerializer(type, new JsonSerializer<T>() {
      @Override
      public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
        out.writeString(value.toString());
      }
    });
    module.addDeserializer(type, new JsonDeserializer<T>() {
      @Override
      public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
        return parse.apply(in.getText());
      }
    });
  }
}
