package vn.cuulong.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.connect.proto.AnalyzePlanRequest;
import org.apache.spark.connect.proto.Command;
import org.apache.spark.connect.proto.CommonInlineUserDefinedFunction;
import org.apache.spark.connect.proto.ConfigRequest;
import org.apache.spark.connect.proto.ExecutePlanRequest;
import org.apache.spark.connect.proto.Expression;
import org.apache.spark.connect.proto.Filter;
import org.apache.spark.connect.proto.Plan;
import org.apache.spark.connect.proto.Read;
import org.apache.spark.connect.proto.Relation;
import org.apache.spark.connect.proto.SQL;
import org.apache.spark.connect.proto.SqlCommand;
import org.junit.jupiter.api.Test;
import org.sparkproject.connect.protobuf.Descriptors.Descriptor;
import org.sparkproject.connect.protobuf.Descriptors.FieldDescriptor;
import org.sparkproject.connect.protobuf.Message;
import vn.cuulong.sql.Forbidden;

class RequestRuleTest {
  private static final Relation TABLE = Relation.newBuilder().setRead(Read.newBuilder()
      .setNamedTable(Read.NamedTable.newBuilder().setUnparsedIdentifier("tourism.province_month_tourism"))).build();

  private static ExecutePlanRequest execute(Relation relation) {
    return ExecutePlanRequest.newBuilder().setPlan(Plan.newBuilder().setRoot(relation)).build();
  }

  @Test
  void a_query_is_taken_as_text_and_as_a_data_frame() {
    Relation text = Relation.newBuilder().setSql(SQL.newBuilder().setQuery("SELECT 1")).build();
    assertThat(RequestRule.refusal(execute(TABLE))).isEmpty();
    assertThat(RequestRule.refusal(ExecutePlanRequest.newBuilder().setPlan(Plan.newBuilder().setCommand(
        Command.newBuilder().setSqlCommand(SqlCommand.newBuilder().setInput(text)))).build())).isEmpty();
    assertThat(RequestRule.refusal(AnalyzePlanRequest.newBuilder().setSchema(AnalyzePlanRequest.Schema.newBuilder()
        .setPlan(Plan.newBuilder().setRoot(TABLE))).build())).isEmpty();
  }

  @Test
  void a_function_of_the_client_is_found_at_any_depth() {
    Relation deep = TABLE;
    for (int i = 0; i < 20; i++) {
      deep = Relation.newBuilder().setFilter(Filter.newBuilder().setInput(deep).setCondition(i > 0
          ? Expression.getDefaultInstance() : Expression.newBuilder().setCommonInlineUserDefinedFunction(
              CommonInlineUserDefinedFunction.getDefaultInstance()).build())).build();
    }
    assertThat(RequestRule.refusal(execute(deep))).contains(Forbidden.PROGRAM);
  }

  @Test
  void a_file_by_its_path_is_refused_as_a_place() {
    Relation file = Relation.newBuilder().setRead(Read.newBuilder()
        .setDataSource(Read.DataSource.newBuilder().setFormat("csv").addPaths("/etc/passwd"))).build();
    assertThat(RequestRule.refusal(execute(file))).contains(Forbidden.PLACE);
  }

  @Test
  void a_packed_plan_is_refused_because_nobody_looked_into_it() {
    assertThat(RequestRule.refusal(ExecutePlanRequest.newBuilder().setPlan(Plan.newBuilder().setCompressedOperation(
        Plan.CompressedOperation.getDefaultInstance())).build())).contains(Forbidden.PROGRAM);
  }

  @Test
  void of_all_commands_only_a_query_is_taken() {
    Set<String> taken = new TreeSet<>();
    for (FieldDescriptor command : Command.getDescriptor().getFields()) {
      Message request = ExecutePlanRequest.newBuilder().setPlan(Plan.newBuilder().setCommand(
          Command.newBuilder().setField(command, empty(command)))).build();
      if (RequestRule.refusal(request).isEmpty()) {
        taken.add(command.getName());
      }
    }
    assertThat(taken).containsExactly("sql_command");
  }

  @Test
  void of_all_relations_none_that_runs_or_reads_something_else_is_taken() {
    Set<String> refused = new TreeSet<>();
    for (FieldDescriptor relation : Relation.getDescriptor().getFields()) {
      Message request = execute(Relation.newBuilder().setField(relation, empty(relation)).build());
      if (RequestRule.refusal(request).isPresent()) {
        refused.add(relation.getName());
      }
    }
    assertThat(refused).contains("map_partitions", "group_map", "co_group_map", "apply_in_pandas_with_state",
        "ml_relation", "extension", "common_inline_user_defined_table_function",
        "common_inline_user_defined_data_source", "cached_remote_relation", "cached_local_relation");
    assertThat(refused).doesNotContain("read", "project", "filter", "join", "aggregate", "sort", "limit", "sql");
  }

  private static Message empty(FieldDescriptor field) {
    return field.getContainingType() == Relation.getDescriptor()
        ? Relation.newBuilder().newBuilderForField(field).build()
        : Command.newBuilder().newBuilderForField(field).build();
  }

  @Test
  void settings_of_how_values_are_shown_can_be_asked_for_and_nothing_else() {
    assertThat(RequestRule.refusal(get("spark.sql.session.timeZone"))).isEmpty();
    for (String key : List.of("spark.hadoop.fs.s3a.secret.key", "spark.sql.catalog.cuulong.releases",
        "spark.connect.authenticate.token")) {
      assertThat(RequestRule.refusal(get(key))).as(key).contains(Forbidden.SETTING);
    }
    for (FieldDescriptor operation : ConfigRequest.Operation.getDescriptor().getFields()) {
      boolean reads = List.of("get", "get_with_default", "get_option", "is_modifiable").contains(operation.getName());
      ConfigRequest.Operation.Builder asked = ConfigRequest.Operation.newBuilder();
      Message request = ConfigRequest.newBuilder().setOperation(
          asked.setField(operation, asked.newBuilderForField(operation).build())).build();
      assertThat(RequestRule.refusal(request).isEmpty()).as(operation.getName()).isEqualTo(reads);
    }
  }

  private static ConfigRequest get(String key) {
    return ConfigRequest.newBuilder().setOperation(ConfigRequest.Operation.newBuilder()
        .setGet(ConfigRequest.Get.newBuilder().addKeys(key))).build();
  }

  @Test
  void every_type_that_is_named_is_one_of_the_protocol() {
    Set<String> known = new HashSet<>();
    for (Message request : List.of(ExecutePlanRequest.getDefaultInstance(),
        org.apache.spark.connect.proto.Catalog.getDefaultInstance(), TABLE, Command.getDefaultInstance())) {
      request.getDescriptorForType().getFile().getMessageTypes().forEach(type -> add(type, known));
      request.getDescriptorForType().getFile().getDependencies()
          .forEach(file -> file.getMessageTypes().forEach(type -> add(type, known)));
    }
    assertThat(known).containsAll(RequestRule.TAKEN).containsAll(RequestRule.CHANGES);
    assertThat(RequestRule.TAKEN).doesNotContainAnyElementsOf(RequestRule.CHANGES);
  }

  private static void add(Descriptor type, Set<String> known) {
    known.add(type.getFullName());
    type.getNestedTypes().forEach(nested -> add(nested, known));
  }
}
