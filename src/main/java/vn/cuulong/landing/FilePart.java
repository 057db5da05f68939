package vn.cuulong.landing;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a file, read by one task.
 *
 * @param file place of the file in the list of layouts
 * @param start offset where it starts
 * @param end offset where the next part starts
 */
record FilePart(int file, long start, long end) implements Serializable {

  /** Cuts files into parts and packs small parts together, so that a task has enough to do and not too much. */
  static List<List<FilePart>> packed(List<FileLayout> layouts) {
    List<List<FilePart>> packs = new ArrayList<>();
    List<FilePart> pack = new ArrayList<>();
    long packed = 0;
    for (int i = 0; i < layouts.size(); i++) {
      FileLayout layout = layouts.get(i);
      long size = layout.file().size();
      long step = layout.splittable() ? FileLayout.PART_BYTES : Long.MAX_VALUE;
      long start = layout.dataStart();
      do {
        long end = size - start <= step ? Long.MAX_VALUE : start + step;
        pack.add(new FilePart(i, start, end));
        packed += Math.min(size - start, step);
        start = end;
        if (packed >= FileLayout.PART_BYTES) {
          packs.add(pack);
          pack = new ArrayList<>();
          packed = 0;
        }
      } while (start < size && start != Long.MAX_VALUE);
    }
    if (!pack.isEmpty()) {
      packs.add(pack);
    }
    return packs;
  }
}
