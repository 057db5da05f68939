package vn.cuulong.landing;

import java.io.Serializable;
import vn.cuulong.contract.Dictionary;
import vn.cuulong.contract.TableContract;

/**
 * What is needed to read files for a clean table.
 *
 * @param table the fed table
 * @param dictionary the words
 */
public record TablePlan(TableContract table, Dictionary dictionary) implements Serializable {}
