package vn.cuulong.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.NearestName;
import vn.cuulong.contract.TableName;

/** Names of tables as people type them. */
final class TableNames {
  private TableNames() {}

  /**
   * The table of that name.
   *
   * @param others names that would be right as well, for the message
   */
  static TableName known(Jobs jobs, String typed, Set<String> others) {
    List<String> valid = new ArrayList<>(others);
    for (TableName table : jobs.tables().keySet()) {
      if (table.toString().equals(typed)) {
        return table;
      }
      if (table.name().equals(typed)) {
        throw CommandFailure.wrongUse("There is no table \"" + typed + "\".", "A table is named with its layer.",
            "Write " + table + ".");
      }
      valid.add(table.toString());
    }
    String what = others.isEmpty() ? "table" : "schedule or table";
    throw CommandFailure.wrongUse("There is no " + what + " \"" + typed + "\".", "No contract declares it.",
        capital(NearestName.remedy(typed, valid)));
  }

  /** The text with a capital at its start. */
  static String capital(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
