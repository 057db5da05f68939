package vn.cuulong.contract;

import java.io.Serializable;
import java.util.List;

/**
 * What leaves the warehouse together, under one name: {@code jobs/4-published/<id>/product.yml}.
 *
 * @param id its name, lower case words joined by hyphens
 * @param title heading in both languages
 * @param description what it holds and for whom, in both languages
 * @param tables what is published, in the order of the file
 * @param creator who made the figures
 * @param publisher the agency that issues them
 * @param contact where questions go
 * @param licence under which others may use them
 * @param frequency how often a new release is due
 * @param keywords words by which a catalogue finds it
 */
public record ProductContract(
    String id,
    Bilingual title,
    Bilingual description,
    List<PublishedTable> tables,
    Bilingual creator,
    Bilingual publisher,
    Bilingual contact,
    Licence licence,
    Frequency frequency,
    List<Bilingual> keywords) implements Serializable {

  /**
   * A table of the product.
   *
   * @param table the mart
   * @param leavesOut columns that stay inside; never one of the key
   * @param cleared columns of texts, identifiers or fingerprints that may go out, because they name nobody
   * @param sdmx what SDMX has besides the key, where all columns would be too long; none named: all
   * @param disclosure what it must not tell about single contributors, or null when it has no numbers of theirs
   */
  public record PublishedTable(TableContract table, List<String> leavesOut, List<String> cleared,
      List<String> sdmx, DisclosureContract disclosure) implements Serializable {
    /** The columns that are published, in the order of the table. */
    public List<TableContract.ColumnUse> columns() {
      return table.columns().stream().filter(use -> !leavesOut.contains(use.name())).toList();
    }
  }

  /** A licence whose text ships with the program. */
  public enum Licence {
    /** Creative Commons Attribution 4.0. */
    CC_BY_4_0("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/", "Creative Commons Attribution 4.0 "
        + "International");

    private final String spdx;
    private final String address;
    private final String title;

    Licence(String spdx, String address, String title) {
      this.spdx = spdx;
      this.address = address;
      this.title = title;
    }

    /** Its identifier in the SPDX list, as {@code product.yml} writes it. */
    public String spdx() {
      return spdx;
    }

    /** Where its author keeps it. */
    public String address() {
      return address;
    }

    /** Its full name. */
    public String title() {
      return title;
    }
  }

  /** How often a release is due, as the frequencies of Dublin Core name it. */
  public enum Frequency { DAILY, WEEKLY, MONTHLY, QUARTERLY, ANNUAL, IRREGULAR }
}
