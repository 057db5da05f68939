package vn.cuulong.generate;

import static vn.cuulong.generate.Kind.CODE;
import static vn.cuulong.generate.Kind.DATE;
import static vn.cuulong.generate.Kind.DECIMAL;
import static vn.cuulong.generate.Kind.FLAG;
import static vn.cuulong.generate.Kind.INTEGER;
import static vn.cuulong.generate.Kind.MONEY;
import static vn.cuulong.generate.Kind.MONTH;
import static vn.cuulong.generate.Kind.PLACE;
import static vn.cuulong.generate.Kind.QUANTITY;
import static vn.cuulong.generate.Kind.TEXT;
import static vn.cuulong.generate.Kind.TIME;
import static vn.cuulong.generate.Kind.WORD;
import static vn.cuulong.generate.Layout.DELIMITED;
import static vn.cuulong.generate.Layout.JSON_LINES;
import static vn.cuulong.generate.Layout.SPREADSHEET;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The synthetic sources, each as {@code jobs/1-sources/<id>/source.yml} declares it. A test keeps both together. */
final class Sources {
  private static final Formats.Style VIETNAMESE = new Formats.Style(true, true, false);
  private static final Formats.Style ENGLISH = new Formats.Style(false, false, false);
  private static final Formats.Style JSON = new Formats.Style(false, false, true);
  private static final List<Lettering> UTF_8 = List.of(Lettering.UTF_8);
  private static final Places PLACES = Places.standard();
  private static final List<Source> ALL = List.of(
      stayCsv(), stayXlsx(), reportXlsx(), reportCsv(), orderCsv(), orderJson(), listingCsv(), listingJson(),
      dossierCsv(), feedbackJson(), paymentCsv(), viewCsv(), scanCsv());

  private Sources() {}

  static List<Source> all() {
    return ALL;
  }

  /** The sources of these ids or tables; all when none is named. */
  static List<Source> chosen(List<String> names) {
    return names.isEmpty() ? ALL : ALL.stream()
        .filter(source -> names.stream().anyMatch(name -> means(source, name))).toList();
  }

  /** Fails unless the name is the id of a source or the name of a table. */
  static void check(String name) {
    if (ALL.stream().noneMatch(source -> means(source, name))) {
      throw new IllegalArgumentException("\"" + name + "\" is no source and no clean table that can be generated; "
          + "choose of " + String.join(", ", ALL.stream().map(Source::id).toList()));
    }
  }

  private static boolean means(Source source, String name) {
    return source.id().equals(name) || source.table().equals(name) || source.table().equals("clean." + name);
  }

  private static Field field(Kind kind, String feeds, String... headers) {
    return Field.of(kind, feeds, headers);
  }

  private static Source csv(String id, String table, char delimiter, Formats.Style style, Pack pack,
      List<Lettering> letterings, List<Field> fields, List<Integer> key, Supplier<Records> records) {
    return new Source(id, "clean." + table, DELIMITED, delimiter, style, pack, letterings, null, fields, key, "",
        id.equals("tourism-report-csv"), records);
  }

  private static Source json(String id, String table, Pack pack, List<Field> fields, List<Integer> key,
      String keyBefore, Supplier<Records> records) {
    return new Source(id, "clean." + table, JSON_LINES, ',', JSON, pack, UTF_8, null, fields, key, keyBefore, false,
        records);
  }

  private static Source sheet(String id, String table, SpreadsheetFile.Look look, List<Field> fields,
      List<Integer> key, Supplier<Records> records) {
    return new Source(id, "clean." + table, SPREADSHEET, ',', VIETNAMESE, Pack.NONE, UTF_8, look, fields, key, "",
        false, records);
  }

