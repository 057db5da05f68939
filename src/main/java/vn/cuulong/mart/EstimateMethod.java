package vn.cuulong.mart;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.cuulong.contract.MethodContract;
import vn.cuulong.contract.MethodContract.Parameter;
import vn.cuulong.method.DigitalEconomySpec;
import vn.cuulong.method.DigitalEconomySpec.Chosen;
import vn.cuulong.method.DigitalEconomySpec.Quotients;
import vn.cuulong.method.DigitalPart;
import vn.cuulong.method.MethodException;
import vn.cuulong.territory.Territory;

/** {@code method.yml} as the estimate of the digital economy understands it. */
final class EstimateMethod {
  private static final Set<String> NAMES = new TreeSet<>(Set.of("core_services_of_infocomm",
      "telecom_of_core_services", "first_release_points", "later_release_points", "yearly_change_points",
      "agriculture_of_digital", "services_of_digital", "yearly_change_of_split_points", "province_deviation",
      "structure_published_deviation", "structure_of_part_year_deviation", "structure_of_successor_deviation",
      "structure_of_region_deviation", "structure_per_year_deviation", "published_province_points",
      "path_deviation"));

  private final MethodContract contract;

  EstimateMethod(MethodContract contract) {
    this.contract = contract;
  }

  /** Hash of every choice. */
  String hash() {
    return DigitalFigures.hash(contract.withSyntheticPaths(false).toString());
  }

  /** Hash of every choice, and of whether the run allows synthetic records within the years. */
  String pathHash() {
    return DigitalFigures.hash(contract.toString());
  }

  /** The choices, complete and known by name. */
  DigitalEconomySpec spec() {
    requireNames("parameters", contract.parameters().keySet(), NAMES);
    Map<DigitalPart, Quotients> quotients = new EnumMap<>(DigitalPart.class);
    Set<String> keys = new TreeSet<>();
    for (DigitalPart part : DigitalPart.values()) {
      String name = part.key();
      keys.add(name);
      if (contract.keys().containsKey(name)) {
        quotients.put(part, quotients(contract.keys().get(name)));
      }
    }
    requireNames("keys", contract.keys().keySet(), keys);
    return new DigitalEconomySpec(contract.seed(), contract.draws(), chosen("core_services_of_infocomm"),
        chosen("telecom_of_core_services"), value("first_release_points"), value("later_release_points"),
        value("yearly_change_points"), chosen("agriculture_of_digital"), chosen("services_of_digital"),
        value("yearly_change_of_split_points"), value("province_deviation"), value("structure_published_deviation"),
        value("structure_of_part_year_deviation"), value("structure_of_successor_deviation"),
        value("structure_of_region_deviation"), value("structure_per_year_deviation"),
        value("published_province_points"), value("path_deviation"), quotients);
  }

  private static void requireNames(String what, Set<String> given, Set<String> wanted) {
    if (!given.equals(wanted)) {
      Set<String> missing = new TreeSet<>(wanted);
      missing.removeAll(given);
      Set<String> unknown = new TreeSet<>(given);
      unknown.removeAll(wanted);
      throw new MethodException("The method.yml of the digital economy cannot be used", "its " + what + " lack "
          + missing + " and name " + unknown + ", which nobody reads", "Name exactly " + wanted);
    }
  }

  private static Quotients quotients(MethodContract.Key key) {
    Map<String, Chosen> units = new TreeMap<>();
    key.units().forEach((unit, parameter) -> {
      if (Territory.standard().unit(unit).isEmpty()) {
        throw new MethodException("The method.yml of the digital economy cannot be used", "it names the unit " + unit
            + ", which there is not", "Write the id of a province, such as long-an-2004");
      }
      units.put(unit, new Chosen(parameter.value(), parameter.error()));
    });
    return new Quotients(new Chosen(key.other().value(), key.other().error()), units);
  }

  private Chosen chosen(String name) {
    Parameter parameter = contract.parameters().get(name);
    return new Chosen(parameter.value(), parameter.error());
  }

  private double value(String name) {
    return contract.parameters().get(name).value();
  }
}
