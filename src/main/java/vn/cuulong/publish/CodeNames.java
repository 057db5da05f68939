package vn.cuulong.publish;

import java.util.List;
import java.util.Optional;
import vn.cuulong.contract.Bilingual;
import vn.cuulong.contract.Dictionary;
import vn.cuulong.contract.Dictionary.Category;
import vn.cuulong.contract.Dictionary.Code;
import vn.cuulong.contract.Dictionary.UnitOfMeasure;
import vn.cuulong.contract.ValueKind;
import vn.cuulong.territory.Territory;

/** What the codes in a column are called: places, and the codes of a list. */
final class CodeNames {
  private static final String UNITS = "unit_of_measure";

  private final Dictionary dictionary;
  private final Territory territory = Territory.standard();

  CodeNames(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  /** True when the column holds places. */
  static boolean isPlace(FrozenColumn column) {
    return column.column().kind() == ValueKind.UNIT;
  }

  /** True when the column holds codes of a list. */
  static boolean isListed(FrozenColumn column) {
    return column.column().category() != null;
  }

  /** What a code of a column is called; empty when the column holds no codes, or not this one. */
  Optional<Bilingual> of(FrozenColumn column, Object code) {
    if (!(code instanceof String text)) {
      return Optional.empty();
    }
    if (isPlace(column)) {
      return territory.unit(text).map(unit -> new Bilingual(unit.nameVi(), unit.nameEn()));
    }
    return isListed(column) ? codes(column.column().category()).stream().filter(one -> one.code().equals(text))
        .map(Code::title).findFirst() : Optional.empty();
  }

  /** The codes of a list. */
  List<Code> codes(String list) {
    if (list.equals(UNITS)) {
      return dictionary.units().values().stream().map(unit -> new Code(unit.code(), unit.title(), List.of())).toList();
    }
    Category category = dictionary.categories().get(list);
    return category == null ? List.of() : category.codes();
  }

  /** What a unit of measure is called; empty for null. */
  Optional<Bilingual> unitOfMeasure(String code) {
    return Optional.ofNullable(code).map(dictionary.units()::get).map(UnitOfMeasure::title);
  }
}