  private static Source stayCsv() {
    List<Field> fields = List.of(
        field(DATE, "stay_date", "Ngày", "Ngày báo cáo").must(),
        field(PLACE, "unit_id", "Tỉnh/Thành phố", "Địa phương").must(),
        field(CODE, "establishment_id", "Mã cơ sở lưu trú", "Mã CSLT").must(),
        field(TEXT, "establishment_name", "Tên cơ sở lưu trú", "Tên cơ sở"),
        field(WORD, "establishment_type", "Loại hình", "Loại cơ sở"),
        field(QUANTITY, "guest_domestic_count", "Khách nội địa", "Lượt khách trong nước").must().counting("lượt"),
        field(QUANTITY, "guest_international_count", "Khách quốc tế", "Lượt khách nước ngoài").must()
            .counting("lượt khách"),
        field(QUANTITY, "guest_night_count", "Số đêm lưu trú", "Ngày khách phục vụ").must(),
        field(INTEGER, "room_count", "Số phòng", "Tổng số phòng"),
        field(MONEY, "revenue_vnd", "Doanh thu (nghìn đồng)", "Tổng thu (nghìn đồng)").inPowerOf10(3));
    return csv("tourism-stay-csv", "tourism_stay", ';', VIETNAMESE, Pack.NONE,
        List.of(Lettering.TCVN3, Lettering.UTF_8_MARKED), fields, List.of(2, 0),
        () -> new StayRecords(PLACES, fields, 0, 50_000_000L));
  }

  private static Source stayXlsx() {
    List<Field> fields = List.of(
        field(DATE, "stay_date", "Ngày").must(),
        field(PLACE, "unit_id", "Tỉnh").must(),
        field(CODE, "establishment_id", "Cơ sở lưu trú / Mã").must(),
        field(TEXT, "establishment_name", "Cơ sở lưu trú / Tên"),
        field(WORD, "establishment_type", "Cơ sở lưu trú / Loại hình"),
        field(QUANTITY, "guest_domestic_count", "Lượt khách / Nội địa").must().counting("lượt"),
        field(QUANTITY, "guest_international_count", "Lượt khách / Quốc tế").must().counting("lượt khách"),
        field(QUANTITY, "guest_night_count", "Đêm lưu trú").must(),
        field(INTEGER, "room_count", "Số phòng"),
        field(MONEY, "revenue_vnd", "Doanh thu (triệu đồng)").inPowerOf10(6));
    return sheet("tourism-stay-xlsx", "tourism_stay",
        new SpreadsheetFile.Look("Lưu trú", List.of("BÁO CÁO KHÁCH LƯU TRÚ THEO CƠ SỞ (dữ liệu mô phỏng)",
            "(ĐVT: lượt khách; triệu đồng)", ""), 1, "Cộng tỉnh", 3),
        fields, List.of(2, 0), () -> new StayRecords(PLACES, fields, 1, 100_000L));
  }

  private static Source reportXlsx() {
    List<Field> fields = List.of(
        field(MONTH, "month", "Kỳ báo cáo").must(),
        field(PLACE, "unit_id", "Tên đơn vị").must(),
        field(QUANTITY, "guest_count", "Tổng lượt khách").must().counting("lượt khách"),
        field(QUANTITY, "guest_international_count", "Trong đó khách quốc tế").counting("lượt"),
        field(QUANTITY, "guest_night_count", "Ngày khách phục vụ"),
        field(MONEY, "revenue_vnd", "Tổng thu từ khách du lịch (tỷ đồng)").inPowerOf10(9),
        field(WORD, "status", "Tình trạng số liệu").must(),
        Field.dropped("STT"));
    return sheet("tourism-report-xlsx", "tourism_report",
        new SpreadsheetFile.Look("Báo cáo tháng", List.of("BÁO CÁO DU LỊCH THÁNG (dữ liệu mô phỏng)", ""), -1,
            "Tổng cộng", 1),
        fields, List.of(1, 0),
        () -> new ReportRecords(PLACES, fields, Set.of("can-tho-2025", "dong-thap-2025", "tay-ninh-2025")));
  }

