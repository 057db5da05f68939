package vn.cuulong.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One command in a block of a page: {@code ```sh}, or {@code ```sh skip=WHAT} for what needs something that a fresh
 * clone does not have (a cluster, a database, a file of the reader's own).
 *
 * @param page the page, from the root of the repository
 * @param line where the command begins, from 1
 * @param skip why the build server does not run it; empty when it does
 * @param text the command as typed, without a comment behind it
 * @param words its words up to a pipe or another operator, quotes taken off
 */
record ShellCommand(Path page, int line, String skip, String text, List<String> words) {
  private static final String FENCE = "```";

  /** All commands of the read-me and of every page below docs and notebooks, in order. */
  static List<ShellCommand> ofAllPages() {
    List<ShellCommand> commands = new ArrayList<>();
    for (Path page : pages()) {
      commands.addAll(of(page, lines(page)));
    }
    return commands;
  }

  /** The pages that are read. */
  static List<Path> pages() {
    List<Path> pages = new ArrayList<>(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")));
    for (String folder : List.of("docs", "notebooks")) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return pages;
  }

  static List<String> lines(Path page) {
    try {
      return Files.readAllLines(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The commands of one page. */
  static List<ShellCommand> of(Path page, List<String> lines) {
    List<ShellCommand> commands = new ArrayList<>();
    String skip = null;
    boolean inside = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.strip().startsWith(FENCE)) {
        String[] info = line.strip().substring(FENCE.length()).split(" ");
        skip = !inside && info[0].equals("sh") ? info.length > 1 ? info[1].replace("skip=", "") : "" : null;
        inside = !inside;
      } else if (skip != null && !line.isBlank()) {
        int begin = i;
        StringBuilder typed = new StringBuilder(line);
        Reading reading = new Reading(typed);
        while (reading.isOpen && i + 1 < lines.size()) {
          typed.append('\n').append(lines.get(++i));
          reading = new Reading(typed);
        }
        if (!reading.words.isEmpty()) {
          commands.add(new ShellCommand(page, begin + 1, skip, typed.substring(0, reading.end).strip(), reading.words));
        }
      }
    }
    return commands;
  }

  /** Reads the words of a line as a shell does: quotes, backslashes, comments. */
  private static final class Reading {
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean isWord;
    private boolean isOpen;
    /** Where a comment begins, or the end. */
    private int end;

    Reading(CharSequence typed) {
      char quote = 0;
      boolean listed = true;
      int at = 0;
      while (at < typed.length()) {
        char c = typed.charAt(at);
        boolean escapes = c == '\\' && quote != '\'';
        if (escapes && at + 1 == typed.length()) {
          isOpen = true;
        } else if (escapes) {
          at++;
          append(typed.charAt(at) == '\n' ? "" : (quote == '"' && "\"\\$`".indexOf(typed.charAt(at)) < 0 ? "\\" : "")
              + typed.charAt(at), typed.charAt(at) != '\n');
        } else if (quote != 0 || c == '"' || c == '\'') {
          boolean marks = quote == 0 || c == quote;
          append(marks ? "" : String.valueOf(c), true);
          quote = !marks ? quote : quote == 0 ? c : 0;
        } else if (c == '#' && !isWord) {
          break;
        } else if ("|&;><".indexOf(c) >= 0) {
          finish(listed);
          listed = false;
        } else if (Character.isWhitespace(c)) {
          finish(listed);
        } else {
          append(String.valueOf(c), true);
        }
        at++;
      }
      finish(listed);
      end = at;
      isOpen |= quote != 0;
    }

    private void append(String text, boolean begins) {
      word.append(text);
      isWord |= begins;
    }

    private void finish(boolean listed) {
      if (isWord && listed) {
        words.add(word.toString());
      }
      word.setLength(0);
      isWord = false;
    }
  }

  /** True for a command of ours. */
  boolean isOurs() {
    return words.get(0).equals("./cuulong");
  }

  /** Where it stands, for a person. */
  String place() {
    return page + ":" + line + ": " + text;
  }
}
