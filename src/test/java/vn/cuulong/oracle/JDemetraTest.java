package vn.cuulong.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import jdplus.benchmarking.base.api.benchmarking.multivariate.ContemporaneousConstraint;
import jdplus.benchmarking.base.api.benchmarking.multivariate.MultivariateCholetteSpec;
import jdplus.benchmarking.base.api.benchmarking.multivariate.TemporalConstraint;
import jdplus.benchmarking.base.api.benchmarking.univariate.CholetteSpec;
import jdplus.benchmarking.base.api.benchmarking.univariate.DentonSpec;
import jdplus.benchmarking.base.api.univariate.TemporalDisaggregationSpec;
import jdplus.benchmarking.base.api.univariate.TemporalDisaggregationSpec.Model;
import jdplus.benchmarking.base.core.benchmarking.multivariate.MultivariateCholetteProcessor;
import jdplus.benchmarking.base.core.benchmarking.univariate.CholetteProcessor;
import jdplus.benchmarking.base.core.benchmarking.univariate.DentonProcessor;
import jdplus.benchmarking.base.core.univariate.TemporalDisaggregationProcessor;
import jdplus.benchmarking.base.core.univariate.TemporalDisaggregationResults;
import jdplus.toolkit.base.api.data.AggregationType;
import jdplus.toolkit.base.api.data.Parameter;
import jdplus.toolkit.base.api.timeseries.TsData;
import jdplus.toolkit.base.api.timeseries.TsPeriod;
import jdplus.toolkit.base.api.timeseries.TsUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cuulong.method.Aggregation;
import vn.cuulong.method.CholetteDagum;
import vn.cuulong.method.Denton;
import vn.cuulong.method.MultivariateCholette;
import vn.cuulong.method.RegressionDisaggregation;
import vn.cuulong.method.RegressionPath;
import vn.cuulong.method.RegressionRho;

/**
 * The same problems solved by JDemetra+ 3, the program of the European statistical system, which works by Kalman
 * filters where our methods work by matrices: nothing is shared but the definition.
 */
class JDemetraTest {
  private static final int YEARS = 20;
  /** A year before the first benchmark and six quarters after the last. */
  private static final int QUARTERS = 4 * YEARS + 10;
  private static final Aggregation AGGREGATION = Aggregation.regular(QUARTERS, YEARS, 4, 4, Aggregation.Kind.SUM);

  private final double[] indicator = new double[QUARTERS];
  private final double[] other = new double[QUARTERS];
  private double[] benchmarks;