  private static Source reportCsv() {
    List<Field> fields = List.of(
        field(MONTH, "month", "Tháng", "Kỳ").must(),
        field(PLACE, "unit_id", "Tỉnh", "Đơn vị báo cáo").must(),
        field(QUANTITY, "guest_count", "Lượt khách", "Tổng số khách").must().counting("lượt khách"),
        field(QUANTITY, "guest_international_count", "Khách quốc tế", "Trong đó: quốc tế").counting("lượt"),
        field(QUANTITY, "guest_night_count", "Ngày khách", "Số đêm khách"),
        field(MONEY, "revenue_vnd", "Doanh thu du lịch (tỷ đồng)", "Tổng thu du lịch (tỷ đồng)").inPowerOf10(9),
        field(WORD, "status", "Trạng thái", "Loại số liệu").must(),
        Field.dropped("Ghi chú"));
    return csv("tourism-report-csv", "tourism_report", ';', VIETNAMESE, Pack.NONE, List.of(Lettering.WINDOWS_1258),
        fields, List.of(1, 0),
        () -> new ReportRecords(PLACES, fields,
            Set.of("an-giang-2025", "vinh-long-2025", "ca-mau-2025", "phu-tho-2025")));
  }

  private static Source orderCsv() {
    List<Field> fields = List.of(
        field(TIME, "order_date order_time", "Thời gian đặt", "Ngày giờ đặt hàng").must(),
        field(WORD, "platform", "Sàn", "Sàn TMĐT").must(),
        field(CODE, "order_id", "Mã đơn hàng", "Số đơn").must(),
        field(INTEGER, "line_number", "Dòng", "Dòng hàng").must(),
        field(CODE, "seller_id", "Mã gian hàng", "Mã người bán").must(),
        field(PLACE, "seller_unit_id", "Tỉnh người bán", "Nơi bán").must(),
        field(PLACE, "buyer_unit_id", "Tỉnh người mua", "Nơi nhận"),
        field(CODE, "product_id", "Mã sản phẩm", "Mã hàng"),
        field(TEXT, "product_name", "Tên sản phẩm", "Tên hàng"),
        field(WORD, "product_category", "Ngành hàng", "Nhóm hàng"),
        field(INTEGER, "ocop_star_count", "Hạng sao OCOP", "Số sao OCOP"),
        field(INTEGER, "product_quantity", "Số lượng", "SL").must(),
        field(MONEY, "gross_value_vnd", "Thành tiền (đồng)", "Giá trị (đồng)").must(),
        field(WORD, "order_status", "Trạng thái", "Tình trạng đơn").must(),
        field(WORD, "payment_method", "Thanh toán", "Hình thức thanh toán"),
        Field.dropped("Họ tên người mua"),
        Field.dropped("Số điện thoại"),
        Field.dropped("Ghi chú"));
    OrderRecords.Words words = new OrderRecords.Words(
        Word.list("Shopee=shopee", "TikTok Shop=tiktok_shop", "Lazada=lazada", "Postmart=postmart"),
        Word.list("Hoàn thành=completed", "Đã hủy=cancelled", "Trả hàng=returned", "Đang giao=placed"),
        Word.list("COD=cash_on_delivery", "Chuyển khoản=bank_transfer", "Ví điện tử=e_wallet", "Thẻ=card"),
        "DH".getBytes(StandardCharsets.UTF_8));
    return csv("ecommerce-order-csv", "ecommerce_order", ',', VIETNAMESE, Pack.NONE, UTF_8, fields,
        List.of(1, 2, 3), () -> new OrderRecords(PLACES, fields, words, 0, 4));
  }

  private static Source orderJson() {
    List<Field> fields = List.of(
        field(TIME, "order_date order_time", "created_at").must(),
        Field.dropped("app_version"),
        field(CODE, "order_id", "order_sn").must(),
        field(INTEGER, "line_number", "item_no").must(),
        field(CODE, "seller_id", "shop_id").must(),
        field(PLACE, "seller_unit_id", "shop_province").must(),
        field(PLACE, "buyer_unit_id", "ship_to_province"),
        field(CODE, "product_id", "sku"),
        field(TEXT, "product_name", "item_name"),
        field(WORD, "product_category", "category"),
        field(INTEGER, "ocop_star_count", "ocop_stars"),
        field(INTEGER, "product_quantity", "qty").must(),
        field(MONEY, "gross_value_vnd", "amount").must(),
        field(WORD, "order_status", "order_status").must(),
        field(WORD, "payment_method", "pay_method"),
        Field.dropped("buyer_name"),
        Field.dropped("buyer_phone"),
        Field.dropped("note"));
    OrderRecords.Words words = new OrderRecords.Words(
        new Word[0],
        Word.list("COMPLETED=completed", "CANCELLED=cancelled", "RETURNED=returned", "SHIPPING=placed"),
        Word.list("COD=cash_on_delivery", "BANK_TRANSFER=bank_transfer", "E_WALLET=e_wallet", "CARD=card"),
        "VS".getBytes(StandardCharsets.UTF_8));
    return json("ecommerce-order-jsonl", "ecommerce_order", Pack.GZIP, fields, List.of(2, 3), "voso",
        () -> new OrderRecords(PLACES, fields, words, 1, 4));
  }

