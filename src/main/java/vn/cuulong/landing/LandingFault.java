package vn.cuulong.landing;

import java.io.IOException;
import vn.cuulong.vietnamese.Doubt;

/** A whole file cannot be used. The message says what was found; the dictionary's entry says the remedy. */
public final class LandingFault extends IOException {
  private static final long serialVersionUID = 1L;

  private final Doubt doubt;

  /** A fault with what was found in this file, in words that need no other context. */
  public LandingFault(Doubt doubt, String found) {
    super(found);
    this.doubt = doubt;
  }

  /** The issue code of the fault. */
  public Doubt doubt() {
    return doubt;
  }
}
