package vn.cuulong.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.catalyst.analysis.ResolvedNamespace;
import org.apache.spark.sql.catalyst.analysis.ResolvedNonPersistentFunc;
import org.apache.spark.sql.catalyst.analysis.ResolvedPersistentFunc;
import org.apache.spark.sql.catalyst.analysis.ResolvedTable;
import org.apache.spark.sql.catalyst.expressions.CallMethodViaReflection;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.SubqueryExpression;
import org.apache.spark.sql.catalyst.plans.logical.CTERelationRef;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.CommandResult;
import org.apache.spark.sql.catalyst.plans.logical.EmptyRelation;
import org.apache.spark.sql.catalyst.plans.logical.InsertIntoDir;
import org.apache.spark.sql.catalyst.plans.logical.InsertIntoStatement;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.OneRowRelation;
import org.apache.spark.sql.catalyst.plans.logical.Range;
import org.apache.spark.sql.catalyst.plans.logical.ScriptTransformation;
import org.apache.spark.sql.catalyst.plans.logical.SetCatalogAndNamespace;
import org.apache.spark.sql.catalyst.plans.logical.UnionLoopRef;
import org.apache.spark.sql.execution.ExternalRDD;
import org.apache.spark.sql.execution.LogicalRDD;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.LogicalRelation;
import org.apache.spark.sql.execution.datasources.v2.DataSourceV2Relation;

/** Tells a query that only reads from everything else. What is read lies in one folder, or is made by the query. */
public final class QueryRule {
  /** What a plan may begin with beside tables. Rows of an RDD are Delta's own: no text of SQL makes one. */
  private static final Set<Class<?>> OWN_ROWS = Set.of(LocalRelation.class, OneRowRelation.class, Range.class,
      CTERelationRef.class, UnionLoopRef.class, CommandResult.class, EmptyRelation.class, LogicalRDD.class,
      ExternalRDD.class, ResolvedNamespace.class, ResolvedPersistentFunc.class, ResolvedNonPersistentFunc.class);

  private final String root;
  private final Configuration conf;

  /**
   * A rule.
   *
   * @param folder where everything lies that may be read: a path or a URI
   * @param conf finds its file system
   */
  QueryRule(String folder, Configuration conf) {
    this.conf = conf;
    this.root = qualified(new Path(folder));
  }

  /** True when a statement, analysed or not, is more than a query: SHOW, DESCRIBE and EXPLAIN only look. */
  public static boolean changes(LogicalPlan plan) {
    boolean changes = changesItself(plan);
    scala.collection.Iterator<LogicalPlan> children = plan.children().iterator();
    while (!changes && children.hasNext()) {
      changes = changes(children.next());
    }
    return changes;
  }

  private static boolean changesItself(LogicalPlan plan) {
    if (plan instanceof InsertIntoStatement || plan instanceof InsertIntoDir) {
      return true;
    }
    String name = plan.getClass().getSimpleName();
    if (name.contains("ExecuteImmediate")) {
      // Its text is carried out while the plan is still being analysed.
      return true;
    }
    boolean looks = name.startsWith("Show") || name.startsWith("Describe") || name.startsWith("Explain");
    return plan instanceof Command && !looks;
  }

  /** Why an analysed plan is not answered; empty when it is. */
  Optional<Forbidden> refusal(LogicalPlan plan) {
    // USE changes nothing but what short names mean in this session.
    if (!(plan instanceof SetCatalogAndNamespace) && changesItself(plan)) {
      return Optional.of(Forbidden.CHANGE);
    }
    if (plan instanceof ScriptTransformation) {
      return Optional.of(Forbidden.PROGRAM);
    }
    if (plan.children().isEmpty() && !isServed(plan)) {
      return Optional.of(Forbidden.PLACE);
    }
    Optional<Forbidden> found = Optional.empty();
    scala.collection.Iterator<Expression> expressions = plan.expressions().iterator();
    while (found.isEmpty() && expressions.hasNext()) {
      found = refusal(expressions.next());
    }
    scala.collection.Iterator<LogicalPlan> children = plan.children().iterator();
    while (found.isEmpty() && children.hasNext()) {
      found = refusal(children.next());
    }
    return found;
  }

  private Optional<Forbidden> refusal(Expression expression) {
    if (expression instanceof CallMethodViaReflection) {
      return Optional.of(Forbidden.PROGRAM);
    }
    Optional<Forbidden> found = expression instanceof SubqueryExpression subquery
        ? refusal((LogicalPlan) subquery.plan()) : Optional.empty();
    scala.collection.Iterator<Expression> children = expression.children().iterator();
    while (found.isEmpty() && children.hasNext()) {
      found = refusal(children.next());
    }
    return found;
  }

  private boolean isServed(LogicalPlan leaf) {
    if (leaf instanceof LogicalRelation stored) {
      return stored.relation() instanceof HadoopFsRelation files && isBelow(files);
    }
    if (leaf instanceof DataSourceV2Relation made) {
      return made.table() instanceof LocalTable;
    }
    if (leaf instanceof ResolvedTable shown) {
      return shown.catalog() instanceof ReadOnlyCatalog;
    }
    return leaf instanceof Command || OWN_ROWS.contains(leaf.getClass());
  }

  private boolean isBelow(HadoopFsRelation files) {
    return files.location().rootPaths().forall(path -> {
      String place = qualified(path);
      return place.equals(root) || place.startsWith(root + "/");
    });
  }

  private String qualified(Path path) {
    try {
      return path.getFileSystem(conf).makeQualified(path).toString();
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    }
  }
}
