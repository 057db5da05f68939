package vn.cuulong.publish.disclosure;

import java.util.Optional;
import vn.cuulong.contract.DisclosureContract.Thresholds;

/**
 * When a value says too much about one contributor, and how far it then has to be out of reach. The rules are those of
 * magnitude tables in official statistics (Hundepool and others, Handbook on Statistical Disclosure Control, 2nd
 * edition, 2024, chapter 4): minimum count, (n,k) dominance and p %.
 */
final class SafetyRule {
  private final Thresholds thresholds;

  SafetyRule(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  /** Why a value must not be published; empty when it may. A value without contributors says nothing of anyone. */
  Optional<Reason> judge(Contribution contribution) {
    if (contribution.count() > 0 && contribution.count() < thresholds.minimumCount()) {
      return Optional.of(Reason.FEW_CONTRIBUTORS);
    }
    boolean dominated = head(contribution) > thresholds.dominanceShare() * contribution.total();
    // The second largest knows its own part: what is left of the others hides the largest, or it does not.
    double others = contribution.total() - contribution.largest() - contribution.second();
    boolean close = others < thresholds.protection() * contribution.largest();
    return contribution.count() > 0 && contribution.total() > 0 && (dominated || close)
        ? Optional.of(Reason.DOMINANCE) : Optional.empty();
  }

  /**
   * How far above and below the value the values must reach that a reader has to think possible. At least what each
   * rule asks for: {@code p · largest} for p %, {@code head / k - total} for dominance.
   *
   * @param value the withheld value
   * @param contribution who stands behind it, or null when that is not recorded for this measure
   * @param unit the least step of the measure: a smaller interval would hold no second value
   */
  double protection(double value, Contribution contribution, double unit) {
    if (contribution == null) {
      return Math.max(unit, thresholds.protection() * value);
    }
    double byDominance = head(contribution) / thresholds.dominanceShare() - contribution.total();
    return Math.max(unit, Math.max(thresholds.protection() * contribution.largest(), byDominance));
  }

  /** What the contributors to whom the dominance rule looks have together. */
  private double head(Contribution contribution) {
    return contribution.largest() + (thresholds.dominanceCount() > 1 ? contribution.second() : 0);
  }
}
