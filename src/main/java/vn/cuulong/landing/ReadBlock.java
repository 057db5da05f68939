package vn.cuulong.landing;

import java.io.Serializable;
import vn.cuulong.table.RowBlock;

/**
 * What reading some records of a file gave.
 *
 * @param survey what was found, row by row and of the rejected ones
 * @param rows the accepted rows, in the order of the survey
 */
public record ReadBlock(FileSurvey survey, RowBlock rows) implements Serializable {}
