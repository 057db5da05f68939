/**
 * Estimates from small matrices: benchmarking, balancing, input-output, inequality, intervals, revisions.
 *
 * <p>A method takes a validated specification and gives a result with diagnostics and reasons; a badly posed problem
 * is a {@link vn.cuulong.method.MethodException}. The JDK and commons-math3 only: nothing here knows Spark, tables or
 * files.
 */
package vn.cuulong.method;
