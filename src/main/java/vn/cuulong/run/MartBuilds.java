package vn.cuulong.run;

import vn.cuulong.contract.TableName;
import vn.cuulong.table.TableBuild;

/** Finds the class that builds a mart: {@code mart.province_month_tourism} is {@code mart.ProvinceMonthTourism}. */
public final class MartBuilds {
  private MartBuilds() {}

  /**
   * The build of a mart.
   *
   * @throws IllegalStateException when there is no such class
   */
  public static TableBuild of(TableName mart) {
    StringBuilder name = new StringBuilder("vn.cuulong.mart.");
    for (String word : mart.name().split("_")) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    try {
      return (TableBuild) Class.forName(name.toString()).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException missing) {
      throw new IllegalStateException("the mart " + mart + " has a contract and no build; write the class " + name
          + " with a public constructor without arguments", missing);
    }
  }
}
