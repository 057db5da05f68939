package vn.cuulong.sql;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.catalyst.parser.ParameterContext;
import org.apache.spark.sql.catalyst.parser.ParserInterface;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.SparkSqlParser;
import org.apache.spark.sql.internal.SQLConf;
import scala.runtime.AbstractFunction1;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/**
 * Makes every session of a process read the tables of one folder and do nothing else, whatever a client asks for. Added
 * by {@code spark.sql.extensions=vn.cuulong.sql.ReadOnly}; the folder is {@code spark.cuulong.serves}.
 */
public final class ReadOnly extends AbstractFunction1<SparkSessionExtensions, BoxedUnit> {
  private static final String SERVES = "spark.cuulong.serves";
  private static final String CATALOG = "spark.sql.catalog.cuulong";

  /**
   * The settings of a server of releases.
   *
   * @param releases the folder of all releases, absolute
   */
  public static Map<String, String> ofReleases(String releases) {
    Map<String, String> settings = settings(releases);
    settings.put(CATALOG, ReleaseCatalog.class.getName());
    settings.put(CATALOG + ".releases", releases);
    return settings;
  }

  /**
   * The settings of a server of a warehouse.
   *
   * @param warehouse an absolute folder or a URI
   * @param jobs folder of contracts, or null for those that came with the program
   */
  public static Map<String, String> ofWarehouse(String warehouse, String jobs) {
    Map<String, String> settings = settings(warehouse);
    settings.put(CATALOG, WarehouseCatalog.class.getName());
    settings.put(CATALOG + ".warehouse", warehouse);
    if (jobs != null) {
      settings.put(CATALOG + ".jobs", jobs);
    }
    return settings;
  }

  private static Map<String, String> settings(String folder) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("spark.sql.extensions", ReadOnly.class.getName());
    settings.put(SERVES, folder);
    settings.put("spark.sql.defaultCatalog", "cuulong");
    // SELECT … FROM csv.`/a/path` is no table then, at all.
    settings.put("spark.sql.runSQLOnFiles", "false");
    // ${env:SECRET} in a query would otherwise be the variable of the server's environment.
    settings.put("spark.sql.variable.substitute", "false");
    settings.put("spark.sql.scripting.enabled", "false");
    return settings;
  }

  @Override
  public BoxedUnit apply(SparkSessionExtensions extensions) {
    extensions.injectCheckRule(new AbstractFunction1<>() {
      @Override
      public scala.Function1<LogicalPlan, BoxedUnit> apply(SparkSession session) {
        return new Check(session.sparkContext());
      }
    });
    // Spark's own parser alone: without the commands of Delta, and with the arguments of a query, which Delta's parser
    // does not pass on.
    extensions.injectParser(new AbstractFunction2<>() {
      @Override
      public ParserInterface apply(SparkSession session, ParserInterface others) {
        return new Parser();
      }
    });
    return BoxedUnit.UNIT;
  }

  /** Where a client could turn it on, ${env:…} in a query would tell it a variable of the server. */
  private static final class Parser extends SparkSqlParser {
    @Override
    public <T> T parse(String query, scala.Function1<SqlBaseParser, T> rule) {
      refuseVariables(query);
      return super.parse(query, rule);
    }

    @Override
    public <T> T parseWithParameters(String query, ParameterContext arguments,
        scala.Function1<SqlBaseParser, T> rule) {
      refuseVariables(query);
      return super.parseWithParameters(query, arguments, rule);
    }

    private static void refuseVariables(String query) {
      if (SQLConf.get().variableSubstituteEnabled() && query.contains("${")) {
        throw new ForbiddenException(Forbidden.SETTING);
      }
    }
  }

  /** Runs at the end of every analysis, before anything of the plan is carried out. */
  private static final class Check extends AbstractFunction1<LogicalPlan, BoxedUnit> {
    private final QueryRule rule;

    Check(SparkContext context) {
      SparkConf conf = context.getConf();
      // Of the process, not of the session: no client can change it.
      rule = new QueryRule(conf.get(SERVES), context.hadoopConfiguration());
    }

    @Override
    public BoxedUnit apply(LogicalPlan plan) {
      rule.refusal(plan).ifPresent(why -> {
        throw new ForbiddenException(why);
      });
      return BoxedUnit.UNIT;
    }
  }
}
