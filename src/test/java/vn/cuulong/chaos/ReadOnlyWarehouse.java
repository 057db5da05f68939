package vn.cuulong.chaos;

import java.io.IOException;
import java.util.List;

/** The disk of the warehouse was mounted again for reading only, as Linux does with one that has errors. */
record ReadOnlyWarehouse() implements Fault {
  @Override
  public String title() {
    return "The warehouse is read-only";
  }

  @Override
  public String words() {
    return "the disk is read-only, or its permissions";
  }

  @Override
  public String obstacle() {
    return Mount.obstacle();
  }

  @Override
  public Wreck strike(Landings landings) throws IOException, InterruptedException {
    try (Mount readOnly = Mount.readOnly(landings.nights().warehouse)) {
      return Ending.of(this, landings, List.of(), 1);
    }
  }
}
