package vn.cuulong.publish.disclosure;

import java.util.Locale;

/** Why a value is withheld, the gravest first. */
public enum Reason {
  /** Fewer contributors than the rule asks for. */
  FEW_CONTRIBUTORS,
  /** One or two contributors make up nearly all of it, or could work out another one closely. */
  DOMINANCE,
  /** An earlier release withheld it, and what was withheld stays so. */
  EARLIER_RELEASE,
  /** With it, another withheld value could be worked out. */
  SECONDARY,
  /** It is made of a withheld value. */
  DERIVED;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** As it stands behind the column in {@code withheld}. */
  public String code() {
    return code;
  }
}
