package vn.cuulong.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.cuulong.contract.Grain;
import vn.cuulong.contract.TableContract;
import vn.cuulong.contract.TableContract.Input;
import vn.cuulong.contract.TableName;
import vn.cuulong.lake.TableState;
import vn.cuulong.lake.TableState.BuiltInterval;
import vn.cuulong.table.Interval;

/** Which intervals of a mart are not what its inputs say: a comparison of fingerprints, nothing remembered. */
final class MartDue {
  /** The name under which the ledger books a table that is built whole. */
  static final String WHOLE = "";

  private final TableContract table;
  private final String code;
  private final Map<TableName, TableState> inputs;
  private final int ownLookback;

  /**
   * A comparison for one mart.
   *
   * @param code fingerprint of what builds the mart
   * @param inputs states of its inputs, itself left out
   */
  MartDue(TableContract table, String code, Map<TableName, TableState> inputs) {
    this.table = table;
    this.code = code;
    this.inputs = inputs;
    this.ownLookback = table.inputs().stream().filter(input -> input.table().equals(table.name()))
        .mapToInt(Input::lookback).max().orElse(0);
  }

  /**
   * Fingerprint of the inputs of each interval that the inputs were built for. One without rows counts too: files had
   * rows of it, all of them refused, and a mart may read the books that say so.
   */
  SortedMap<String, String> fingerprints() {
    Grain grain = table.intervalGrain();
    SortedSet<String> starts = new TreeSet<>();
    List<String> whole = new ArrayList<>();
    List<SortedMap<String, List<String>>> dated = new ArrayList<>();
    List<Integer> lookbacks = new ArrayList<>();
    for (Input input : table.inputs()) {
      TableState state = inputs.get(input.table());
      if (state == null) {
        continue;
      }
      if (input.lookback() < 0) {
        state.builtIntervals().forEach((interval, built) -> whole.add(word(state, interval, built)));
        continue;
      }
      SortedMap<String, List<String>> words = new TreeMap<>();
      state.builtIntervals().forEach((interval, built) -> {
        String start = grain.start(LocalDate.parse(interval)).toString();
        words.computeIfAbsent(start, key -> new ArrayList<>()).add(word(state, interval, built));
      });
      starts.addAll(words.keySet());
      dated.add(words);
      lookbacks.add(Math.max(input.lookback(), ownLookback));
    }
    if (table.isWhole()) {
      return whole.isEmpty() ? new TreeMap<>()
          : new TreeMap<>(Map.of(WHOLE, CodeFingerprint.ofTexts(List.of(code, CodeFingerprint.ofTexts(whole)))));
    }
    String wholeWord = CodeFingerprint.ofTexts(whole);
    SortedMap<String, String> fingerprints = new TreeMap<>();
    for (String start : starts) {
      List<String> words = new ArrayList<>(List.of(code, wholeWord));
      for (int i = 0; i < dated.size(); i++) {
        String from = grain.plus(LocalDate.parse(start), -lookbacks.get(i)).toString();
        String end = grain.next(LocalDate.parse(start)).toString();
        dated.get(i).subMap(from, end).values().forEach(words::addAll);
      }
      fingerprints.put(start, CodeFingerprint.ofTexts(words));
    }
    return fingerprints;
  }

  /** First days of the intervals that have to be built, or {@link #WHOLE}, whatever the window: it has no days. */
  SortedSet<String> intervals(TableState state, Interval window, boolean force) {
    SortedMap<String, String> wanted = fingerprints();
    SortedSet<String> due = new TreeSet<>();
    wanted.forEach((start, fingerprint) -> {
      BuiltInterval built = state.builtIntervals().get(start);
      if (force || built == null || !built.inputs().equals(fingerprint)) {
        due.add(start);
      }
    });
    state.builtIntervals().forEach((start, built) -> {
      if (!wanted.containsKey(start) && (force || built.rows() > 0 && built.rolledBackTo() == null)) {
        due.add(start);
      }
    });
    if (table.isWhole()) {
      state.openIntent().ifPresent(intent -> due.add(WHOLE));
      return due;
    }
    Grain grain = table.intervalGrain();
    due.removeIf(start -> !Intervals.touches(start, grain, window));
    // What a run that died has left half done is put right whatever the window: nothing else remembers it.
    state.openIntent().ifPresent(intent ->
        intent.intervals().forEach(interval -> due.addAll(Intervals.starts(interval, grain))));
    return due;
  }

  /** A table with an open intent may hold other rows than its ledger says: what reads it now is due again later. */
  private String word(TableState state, String interval, BuiltInterval built) {
    return state.table() + " " + interval + " " + built.inputs() + " " + state.codeFingerprint()
        + (built.rolledBackTo() == null ? "" : " rolled back to version " + built.rolledBackTo())
        + state.openIntent().map(intent -> " while run " + intent.runId() + " was not finished").orElse("");
  }
}
