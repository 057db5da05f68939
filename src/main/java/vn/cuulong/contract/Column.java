package vn.cuulong.contract;

import java.io.Serializable;

/**
 * A column, defined once in {@code dictionary/columns.yml} and used by name in every table.
 *
 * @param name ASCII snake_case; a measure ends in its unit
 * @param type how it is stored
 * @param kind how it is understood when it is read from a landing file
 * @param unit code of {@code dictionary/units.yml}, or null when the column measures nothing
 * @param category name of a list in {@code dictionary/categories.yml}, for {@link ValueKind#CATEGORY}; else null
 * @param min least valid value (inclusive), or null
 * @param max greatest valid value (inclusive), or null
 * @param title short name for a heading
 * @param definition one or two sentences: what is counted, what is not
 */
public record Column(
    String name,
    ColumnType type,
    ValueKind kind,
    String unit,
    String category,
    Double min,
    Double max,
    Bilingual title,
    Bilingual definition) implements Serializable {}
