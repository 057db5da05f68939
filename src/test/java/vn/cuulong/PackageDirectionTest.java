package vn.cuulong;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The directions in which packages may use each other, as the design's table of packages states them. */
class PackageDirectionTest {
  private static final String ROOT = "vn.cuulong";

  /** Package, and the packages of the project that it may use beside itself. */
  private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
      Map.entry("vietnamese", Set.of()),
      Map.entry("contract", Set.of()),
      // Names of places are matched folded, and a place that is not clear is a doubt.
      Map.entry("territory", Set.of("vietnamese")),
      Map.entry("method", Set.of("territory")),
      Map.entry("table", Set.of("contract")),
      Map.entry("lake", Set.of("table", "contract")),
      Map.entry("quality", Set.of("table", "contract")),
      // A reader of a release sees names of places, not only their ids.
      Map.entry("publish", Set.of("table", "contract", "territory")),
      Map.entry("landing", Set.of("contract", "vietnamese", "territory", "table")),
      // Shows a warehouse: its tables, its ledger, and the rejects as landing shapes them; and what was published.
      Map.entry("sql", Set.of("lake", "landing", "publish", "contract", "vietnamese", "territory", "table")),
      // Says no in the words of sql, before Spark has read a request.
      Map.entry("serve", Set.of("sql")),
      // Reads the files of a release as everyone can, and nothing else.
      Map.entry("postgres", Set.of("publish")),
      // The faults that a table finds among its own rows (a key twice) have codes beside those of values.
      Map.entry("clean", Set.of("landing", "table", "contract", "vietnamese")),
      Map.entry("mart", Set.of("table", "contract", "territory", "method")),
      // Makes files and nothing else: it knows what real files look like, and no reader of them.
      Map.entry("generate", Set.of("territory")),
      Map.entry("watch", Set.of("run", "quality", "lake", "table", "contract")),
      // Definitions for schedulers out of contracts; what was missed out of the ledger.
      Map.entry("schedule", Set.of("lake", "table", "contract")),
      Map.entry("run", Set.of("landing", "clean", "mart", "publish", "quality", "lake", "sql", "vietnamese",
          "territory", "method", "table", "contract")),
      Map.entry("cli", Set.of("run", "schedule", "watch", "serve", "postgres", "landing", "clean", "mart", "publish",
          "quality", "lake", "sql", "generate", "vietnamese", "territory", "method", "table", "contract")));

  private static final Set<String> WORLD = Set.of("java.lang.System.currentTimeMillis", "java.lang.System.exit",
      "java.lang.Runtime.exit", "java.lang.Runtime.halt");

  private final JavaClasses classes = new ClassFileImporter().importPath(Path.of("target", "classes"));

  @Test
  void valuesTerritoryMethodsAndContractsNeverSeeSpark() {
    noClasses().that().resideInAnyPackage(packages("vietnamese", "territory", "method", "contract"))
        .should().dependOnClassesThat().resideInAnyPackage("org.apache.spark..", "scala..", "org.apache.hadoop..")
        .because("a rule that understands a value knows nothing of Spark")
        .allowEmptyShould(true).check(classes);
  }

  @Test
  void onlyTheLakeSeesDelta() {
    noClasses().that().resideOutsideOfPackage(ROOT + ".lake..")
        .should().dependOnClassesThat().resideInAnyPackage("io.delta..", "org.apache.spark.sql.delta..")
        .because("only lake knows Delta, paths and leases").check(classes);
  }

  @Test
  void onlyTheCommandLineBuildsASessionReadsTheClockOrExits() {
    noClasses().that().resideOutsideOfPackage(ROOT + ".cli..")
        .should().accessTargetWhere(describe("session, clock or exit", PackageDirectionTest::knowsTheWorld))
        .because("what a run does follows from its arguments, and only cli knows the world").check(classes);
  }

  @Test
  void onlyARunMeasuresHowLongThingsTake() {
    noClasses().that().resideOutsideOfPackages(packages("cli", "run"))
        .should().accessTargetWhere(describe("System.nanoTime",
            access -> of(access).equals("java.lang.System.nanoTime")))
        .because("durations belong to the record of a run").check(classes);
  }

  @Test
  void everyPackageUsesOnlyWhatStandsBelowIt() {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass one : classes) {
      String from = part(one);
      Set<String> allowed = MAY_USE.getOrDefault(from, Set.of());
      one.getDirectDependenciesFromSelf().stream().map(dependency -> dependency.getTargetClass())
          .filter(used -> used.getPackageName().startsWith(ROOT + "."))
          .filter(used -> !part(used).equals(from) && !allowed.contains(part(used)))
          .forEach(used -> wrong.add(one.getName() + " uses " + used.getName()));
    }
    assertThat(wrong).as("classes that use a package which the table of packages does not allow them").isEmpty();
  }

  @Test
  void everyPackageStandsInTheTable() {
    Set<String> found = classes.stream().map(PackageDirectionTest::part).collect(Collectors.toCollection(TreeSet::new));
    assertThat(MAY_USE.keySet()).containsAll(found);
  }

  @Test
  void theTableOfPackagesHasNoCircle() {
    Set<String> settled = new HashSet<>();
    while (settled.size() < MAY_USE.size()) {
      List<String> next = MAY_USE.keySet().stream()
          .filter(name -> !settled.contains(name) && settled.containsAll(MAY_USE.get(name))).toList();
      assertThat(next).as("packages beside " + settled + " wait for each other").isNotEmpty();
      settled.addAll(next);
    }
  }

  private static String[] packages(String... names) {
    return java.util.Arrays.stream(names).map(name -> ROOT + "." + name + "..").toArray(String[]::new);
  }

  private static String part(JavaClass one) {
    String rest = one.getPackageName().substring(Math.min(ROOT.length() + 1, one.getPackageName().length()));
    int dot = rest.indexOf('.');
    return dot < 0 ? rest : rest.substring(0, dot);
  }

  /** Calls and method references alike: {@code Instant.now()} and {@code Instant::now}. */
  private static boolean knowsTheWorld(JavaAccess<?> access) {
    String target = of(access);
    boolean clock = target.startsWith("java.time.") && target.endsWith(".now")
        || target.startsWith("java.time.Clock.system") || target.startsWith("java.time.Clock.tick")
        || target.equals("java.util.Date.<init>") && access.getTarget().getFullName().endsWith("()")
        || target.equals("java.util.Calendar.getInstance");
    return clock || WORLD.contains(target) || target.startsWith("org.apache.spark.sql.SparkSession")
        && target.endsWith(".builder");
  }

  private static String of(JavaAccess<?> access) {
    return access.getTargetOwner().getName() + "." + access.getTarget().getName();
  }
}