  private static Source listingCsv() {
    List<Field> fields = List.of(
        field(MONTH, "month", "Tháng", "Kỳ chụp").must(),
        field(WORD, "platform", "Sàn", "Sàn TMĐT").must(),
        field(CODE, "listing_id", "Mã tin đăng", "Mã đăng bán").must(),
        field(CODE, "product_id", "Mã sản phẩm", "Mã hàng").must(),
        field(TEXT, "product_name", "Tên sản phẩm", "Tên hàng"),
        field(CODE, "seller_id", "Mã gian hàng", "Mã người bán"),
        field(PLACE, "seller_unit_id", "Tỉnh người bán", "Nơi bán").must(),
        field(CODE, "ocop_code", "Số quyết định OCOP", "Mã OCOP"),
        field(INTEGER, "ocop_star_count", "Hạng sao OCOP", "Số sao OCOP"),
        field(QUANTITY, "stock_count", "Tồn kho", "Số lượng tồn").counting("sản phẩm"),
        field(MONEY, "price_vnd", "Giá bán", "Đơn giá (đồng)"),
        field(DATE, "listed_date", "Ngày đăng").must(),
        field(DATE, "delisted_date", "Ngày gỡ"));
    Word[] platforms = Word.list("Shopee=shopee", "TikTok Shop=tiktok_shop", "Postmart=postmart");
    return csv("ecommerce-listing-csv", "ecommerce_listing", '\t', VIETNAMESE, Pack.NONE,
        List.of(Lettering.UTF_16LE), fields, List.of(1, 2, 0),
        () -> new ListingRecords(PLACES, fields, platforms, "TD"));
  }

  private static Source listingJson() {
    List<Field> fields = List.of(
        field(MONTH, "month", "snapshot_month").must(),
        Field.dropped("app_version"),
        field(CODE, "listing_id", "listing_id").must(),
        field(CODE, "product_id", "sku").must(),
        field(TEXT, "product_name", "item_name"),
        field(CODE, "seller_id", "shop_id"),
        field(PLACE, "seller_unit_id", "shop_province").must(),
        field(CODE, "ocop_code", "ocop_code"),
        field(INTEGER, "ocop_star_count", "ocop_stars"),
        field(QUANTITY, "stock_count", "stock"),
        field(MONEY, "price_vnd", "price"),
        field(DATE, "listed_date", "listed_on").must(),
        field(DATE, "delisted_date", "delisted_on"));
    return json("ecommerce-listing-jsonl", "ecommerce_listing", Pack.GZIP, fields, List.of(2, 0), "voso",
        () -> new ListingRecords(PLACES, fields, new Word[0], "VL"));
  }

