package vn.cuulong.chaos;

import java.io.IOException;
import java.util.List;

/**
 * The disk of the warehouse is full when the night begins, or while it writes.
 *
 * @param roomKib what is left of it
 */
record FullDisk(int roomKib) implements Fault {
  @Override
  public String title() {
    return "The disk is full";
  }

  @Override
  public String words() {
    return "There is no room left where the warehouse";
  }

  @Override
  public String obstacle() {
    return Mount.obstacle();
  }

  @Override
  public Wreck strike(Landings landings) throws IOException, InterruptedException {
    try (Mount full = Mount.small(landings.nights().warehouse, roomKib)) {
      return Ending.of(this, landings, List.of(), 1);
    }
  }
}
