package vn.cuulong.contract;

/** How landing understands the raw text of a column. One kind, one rule of the {@code vietnamese} package. */
public enum ValueKind {
  /** Free text or a name: Unicode composed, tone marks placed, spaces tidied. */
  TEXT,
  /** An identifier: trimmed, nothing else. */
  CODE,
  /** One of a declared list of codes, found by its spellings ({@code dictionary/categories.yml}). */
  CATEGORY,
  /** A whole number. */
  INTEGER,
  /** A number with decimals. */
  NUMBER,
  /** A share; {@code 12,5 %} is stored as 0.125. */
  PERCENT,
  /** An amount of money, converted to the unit of the column. */
  MONEY,
  /** A count that may carry a multiplier: {@code 1,2 triệu lượt}. */
  QUANTITY,
  /** A calendar day. A time of day that follows is read and left out. */
  DATE,
  /** A moment; without a zone it is in Viet Nam (UTC+7). */
  TIME,
  /** A month, stored as its first day. */
  MONTH,
  /** A period of any length, as its code: {@code 2024}, {@code 2024-Q1}, {@code 2024-03}, {@code 2024-9M}. */
  PERIOD,
  /** The first day of the same period. */
  PERIOD_START,
  /** The last day of the same period. */
  PERIOD_END,
  /** A place, as the id of its unit on the day of the row. */
  UNIT,
  /** {@code estimate}, {@code preliminary} or {@code final}. */
  STATUS,
  /** Yes or no. */
  FLAG,
  /** Not read from a file: written by landing itself (provenance, issues) or computed by a mart. */
  NONE
}
