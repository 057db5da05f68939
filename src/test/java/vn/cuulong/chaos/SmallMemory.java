package vn.cuulong.chaos;

import java.io.IOException;
import java.util.List;

/**
 * The memory is too small for the night, for all it has to do or already for Spark to start.
 *
 * @param flags of Java that make it so
 */
record SmallMemory(List<String> flags) implements Fault {
  @Override
  public String title() {
    return "Too little memory";
  }

  @Override
  public String words() {
    return "The memory was too small";
  }

  @Override
  public Wreck strike(Landings landings) throws IOException, InterruptedException {
    return Ending.of(this, landings, flags, 1);
  }
}
