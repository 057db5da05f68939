/**
 * Understands one value: text, number, money, quantity, date, period, status, encoding. Plain Java over UTF-8 bytes,
 * without Spark; {@link vn.cuulong.vietnamese.ValueRule} is what the rules have in common, and every rule has a
 * {@code parse} over strings. A guess is flagged with a {@link vn.cuulong.vietnamese.Doubt}, never made silently.
 */
package vn.cuulong.vietnamese;
