package vn.cuulong.publish;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import vn.cuulong.contract.Bilingual;
import vn.cuulong.contract.Dictionary;
import vn.cuulong.contract.ProductContract;
import vn.cuulong.publish.CsvFile.Dialect;

/**
 * Everything that a release is made of. Its files follow from it and from nothing else.
 *
 * @param product what is published
 * @param version under which version
 * @param codeVersion version of the software
 * @param correction what this release puts right, or null
 * @param dictionary for the words of units, lists and warnings
 * @param sources what is told of the sources that fed the tables, by id
 * @param tables the tables, in the order of the product
 */
public record Release(
    ProductContract product,
    ReleaseVersion version,
    String codeVersion,
    Correction correction,
    Dictionary dictionary,
    List<SourceNote> sources,
    List<FrozenTable> tables) {

  /**
   * What a release puts right.
   *
   * @param of the version that was wrong
   * @param why what was wrong with it
   */
  public record Correction(ReleaseVersion of, String why) {}

  /**
   * A source as a release names it.
   *
   * @param id of its contract
   * @param title in both languages
   * @param provider who gave the files
   * @param origin {@code published}, {@code administrative} or {@code synthetic}
   */
  public record SourceNote(String id, Bilingual title, Bilingual provider, String origin) {}

  /** The same release under another version. */
  public Release as(ReleaseVersion other, Correction what) {
    return new Release(product, other, codeVersion, what, dictionary, sources, tables);
  }

  /** The codes of the warnings that hold for any of the tables. */
  List<String> warnings() {
    return tables.stream().flatMap(table -> table.contract().warnings().stream()).distinct().toList();
  }

  /** What {@code synthetic} and its like are called. */
  Bilingual origin(String code) {
    return dictionary.categories().get("data_origin").codes().stream().filter(one -> one.code().equals(code))
        .findFirst().map(Dictionary.Code::title).orElse(new Bilingual(code, code));
  }

  /** How others name the release when they use it. */
  Bilingual citation() {
    return new Bilingual(
        product.creator().vi() + " (" + version.day().getYear() + "). " + product.title().vi() + ", phiên bản " + version
            + ". " + product.publisher().vi() + ".",
        product.creator().en() + " (" + version.day().getYear() + "). " + product.title().en() + ", version " + version
            + ". " + product.publisher().en() + ".");
  }

  /** The name of the release wherever releases of others are too. */
  String identifier() {
    return "cuulong/" + product.id() + "/" + version;
  }

  /**
   * A fingerprint of what the release says, whenever it is published and by which version of the software: two
   * releases with the same one hold the same numbers under the same words.
   */
  public String contentId() {
    MessageDigest digest = Sha256.digest();
    feed(digest, List.of(product.id(), product.title(), product.description(), product.creator(), product.publisher(),
        product.licence()).toString().getBytes(StandardCharsets.UTF_8));
    for (FrozenTable table : tables) {
      feed(digest, List.of(table.contract().name(), table.contract().title(), table.contract().warnings(),
          table.columns()).toString().getBytes(StandardCharsets.UTF_8));
      feed(digest, CsvFile.of(table, Dialect.INTERNATIONAL));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void feed(MessageDigest digest, byte[] part) {
    digest.update((part.length + "\n").getBytes(StandardCharsets.UTF_8));
    digest.update(part);
  }
}
