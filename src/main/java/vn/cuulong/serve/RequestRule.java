package vn.cuulong.serve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.connect.proto.ConfigRequest;
import org.sparkproject.connect.protobuf.Message;
import vn.cuulong.sql.Forbidden;

/**
 * Which requests of Spark Connect a read-only server takes: those of which every part, at whatever depth, is known to
 * ask for rows. What a later version of the protocol adds is refused until it is listed here.
 */
final class RequestRule {
  private static final String PACKAGE = "spark.connect.";

  /** Names of message types; a dot stands between a type and the one inside it. */
  static final Set<String> TAKEN = types("""
      Plan UserContext KeyValue Relation RelationCommon Origin PythonOrigin JvmOrigin StackTraceElement
      ExecutePlanRequest ExecutePlanRequest.RequestOption ReattachOptions ResultChunkingOptions
      AnalyzePlanRequest AnalyzePlanRequest.Schema AnalyzePlanRequest.Explain AnalyzePlanRequest.TreeString
      AnalyzePlanRequest.IsLocal AnalyzePlanRequest.IsStreaming AnalyzePlanRequest.SparkVersion
      AnalyzePlanRequest.DDLParse AnalyzePlanRequest.SameSemantics AnalyzePlanRequest.SemanticHash
      AnalyzePlanRequest.GetStorageLevel
      InterruptRequest ReattachExecuteRequest ReleaseExecuteRequest ReleaseExecuteRequest.ReleaseAll
      ReleaseExecuteRequest.ReleaseUntil ReleaseSessionRequest FetchErrorDetailsRequest CloneSessionRequest
      GetStatusRequest GetStatusRequest.OperationStatusRequest
      Command SqlCommand SQL SQL.ArgsEntry SQL.NamedArgumentsEntry SqlCommand.ArgsEntry SqlCommand.NamedArgumentsEntry
      WithRelations Read Read.NamedTable Project Filter Join Join.JoinDataType SetOperation Limit Offset Tail Aggregate
      Aggregate.Pivot Aggregate.GroupingSets Sort Drop Deduplicate LocalRelation Sample Range SubqueryAlias Repartition
      RepartitionByExpression ShowString HtmlString StatSummary StatDescribe StatCrosstab StatCov StatCorr
      StatApproxQuantile StatFreqItems StatSampleBy StatSampleBy.Fraction NAFill NADrop NAReplace NAReplace.Replacement
      ToDF WithColumnsRenamed WithColumnsRenamed.Rename WithColumnsRenamed.RenameColumnsMapEntry WithColumns Hint
      Unpivot Unpivot.Values Transpose UnresolvedTableValuedFunction ToSchema AsOfJoin LateralJoin CollectMetrics
      Catalog CurrentDatabase SetCurrentDatabase ListDatabases ListTables ListFunctions ListColumns GetDatabase GetTable
      GetFunction DatabaseExists TableExists FunctionExists CurrentCatalog SetCurrentCatalog ListCatalogs
      Expression Expression.Window Expression.Window.WindowFrame Expression.Window.WindowFrame.FrameBoundary
      Expression.SortOrder Expression.Cast Expression.UnresolvedAttribute Expression.UnresolvedFunction
      Expression.ExpressionString Expression.UnresolvedStar Expression.UnresolvedRegex
      Expression.UnresolvedExtractValue Expression.UpdateFields Expression.Alias Expression.LambdaFunction
      Expression.UnresolvedNamedLambdaVariable ExpressionCommon CallFunction NamedArgumentExpression SubqueryExpression
      SubqueryExpression.TableArgOptions
      Expression.Literal Expression.Literal.Decimal Expression.Literal.CalendarInterval Expression.Literal.Array
      Expression.Literal.Map Expression.Literal.Struct Expression.Literal.SpecializedArray Expression.Literal.Time
      Bools Ints Longs Floats Doubles Strings
      DataType DataType.Boolean DataType.Byte DataType.Short DataType.Integer DataType.Long DataType.Float
      DataType.Double DataType.String DataType.Binary DataType.NULL DataType.Timestamp DataType.Date
      DataType.TimestampNTZ DataType.Time DataType.CalendarInterval DataType.YearMonthInterval
      DataType.DayTimeInterval DataType.Char DataType.VarChar DataType.Decimal DataType.StructField DataType.Struct
      DataType.Array DataType.Map DataType.Unparsed""");

  private static final Set<String> SETTINGS = types("""
      ConfigRequest ConfigRequest.Operation ConfigRequest.Get ConfigRequest.GetWithDefault ConfigRequest.GetOption
      ConfigRequest.IsModifiable UserContext KeyValue""");

  /** What would change something; all other types that are not taken would run something. */
  static final Set<String> CHANGES = types("""
      WriteOperation WriteOperationV2 CreateDataFrameViewCommand MergeIntoTableCommand WriteStreamOperationStart
      CheckpointCommand CreateExternalTable CreateTable DropTempView DropGlobalTempView DropTable DropView
      CreateDatabase DropDatabase TruncateTable RecoverPartitions CacheTable UncacheTable ClearCache RefreshTable
      RefreshByPath AnalyzeTable AnalyzePlanRequest.Persist AnalyzePlanRequest.Unpersist""");

  /** How the names of those settings begin that clients ask for by themselves. */
  private static final List<String> OPEN = List.of("spark.sql.", "spark.python.sql.", "spark.connect.session.");

  private RequestRule() {}

  private static Set<String> types(String names) {
    Set<String> types = new HashSet<>();
    for (String name : names.strip().split("\\s+")) {
      types.add(PACKAGE + name);
    }
    return Set.copyOf(types);
  }

  /** Why a request is not taken; empty when it is. */
  static Optional<Forbidden> refusal(Message request) {
    if (request instanceof ConfigRequest settings) {
      return keysToRead(settings).stream().allMatch(RequestRule::isOpen) && allOf(request, SETTINGS) == null
          ? Optional.empty() : Optional.of(Forbidden.SETTING);
    }
    String stranger = allOf(request, TAKEN);
    if (stranger == null) {
      return Optional.empty();
    }
    if (stranger.equals(PACKAGE + "Read.DataSource")) {
      return Optional.of(Forbidden.PLACE);
    }
    return Optional.of(CHANGES.contains(stranger) ? Forbidden.CHANGE : Forbidden.PROGRAM);
  }

  private static List<String> keysToRead(ConfigRequest request) {
    ConfigRequest.Operation operation = request.getOperation();
    List<String> keys = new ArrayList<>(operation.getGet().getKeysList());
    keys.addAll(operation.getGetOption().getKeysList());
    keys.addAll(operation.getIsModifiable().getKeysList());
    operation.getGetWithDefault().getPairsList().forEach(pair -> keys.add(pair.getKey()));
    return keys;
  }

  /** Clients ask how to show and send values. Where things are, and with which key, is not theirs to know. */
  private static boolean isOpen(String key) {
    return OPEN.stream().anyMatch(key::startsWith) && !key.startsWith("spark.sql.catalog.");
  }

  /** The first type inside a message that is not among some, or null. */
  private static String allOf(Message message, Set<String> types) {
    String name = message.getDescriptorForType().getFullName();
    if (!types.contains(name)) {
      return name;
    }
    for (Object value : message.getAllFields().values()) {
      List<?> values = value instanceof List<?> many ? many : List.of(value);
      for (Object one : values) {
        String stranger = one instanceof Message part ? allOf(part, types) : null;
        if (stranger != null) {
          return stranger;
        }
      }
    }
    return null;
  }
}
