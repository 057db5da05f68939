package vn.cuulong.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import vn.cuulong.territory.Territory;
import vn.cuulong.territory.Unit;
import vn.cuulong.vietnamese.Fold;

/**
 * The order file cleaned by DuckDB as far as SQL goes: text composed and tidied, places, platforms, statuses and
 * payments found by their folded spelling, numbers, money and times understood in their common forms, negative and
 * impossible values out, one row for each key. It flags nothing and keeps no rejects, so it does less.
 */
final class DuckDbCleaning {
  private static final LocalDate DAY = LocalDate.of(2025, 3, 15);

  private DuckDbCleaning() {}

  static void run(Path csv, Path parquet) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET threads TO 2");
      statement.execute("SET preserve_insertion_order TO false");
      places(connection);
      statement.execute(SQL.replace("{csv}", csv.toString()).replace("{parquet}", parquet.toString()));
    }
  }

  private static void places(Connection connection) throws SQLException {
    try (Statement create = connection.createStatement()) {
      create.execute("CREATE TABLE place (spelling VARCHAR, unit_id VARCHAR)");
    }
    try (PreparedStatement insert = connection.prepareStatement("INSERT INTO place VALUES (?, ?)")) {
      for (Unit unit : Territory.standard().units()) {
        if (unit.validOn(DAY) && unit.isProvince()) {
          insert.setString(1, Fold.fold(unit.nameVi()));
          insert.setString(2, unit.id());
          insert.execute();
        }
      }
    }
  }

  private static final String FOLD =
      "regexp_replace(replace(strip_accents(lower(trim(X))), 'đ', 'd'), '^(tinh|tp\\.?|t\\.|thanh pho) *', '')";

  private static String folded(String column) {
    return FOLD.replace("X", "nfc_normalize(\"" + column + "\")");
  }

  private static String text(String column) {
    return "regexp_replace(trim(nfc_normalize(\"" + column + "\")), ' +', ' ', 'g')";
  }

  private static String whole(String column) {
    return "try_cast(translate(regexp_replace(\"" + column + "\", '[^0-9.,-]', '', 'g'), '.,', '') AS BIGINT)";
  }

  private static String time(String column) {
    return "try_strptime(trim(\"" + column + "\"), ['%d/%m/%Y %H:%M:%S', '%d-%m-%Y %H:%M:%S', '%Y-%m-%d %H:%M:%S', "
        + "'%d/%m/%Y %H:%M', '%Y-%m-%dT%H:%M:%S', '%H:%M:%S %d/%m/%Y'])";
  }

  private static final String SQL = """
      COPY (
        SELECT * EXCLUDE (seller_place, buyer_place), seller.unit_id AS seller_unit_id, buyer.unit_id AS buyer_unit_id
        FROM (
          SELECT %s AS order_time, CAST(order_time AS DATE) AS order_date, %s AS platform, trim("Mã đơn hàng") AS order_id,
            %s AS line_number, trim("Mã gian hàng") AS seller_id, %s AS seller_place, %s AS buyer_place,
            trim("Mã sản phẩm") AS product_id, %s AS product_name, %s AS product_category,
            %s AS ocop_star_count, %s AS product_quantity, %s AS gross_value_vnd,
            CASE %s WHEN 'hoan thanh' THEN 'completed' WHEN 'da huy' THEN 'cancelled' WHEN 'tra hang' THEN 'returned'
              ELSE 'placed' END AS order_status,
            CASE %s WHEN 'cod' THEN 'cash_on_delivery' WHEN 'vi dien tu' THEN 'e_wallet' WHEN 'the' THEN 'card'
              ELSE 'bank_transfer' END AS payment_method
          FROM read_csv('{csv}', header = true, all_varchar = true, delim = ',', quote = '"', escape = '"',
            ignore_errors = true, null_padding = false, strict_mode = false, parallel = true)
        ) rows
        LEFT JOIN place seller ON seller.spelling = seller_place
        LEFT JOIN place buyer ON buyer.spelling = buyer_place
        WHERE order_time IS NOT NULL AND seller.unit_id IS NOT NULL AND product_quantity >= 0 AND gross_value_vnd >= 0
        QUALIFY row_number() OVER (PARTITION BY platform, order_id, line_number, order_date ORDER BY order_time) = 1
      ) TO '{parquet}' (FORMAT parquet, COMPRESSION snappy)
      """.formatted(time("Thời gian đặt"), folded("Sàn"), whole("Dòng"), folded("Tỉnh người bán"),
      folded("Tỉnh người mua"), text("Tên sản phẩm"), folded("Ngành hàng"), whole("Hạng sao OCOP"), whole("Số lượng"),
      whole("Thành tiền (đồng)"), folded("Trạng thái"), folded("Thanh toán"));
}
