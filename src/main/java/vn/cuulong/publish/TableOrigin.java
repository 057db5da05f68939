package vn.cuulong.publish;

import java.util.List;
import vn.cuulong.contract.TableName;

/**
 * What a published table was read from.
 *
 * @param version of the mart in its warehouse
 * @param builtBy fingerprint of the code and contract that built the mart
 * @param madeOf the tables behind the mart, at whatever distance, by name
 * @param sources the landing files that fed it, sorted
 */
public record TableOrigin(long version, String builtBy, List<MadeOf> madeOf, List<SourceFile> sources) {
  /** A table that is not made of others that anybody should know of. */
  public TableOrigin(long version, String builtBy, List<SourceFile> sources) {
    this(version, builtBy, List.of(), sources);
  }

  /**
   * A table behind a mart.
   *
   * @param table its name
   * @param version its version in the warehouse
   */
  public record MadeOf(TableName table, long version) {}

  /**
   * A landing file.
   *
   * @param source id of the source that reads it
   * @param sha256 hash of its bytes
   * @param name its name, without folders; null unless the source holds published figures and no personal data: a
   *     person may be named in any other
   * @param newest first day of the newest interval that it has rows of, in ISO form; null when none was understood
   */
  public record SourceFile(String source, String sha256, String name, String newest) {}
}
