package vn.cuulong.landing;

import java.io.Serializable;
import vn.cuulong.table.RowBlock;

/**
 * What reading some records of a file gave.
 *
 * @param survey what was found
 * @param keys of the accepted rows, in the order of the file
 * @param rows the accepted rows, in the same order
 */
public record ReadBlock(FileSurvey survey, RowKeys keys, RowBlock rows) implements Serializable {}
