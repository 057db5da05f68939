package vn.cuulong.mart;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The measures that a mart takes from one kind of record.
 *
 * @param name of the kind, unique in its mart
 * @param rows placed rows ({@link BoundaryBases#place}): at most one for each basis, unit and month where measures are
 *     recounted, any number otherwise
 * @param additive measures that are added up, and split where a new unit has to be shown on the 2004 map
 * @param recounted measures that only the records give (distinct counts, medians); null where a value had to be split
 * @param missing name of the column that lists the provinces without records of this kind
 */
record Family(String name, Dataset<Row> rows, List<Measure> additive, List<String> recounted, String missing) {}
