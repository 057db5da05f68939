package vn.cuulong.publish;

import java.util.List;

/**
 * What a published table was read from.
 *
 * @param version of the mart in its warehouse
 * @param builtBy fingerprint of the code and contract that built the mart
 * @param sources the landing files that fed it, sorted. Their names stay inside: a person may be named in one
 */
public record TableOrigin(long version, String builtBy, List<SourceFile> sources) {
  /**
   * A landing file.
   *
   * @param source id of the source that reads it
   * @param sha256 hash of its bytes
   */
  public record SourceFile(String source, String sha256) {}
}
