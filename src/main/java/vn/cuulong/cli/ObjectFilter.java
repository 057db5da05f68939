package vn.cuulong.cli;

import java.io.ObjectInputFilter;

/**
 * Which classes this process makes out of serialised Java objects: those of Java's own values and collections, of
 * Scala, Spark and what it sends of its libraries, Hadoop, Delta and this program. Spark sends tasks and results as such
 * objects, and a library on the class path must not become a way in. What {@code -Djdk.serialFilter} says stands before
 * it.
 */
public final class ObjectFilter {
  /** Read from left to right; the last refuses the rest. Management, naming and remote calls have no place in data. */
  static final String PATTERN = String.join(";", "java.lang.**", "java.math.*", "java.net.URI", "java.nio.**",
      "java.sql.*", "java.text.*", "java.time.**", "java.io.*", "java.util.**", "scala.**", "org.apache.spark.**",
      "org.sparkproject.**", "org.apache.hadoop.**", "org.apache.parquet.**", "org.apache.avro.**", "org.apache.orc.**",
      "org.apache.commons.lang3.**", "org.apache.commons.math3.**", "org.roaringbitmap.**", "com.univocity.parsers.**",
      "com.fasterxml.jackson.core.**", "sun.util.calendar.*", "io.delta.**", "vn.cuulong.**", "!*");

  private ObjectFilter() {}

  /** Sets it for the whole process, before anything is read. */
  public static synchronized void set() {
    if (ObjectInputFilter.Config.getSerialFilter() == null) {
      ObjectInputFilter.Config.setSerialFilter(ObjectInputFilter.Config.createFilter(PATTERN));
    }
  }
}
