package vn.cuulong.table;

import java.time.LocalDate;
import vn.cuulong.contract.TableName;

/**
 * What became of the rows of one landing file in one interval of its table.
 *
 * @param table the clean table
 * @param sourceId the source that reads the file
 * @param fileId hash of its bytes
 * @param intervalStart first day of the interval; rows whose day was not understood stand in the file's first one
 * @param arrived the day in Viet Nam on which the file was last changed, or on which a run first saw this content when
 *     that was earlier
 * @param read rows found
 * @param accepted rows that are in the table
 * @param rejected rows that were refused
 * @param duplicate rows that another row stands for
 */
public record FileBook(TableName table, String sourceId, String fileId, LocalDate intervalStart, LocalDate arrived,
    long read, long accepted, long rejected, long duplicate) {}
