package vn.cuulong.run;

import vn.cuulong.contract.Refusal;

/** There is no landing folder where one was named. */
public final class LandingMissingException extends Refusal {
  private static final long serialVersionUID = 1L;

  LandingMissingException(String landing) {
    super("There is no landing folder " + landing + ".", "Nothing can be read from it.", "Name the folder with "
        + "--landing, or start in the folder of the project, where it is data-samples/landing.");
  }
}