  private void draw(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] target = new double[QUARTERS];
    double level = 100;
    double disturbance = 0;
    for (int t = 0; t < QUARTERS; t++) {
      level += random.nextDouble(-2, 4);
      indicator[t] = level;
      other[t] = random.nextDouble(10, 20);
      disturbance = 0.7 * disturbance + random.nextDouble(-5, 5);
      target[t] = 20 + 1.5 * level + 2 * other[t] + disturbance;
    }
    benchmarks = AGGREGATION.of(target);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void chowLinWithAGivenRhoIsTheSameInEverything(long seed) {
    draw(seed);
    for (double rho : new double[] {-0.3, 0, 0.5, 0.9}) {
      RegressionPath ours = ours(RegressionDisaggregation.chowLin(RegressionRho.given(rho)));
      TemporalDisaggregationResults theirs = theirs(Model.Ar1, false, Parameter.fixed(rho));
      assertSamePath(ours, theirs, 1e-11);
      assertThat(theirs.getCoefficients().toArray()).containsExactly(ours.coefficients(), within(1e-8));
      assertThat(theirs.getLikelihood().ssq()).isCloseTo(ours.rss(), within(1e-9 * ours.rss()));
      assertThat(theirs.getLikelihood().logLikelihood()).isCloseTo(ours.logLikelihood(), within(1e-9));
      assertThat(deviation(theirs, 1)).isCloseTo(ours.coefficientErrors()[1], within(1e-9));
      // Their variance of a step is rss / M, ours rss / (M - 3): two indicators and the constant.
      assertDeviationsInRatio(ours, theirs, Math.sqrt((YEARS - 3.0) / YEARS));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void chowLinFindsTheSameRho(long seed) {
    draw(seed);
    RegressionPath ours = ours(RegressionDisaggregation.chowLin());
    TemporalDisaggregationResults theirs = theirs(Model.Ar1, false, Parameter.undefined());
    assertThat(ours.rho()).isCloseTo(theirs.getMaximum().getParameters()[0], within(1e-5));
    assertSamePath(ours, theirs, 1e-6);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void fernandezHasTheSamePathAndCoefficients(long seed) {
    draw(seed);
    RegressionPath ours = ours(RegressionDisaggregation.fernandez());
    TemporalDisaggregationResults theirs = theirs(Model.Rw, true, Parameter.undefined());
    assertSamePath(ours, theirs, 1e-11);
    assertThat(theirs.getCoefficients().toArray()).containsExactly(ours.coefficients(), within(1e-8));
    // They count the start of the walk, which the constant stands for, among the unknowns: M - 1.
    assertDeviationsInRatio(ours, theirs, Math.sqrt((YEARS - 3.0) / (YEARS - 1)));
  }

  /** Their coefficients start the steps of the walk elsewhere; the path is the same. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void littermanHasTheSamePath(long seed) {
    draw(seed);
    for (double rho : new double[] {0.2, 0.5, 0.8}) {
      RegressionPath ours = ours(RegressionDisaggregation.litterman(RegressionRho.given(rho)));
      assertSamePath(ours, theirs(Model.RwAr1, true, Parameter.fixed(rho)), 1e-10);
    }
  }

  @ParameterizedTest
  @CsvSource({"PROPORTIONAL, 1", "PROPORTIONAL, 2", "ADDITIVE, 1", "ADDITIVE, 2"})
  void dentonHasTheSamePath(Denton.Form form, int order) {
    for (long seed = 1; seed <= 6; seed++) {
      draw(seed);
      for (Denton.Start start : Denton.Start.values()) {
        DentonSpec spec = DentonSpec.builder().multiplicative(form == Denton.Form.PROPORTIONAL).differencing(order)
            .modified(start == Denton.Start.FREE).aggregationType(AggregationType.Sum).buildWithoutValidation();
        TsData theirs = DentonProcessor.PROCESSOR.benchmark(series(TsUnit.QUARTER, 2000, indicator),
            series(TsUnit.YEAR, 2001, benchmarks), spec);
        assertSamePath(new Denton(form, order, start, false).benchmark(indicator, AGGREGATION, benchmarks).values(),
            theirs, 1e-9);
      }
    }
  }

  /** The additive bias is left out: theirs adds the mean gap of a year to every quarter, ours that of a quarter. */
  @ParameterizedTest
  @CsvSource({"0.729, 1, NONE, None", "0.729, 1, ESTIMATED, Multiplicative", "0.9, 0, NONE, None",
      "0.5, 0.5, NONE, None", "1, 1, NONE, None"})
  void choletteHasTheSamePath(double rho, double lambda, CholetteDagum.Bias bias,
      CholetteSpec.BiasCorrection theirBias) {
    for (long seed = 1; seed <= 6; seed++) {
      draw(seed);
      CholetteSpec spec = CholetteSpec.builder().rho(rho).lambda(lambda).bias(theirBias)
          .aggregationType(AggregationType.Sum).buildWithoutValidation();
      TsData theirs = CholetteProcessor.PROCESSOR.benchmark(series(TsUnit.QUARTER, 2000, indicator),
          series(TsUnit.YEAR, 2001, benchmarks), spec);
      assertSamePath(new CholetteDagum(rho, lambda, bias, false).benchmark(indicator, AGGREGATION, benchmarks).values(),
          theirs, 1e-9);
    }
  }

  @ParameterizedTest
  @CsvSource({"0.8, 0.5", "0.8, 1", "0.5, 0", "0.95, 0.5"})
  void multivariateCholetteHasTheSamePaths(double rho, double lambda) {
    MultivariateCholetteSpec.Builder spec = MultivariateCholetteSpec.builder().rho(rho).lambda(lambda)
        .contemporaneousConstraint(ContemporaneousConstraint.parse("nation=region0+region1+region2"));
    int years = 5;
    int quarters = 4 * years;
    double[][] regions = new double[3][quarters];
    double[][] totals = new double[3][years];
    double[] nation = new double[quarters];
    SplittableRandom random = new SplittableRandom(7);
    Map<String, TsData> known = new HashMap<>();
    for (int i = 0; i < 3; i++) {
      double[] target = new double[quarters];
      for (int t = 0; t < quarters; t++) {
        regions[i][t] = random.nextDouble(80, 120);
        target[t] = regions[i][t] * random.nextDouble(0.9, 1.2);
        nation[t] += target[t];
      }
      totals[i] = Aggregation.sums(quarters, years, 4).of(target);
      known.put("region" + i, series(TsUnit.QUARTER, 2001, regions[i]));
      known.put("year" + i, series(TsUnit.YEAR, 2001, totals[i]));
      spec.temporalConstraint(TemporalConstraint.parse("year" + i + "=sum(region" + i + ")"));
    }
    known.put("nation", series(TsUnit.QUARTER, 2001, nation));
    Map<String, TsData> theirs = new MultivariateCholetteProcessor().benchmark(known, spec.buildWithoutValidation());
    double[][] ours = new MultivariateCholette(rho, lambda, false)
        .reconcile(regions, new double[] {1, 1, 1}, nation, Aggregation.sums(quarters, years, 4), totals).values();
    for (int i = 0; i < 3; i++) {
      assertThat(ours[i]).containsExactly(theirs.get("region" + i).getValues().toArray(), within(1e-7));
    }
  }

  private RegressionPath ours(RegressionDisaggregation method) {
    return method.estimate(benchmarks, AGGREGATION, indicator, other);
  }

  /**
   * Without their fast algorithm, which starts a random walk elsewhere.
   *
   * @param startsAtZero false for a stationary disturbance, true for a random walk
   */
  private TemporalDisaggregationResults theirs(Model model, boolean startsAtZero, Parameter rho) {
    TemporalDisaggregationSpec spec = TemporalDisaggregationSpec.builder().aggregationType(AggregationType.Sum)
        .residualsModel(model).constant(true).zeroInitialization(startsAtZero).parameter(rho).truncatedParameter(0.0)
        .fast(false).rescale(true).estimationPrecision(1e-12).buildWithoutValidation();
    return TemporalDisaggregationProcessor.process(series(TsUnit.YEAR, 2001, benchmarks),
        new TsData[] {series(TsUnit.QUARTER, 2000, indicator), series(TsUnit.QUARTER, 2000, other)}, spec);
  }

  private static TsData series(TsUnit unit, int year, double[] values) {
    return TsData.ofInternal(TsPeriod.of(unit, LocalDate.of(year, 1, 1)), values.clone());
  }

  private static double deviation(TemporalDisaggregationResults theirs, int coefficient) {
    return Math.sqrt(theirs.getCoefficientsCovariance().get(coefficient, coefficient));
  }

  private static void assertSamePath(RegressionPath ours, TemporalDisaggregationResults theirs, double relative) {
    assertSamePath(ours.values(), theirs.getDisaggregatedSeries(), relative);
  }

  private static void assertSamePath(double[] ours, TsData theirs, double relative) {
    assertThat(theirs.getValues().toArray()).hasSize(QUARTERS);
    for (int t = 0; t < QUARTERS; t++) {
      double value = theirs.getValues().get(t);
      assertThat(ours[t]).as("quarter %d", t).isCloseTo(value, within(relative * Math.abs(value)));
    }
  }

  private static void assertDeviationsInRatio(RegressionPath ours, TemporalDisaggregationResults theirs, double ratio) {
    double[] deviations = theirs.getStdevDisaggregatedSeries().getValues().toArray();
    double[] errors = ours.standardErrors();
    for (int t = 0; t < QUARTERS; t++) {
      assertThat(deviations[t] / errors[t]).as("quarter %d", t).isCloseTo(ratio, within(1e-6));
    }
  }
}
