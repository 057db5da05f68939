package vn.cuulong.generate;

import java.nio.file.Path;
import java.util.List;

/**
 * What was generated.
 *
 * @param files every landing file, in the order of writing
 * @param rows records in all of them, duplicates and broken ones included
 * @param spoiled lines of the truth files
 */
public record Generated(List<File> files, long rows, long spoiled) {

  /**
   * One landing file.
   *
   * @param source id of its source
   * @param path where it is
   * @param rows records in it
   * @param spoiled lines of the truth file about it
   */
  public record File(String source, Path path, long rows, long spoiled) {}
}
