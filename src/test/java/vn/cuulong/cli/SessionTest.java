package vn.cuulong.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.management.BadAttributeValueExpException;
import org.apache.spark.SecurityManager;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.apache.spark.rpc.RpcEnv;
import org.apache.spark.util.Utils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scala.Option;
import vn.cuulong.SparkForTests;

/** What Spark is told so that nobody gets in through it, and nothing out. */
class SessionTest {
  @Test
  void on_one_machine_spark_listens_there_alone_shows_no_pages_and_answers_nobody_without_its_key() {
    Map<String, String> safe = Map.of("spark.driver.bindAddress", "127.0.0.1", "spark.ui.enabled", "false",
        "spark.authenticate", "true");
    SparkConf conf = Session.settings(new SparkConf(false).setMaster("local[2]"));
    assertThat(safe).allSatisfy((name, value) -> assertThat(conf.get(name)).as(name).isEqualTo(value));
    SparkConf cluster = Session.settings(new SparkConf(false).setMaster("spark://master:7077"));
    assertThat(cluster.get("spark.sql.artifact.isolation.enabled")).isEqualTo("false");
    assertThat(safe).allSatisfy((name, value) -> assertThat(cluster.contains(name)).as(name).isFalse());
  }

  @Test
  void a_stranger_on_this_machine_who_calls_the_driver_gets_no_answer() {
    SparkForTests.session();
    SparkEnv driver = SparkEnv.get();
    SparkConf theirs = new SparkConf(false).set("spark.rpc.askTimeout", "5s").set("spark.rpc.lookupTimeout", "5s");
    SparkConf ours = driver.conf().clone().set("spark.rpc.io.clientThreads", "1");
    assertThat(reached(driver, ours, driver.securityManager())).isTrue();
    assertThat(reached(driver, theirs, new SecurityManager(theirs, Option.empty(),
        org.apache.spark.internal.config.package$.MODULE$.AUTH_SECRET_FILE()))).isFalse();
  }

  private static boolean reached(SparkEnv driver, SparkConf conf, SecurityManager security) {
    RpcEnv client = RpcEnv.create("stranger", "127.0.0.1", 0, conf, security, true);
    try {
      return client.setupEndpointRef(driver.rpcEnv().address(), "OutputCommitCoordinator") != null;
    } catch (Exception refused) {
      // Scala throws what it does not declare.
      assertThat(refused).hasStackTraceContaining("SaslMessage");
      return false;
    } finally {
      client.shutdown();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"spark.hadoop.fs.s3a.secret.key", "fs.s3a.access.key", "fs.azure.account.key.x",
      "spark.hadoop.fs.s3a.encryption.key", "PGPASSWORD", "javax.net.ssl.keyStorePassword", "aws.sessionToken",
      "cuulong.log.secrets", "CUULONG_NOTIFY_URL", "spark.ssl.keyPassphrase"})
  void what_spark_shows_of_its_settings_holds_no_secret(String name) {
    SparkConf conf = Session.settings(new SparkConf(false).setMaster("local[2]"));
    scala.collection.immutable.Seq<scala.Tuple2<String, String>> settings = scala.jdk.javaapi.CollectionConverters
        .asScala(List.of(new scala.Tuple2<>(name, "planted"))).toSeq();
    assertThat(Utils.redact(conf, settings).mkString()).doesNotContain("planted");
  }

  @Test
  void only_classes_of_data_and_of_spark_are_made_of_serialised_objects() throws Exception {
    ArrayList<Object> data = new ArrayList<>(List.of("Cần Thơ", 5L, new double[] {1}, Map.of("a", Option.apply("b"))));
    assertThat(passed(data)).isTrue();
    assertThatThrownBy(() -> passed(new BadAttributeValueExpException("x"))).isInstanceOf(InvalidClassException.class);
    assertThatThrownBy(() -> passed(new ArrayList<>(List.of(new org.apache.commons.collections4.bag.HashBag<>()))))
        .isInstanceOf(InvalidClassException.class).hasMessageContaining("REJECTED");
  }

  @Test
  void the_tests_run_under_the_same_filter_as_the_program() {
    SparkForTests.session();
    assertThat(ObjectInputFilter.Config.getSerialFilter()).isNotNull();
    assertThatThrownBy(() -> unfiltered(new BadAttributeValueExpException("x")).readObject())
        .isInstanceOf(InvalidClassException.class);
  }

  private static boolean passed(Object object) throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = unfiltered(object)) {
      if (ObjectInputFilter.Config.getSerialFilter() == null) {
        in.setObjectInputFilter(ObjectInputFilter.Config.createFilter(ObjectFilter.PATTERN));
      }
      return in.readObject() != null;
    }
  }

  private static ObjectInputStream unfiltered(Object object) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    return new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()));
  }
}