  private static Source dossierCsv() {
    List<Field> fields = List.of(
        field(TIME, "submitted_date submitted_time", "Thời điểm nộp", "Ngày giờ tiếp nhận").must(),
        field(CODE, "dossier_id", "Mã hồ sơ", "Số hồ sơ").must(),
        field(CODE, "procedure_code", "Mã TTHC", "Mã thủ tục"),
        field(TEXT, "procedure_name", "Tên thủ tục", "Thủ tục hành chính"),
        field(TEXT, "agency", "Cơ quan giải quyết", "Đơn vị giải quyết"),
        field(PLACE, "unit_id", "Tỉnh/Thành phố", "Địa phương").must(),
        field(WORD, "online_level", "Mức độ trực tuyến", "Hình thức nộp").must(),
        field(DATE, "due_date", "Ngày hẹn trả"),
        field(DATE, "completed_date", "Ngày trả kết quả", "Ngày hoàn thành"),
        field(FLAG, "fee_paid_online", "Thanh toán trực tuyến", "Nộp phí trực tuyến"),
        field(INTEGER, "rating", "Mức độ hài lòng", "Điểm đánh giá"),
        Field.dropped("Họ tên người nộp"),
        Field.dropped("Số định danh"),
        Field.dropped("Ghi chú"));
    return csv("public-service-dossier-csv", "public_service_dossier", ';', VIETNAMESE, Pack.ZIP,
        List.of(Lettering.UTF_8_MARKED), fields, List.of(1), () -> new DossierRecords(PLACES, fields));
  }

  private static Source feedbackJson() {
    List<Field> fields = List.of(
        field(CODE, "feedback_id", "id").must(),
        field(TIME, "received_date received_time", "receivedAt").must(),
        field(WORD, "channel", "channel").must(),
        field(PLACE, "unit_id", "province").must(),
        field(TIME, "answered_time", "answeredAt"),
        field(TEXT, "topic", "topic"),
        Field.dropped("content"),
        Field.dropped("senderName"),
        Field.dropped("senderPhone"));
    return json("citizen-feedback-jsonl", "citizen_feedback", Pack.NONE, fields, List.of(0), "",
        () -> new FeedbackRecords(PLACES, fields));
  }

  private static Source paymentCsv() {
    List<Field> fields = List.of(
        field(DATE, "payment_date", "TXN_DATE", "Ngày giao dịch").must(),
        field(PLACE, "unit_id", "PROVINCE", "Tỉnh thành").must(),
        field(WORD, "payment_channel", "CHANNEL", "Kênh").must(),
        field(QUANTITY, "payment_count", "TXN_COUNT", "Số giao dịch").must(),
        field(MONEY, "payment_value_vnd", "TXN_VALUE_MIL_VND", "Giá trị (triệu đồng)").must().inPowerOf10(6),
        field(FLAG, "is_cashless", "CASHLESS", "Không dùng tiền mặt").must(),
        Field.dropped("BATCH_NO"));
    return csv("digital-payment-csv", "digital_payment", ',', ENGLISH, Pack.GZIP, UTF_8, fields, List.of(1, 0, 2),
        () -> new PaymentRecords(PLACES, fields));
  }

  private static Source viewCsv() {
    List<Field> fields = List.of(
        field(DATE, "view_date", "Ngày").must(),
        field(PLACE, "unit_id", "Đài của tỉnh").must(),
        field(WORD, "media_channel", "Kênh").must(),
        field(CODE, "program_code", "Mã chương trình").must(),
        field(TEXT, "program_title", "Tên chương trình"),
        field(QUANTITY, "view_count", "Lượt xem").must().counting("lượt"),
        field(DECIMAL, "listening_hour", "Giờ nghe"));
    return csv("digital-media-view-csv", "digital_media_view", ';', VIETNAMESE, Pack.GZIP, UTF_8, fields,
        List.of(2, 3, 0), () -> new ViewRecords(PLACES, fields));
  }

  private static Source scanCsv() {
    List<Field> fields = List.of(
        field(TIME, "scan_date scan_time", "Thời điểm quét").must(),
        field(CODE, "scan_id", "Mã lượt quét").must(),
        field(PLACE, "unit_id", "Tỉnh sản xuất").must(),
        field(CODE, "product_id", "Mã sản phẩm"),
        field(TEXT, "product_name", "Tên sản phẩm"),
        field(CODE, "plot_code", "Mã số vùng trồng"),
        field(INTEGER, "ocop_star_count", "Hạng sao OCOP"),
        field(WORD, "scan_result", "Kết quả"));
    return csv("traceability-scan-csv", "traceability_scan", ',', VIETNAMESE, Pack.NONE, UTF_8, fields, List.of(1),
        () -> new ScanRecords(PLACES, fields));
  }
}
