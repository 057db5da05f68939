package vn.cuulong.vietnamese;

import java.time.LocalDate;

/**
 * A stretch of whole months, or one day.
 *
 * @param start first day
 * @param end last day, included
 * @param code {@code 2024}, {@code 2024-Q1}, {@code 2024-03}, {@code 2024-9M}, {@code 2024-H1}, {@code 2024-03-05}
 */
public record Period(LocalDate start, LocalDate end, String code) {}
