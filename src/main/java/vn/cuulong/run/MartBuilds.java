package vn.cuulong.run;

import java.lang.reflect.Constructor;
import java.util.List;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.TableName;
import vn.cuulong.table.TableBuild;

/**
 * Finds the class that builds a mart: {@code mart.province_month_tourism} is {@code mart.ProvinceMonthTourism}. A build
 * that follows declarations beyond its own contract, such as the list of indicators, takes the contracts in its
 * constructor.
 */
public final class MartBuilds {
  private MartBuilds() {}

  /**
   * The build of a mart.
   *
   * @throws IllegalStateException when there is no such class
   */
  public static TableBuild of(TableName mart, Jobs jobs) {
    Constructor<?> constructor = constructor(mart);
    try {
      return (TableBuild) (followsContracts(constructor) ? constructor.newInstance(jobs) : constructor.newInstance());
    } catch (ReflectiveOperationException broken) {
      throw new IllegalStateException("the build of " + mart + " cannot be made", broken);
    }
  }

  /** The declarations beyond its own contract that a mart follows: when they change, it is built again. */
  static List<Object> declarations(TableName mart, Jobs jobs) {
    return followsContracts(constructor(mart))
        ? List.of(jobs.indicators().values(), jobs.dictionary().units().values()) : List.of();
  }

  private static boolean followsContracts(Constructor<?> constructor) {
    return constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Jobs.class;
  }

  private static Constructor<?> constructor(TableName mart) {
    StringBuilder name = new StringBuilder("vn.cuulong.mart.");
    for (String word : mart.name().split("_")) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    try {
      return Class.forName(name.toString()).getConstructors()[0];
    } catch (ClassNotFoundException | ArrayIndexOutOfBoundsException missing) {
      throw new IllegalStateException("the mart " + mart + " has a contract and no build; write the class " + name
          + " with one public constructor, without arguments or with the contracts (Jobs)", missing);
    }
  }
}
