package vn.cuulong.mart;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a kind of target aims at, and by which indicators of {@code mart.regional_comparison} its progress is measured.
 *
 * @param target the indicator under which targets of this kind are published
 * @param pillar digital government, economy or society, or null
 * @param isHigherBetter false when the target is a ceiling or a rank
 * @param isRate true for a rate of growth that is to be kept up through the period of the target; false for a level
 *     that is to be reached by its end
 * @param measures every indicator that says how far it is; none when nobody publishes one
 */
record Aim(String target, String pillar, boolean isHigherBetter, boolean isRate, List<Measured> measures) {
  static final String STATISTICS_OFFICE = "statistics_office";
  static final String MINISTRY = "ministry";
  private static final String GOVERNMENT = "digital_government";
  private static final String ECONOMY = "digital_economy";
  private static final String SOCIETY = "digital_society";
  private static final Map<String, Aim> ALL = index(
      level("target_digital_economy_share_grdp", ECONOMY,
          new Measured("digital_share", null, PeriodKind.YEAR, STATISTICS_OFFICE),
          // Another definition with other numbers: shown beside, on a row of its own.
          new Measured("share_digital_economy_in_grdp_mic_pct", null, PeriodKind.YEAR, MINISTRY)),
      level("target_cashless_transactions", SOCIETY, monthly("cashless_payment_share")),
      level("target_online_public_service_use", GOVERNMENT, monthly("online_dossier_share"),
          yearly("online_dossiers_pct")),
      level("target_ocop_on_ecommerce_pct", ECONOMY, yearly("ocop_on_ecommerce_pct"),
          monthly("ocop_product_with_sales_count", "ocop_product_listed_count"),
          monthly("ocop_product_with_stock_count", "ocop_product_listed_count")),
      level("target_ecommerce_share_retail", ECONOMY),
      level("target_online_shoppers", ECONOMY, yearly("online_shoppers_pct_population")),
      level("target_sme_on_ecommerce_floors", ECONOMY, yearly("sme_on_ecommerce_floors_pct")),
      level("target_bank_account_15plus", SOCIETY, yearly("bank_account_15plus_pct")),
      level("target_digital_signature_adults", SOCIETY),
      level("target_vneid_adults", SOCIETY, yearly("vneid_adults_pct")),
      new Aim("target_national_rank_science_digital", null, false, false, List.of()),
      level("target_grdp_current", null, yearly("grdp_current")),
      level("target_grdp_per_capita", null, yearly("grdp_per_capita")),
      level("target_grdp_per_capita_usd", null),
      rate("target_grdp_growth"), rate("target_grdp_growth_low"), rate("target_grdp_growth_high"),
      // The plans lower the share of farming and raise those of industry and services.
      new Aim("target_grdp_structure_agri", null, false, false, List.of(yearly("grdp_structure_agri"))),
      level("target_grdp_structure_industry", null, yearly("grdp_structure_industry")),
      level("target_grdp_structure_services", null, yearly("grdp_structure_services")),
      level("target_tourism_revenue", null, yearly("tourism_revenue")),
      level("target_tourism_visitors_total", null, yearly("tourism_visitors_total")),
      level("target_tourism_visitors_international", null, yearly("tourism_visitors_international")),
      level("target_tourism_visitors_overnight", null, yearly("tourism_visitors_overnight")));

  /**
   * An indicator by which a target is measured.
   *
   * @param indicator its code
   * @param of the indicator that it is a part of, when the target is a share and the indicator a count; else null
   * @param kind length of the periods that make up the series
   * @param family whose definition of the digital economy it follows; null for everything else
   */
  record Measured(String indicator, String of, PeriodKind kind, String family) {
    /** Stands in where nothing measures a target. */
    static final Measured NOTHING = new Measured("none", null, PeriodKind.YEAR, null);

    /** How a row names it. */
    String name() {
      return of == null ? indicator : indicator + "/" + of;
    }
  }

  /** The aim of targets published under an indicator; one without measures when nobody has said how to measure it. */
  static Aim of(String target) {
    return ALL.getOrDefault(target, level(target, null));
  }

  /** Every aim that is declared. */
  static List<Aim> all() {
    return List.copyOf(ALL.values());
  }

  private static Aim level(String target, String pillar, Measured... measures) {
    return new Aim(target, pillar, true, false, List.of(measures));
  }

  private static Aim rate(String target) {
    return new Aim(target, null, true, true, List.of(yearly("grdp_growth")));
  }

  private static Measured yearly(String indicator) {
    return new Measured(indicator, null, PeriodKind.YEAR, null);
  }

  private static Measured monthly(String indicator) {
    return monthly(indicator, null);
  }

  private static Measured monthly(String indicator, String of) {
    return new Measured(indicator, of, PeriodKind.MONTH, null);
  }

  private static Map<String, Aim> index(Aim... aims) {
    return Arrays.stream(aims).collect(Collectors.toMap(Aim::target, Function.identity()));
  }
}
