package vn.cuulong.publish.site;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.cuulong.contract.Bilingual;
import vn.cuulong.territory.Unit;

/**
 * A page of the site.
 *
 * @param file its name in the folder of the site
 * @param script {@code page-<script>.js} draws it
 * @param subject the unit it is about; null for a page about all
 * @param menu its name in the menu, short; null for a page that is not in it
 * @param title its heading in both languages
 * @param lead what a reader finds on it, in both languages
 * @param tables marts whose data it shows
 */
record Page(
    String file,
    String script,
    String subject,
    Bilingual menu,
    Bilingual title,
    Bilingual lead,
    List<String> tables) {
  private static final String COMPARISON = "mart.regional_comparison";
  private static final String TARGETS = "mart.target_progress";
  private static final String YEARS = "mart.province_year_digital_grdp";
  private static final String QUARTERS = "mart.province_quarter_digital_grdp";
  private static final String QUALITY = "mart.data_quality";

  /** The pages that are not about one unit, in the order of the menu. */
  static List<Page> general() {
    return List.of(
        new Page("index.html", "index", null, new Bilingual("Toàn cảnh", "At a glance"),
            new Bilingual("Toàn cảnh vùng", "The region at a glance"),
            new Bilingual("Du lịch, thương mại điện tử, dịch vụ số và kinh tế số của Đồng bằng sông Cửu Long.",
                "Tourism, e-commerce, digital services and the digital economy of the Mekong Delta."),
            List.of(COMPARISON, TARGETS, YEARS, QUALITY)),
        new Page("map.html", "map", null, new Bilingual("Bản đồ", "Map"), new Bilingual("Bản đồ", "Map"),
            new Bilingual("Mỗi chỉ tiêu trên hai bản đồ: 13 tỉnh đến ngày 30/6/2025 và 6 tỉnh, thành phố từ ngày 1/7/2025.",
                "Each indicator on two maps: 13 provinces until 30 June 2025, 6 units from 1 July 2025."),
            List.of(COMPARISON)),
        new Page("ranking.html",
                "ranking", null,
            new Bilingual("Xếp hạng", "Ranking"),
            new Bilingual("Xếp hạng", "Ranking"),
            new Bilingual("Ai đứng đâu, lên hay xuống, và thứ hạng chắc chắn đến mức nào.",
                "Who stands where, who rose or fell, and how certain the ranks are."),
            List.of(COMPARISON)),
        new Page("compare.html",
                "compare", null,
            new Bilingual("So sánh", "Compare"),
            new Bilingual("So sánh", "Compare"),
            new Bilingual("Đặt các tỉnh bạn chọn cạnh nhau, trên bất kỳ chỉ tiêu nào.",
                "Put the units you choose side by side, on any indicator."),
            List.of(COMPARISON)),
        new Page("grdp.html",
                "grdp", null,
            new Bilingual("Kinh tế số", "Digital economy"),
            new Bilingual("Kinh tế số trong GRDP", "Digital share of GRDP"),
            new Bilingual("Kinh tế số chiếm bao nhiêu trong GRDP, con số ấy chắc chắn đến đâu và đã được sửa ra sao.",
                "How large the digital economy is in GRDP, how sure we are, and how the figures were revised."),
            List.of(YEARS, QUARTERS, "mart.revision", "mart.estimate_backtest")),
        new Page("targets.html",
                "targets", null,
            new Bilingual("Chỉ tiêu", "Targets"),
            new Bilingual("Chỉ tiêu", "Targets"),
            new Bilingual("Chỉ tiêu kinh tế, du lịch và chuyển đổi số các tỉnh đã đặt ra: đến đâu rồi, văn bản nào nêu.",
                "Targets of provinces for the economy, tourism and digital transformation: where they stand, who says so."),
            List.of(TARGETS, COMPARISON)),
        new Page("trade.html",
                "trade", null,
            new Bilingual("Giao thương", "Trade"),
            new Bilingual("Giao thương trực tuyến", "Online trade"),
            new Bilingual("Hàng bán trên sàn đi từ tỉnh nào đến tỉnh nào.",
                "From where to where goods sold on platforms travel."),
            List.of("mart.place_month_trade", COMPARISON)),
        new Page("quality.html",
                "quality", null,
            new Bilingual("Chất lượng", "Quality"),
            new Bilingual("Chất lượng dữ liệu", "Data quality"),
            new Bilingual("Dữ liệu đúng, đủ, sạch, sống đến đâu, theo từng nguồn và từng tháng.",
                "How right, complete, clean and alive the data are, by source and month."),
            List.of(QUALITY)),
        new Page("methods.html",
                "methods", null,
            new Bilingual("Phương pháp", "Methods"),
            new Bilingual("Phương pháp và nguồn", "Methods and sources"),
            new Bilingual("Số liệu từ đâu đến, được tính thế nào, và đọc thế nào cho đúng.",
                "Where the figures come from, how they are computed, and how to read them."),
            List.of()),
        new Page("downloads.html",
                "downloads", null,
            new Bilingual("Tải dữ liệu", "Downloads"),
            new Bilingual("Tải dữ liệu", "Downloads"),
            new Bilingual("Bản công bố đã đóng băng, kèm mô tả, giấy phép và mã kiểm tra.",
                "Frozen releases with their description, licence and checksums."),
            List.of()));
  }

  /** The page of one unit. */
  static Page of(Unit unit) {
    return new Page(file(unit.id()), "unit", unit.id(), null, title(unit), new Bilingual("", ""),
        List.of(COMPARISON, TARGETS, YEARS, QUARTERS, QUALITY));
  }

  /** Names that the old map and the new one share are told apart. */
  private static Bilingual title(Unit unit) {
    LocalDate last = unit.validTo();
    if (last == null) {
      return new Bilingual(unit.nameVi(), unit.nameEn());
    }
    return new Bilingual(
        unit.nameVi() + " đến " + last.getDayOfMonth() + "/" + last.getMonthValue() + "/" + last.getYear(),
        unit.nameEn() + " to " + last.getDayOfMonth() + " " + last.getMonth().getDisplayName(TextStyle.FULL,
            Locale.ENGLISH) + " " + last.getYear());
  }

  static String file(String unitId) {
    return "unit-" + unitId + ".html";
  }

  /** All pages. */
  static List<Page> all(List<Unit> units) {
    List<Page> pages = new ArrayList<>(general());
    units.forEach(unit -> pages.add(of(unit)));
    return pages;
  }
}
