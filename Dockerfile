# Cửu Long on Kubernetes: Spark 4.2 with Delta and the program. One image for CronJobs (driver and all work in one pod)
# and for SparkApplications (driver and executors). Build at the root of the repository:
#   docker build -t cuulong:latest .
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /src
COPY pom.xml ./
COPY jobs ./jobs
COPY src/main ./src/main
RUN mvn -B -q -DskipTests package dependency:copy-dependencies \
    -DincludeGroupIds=io.delta -DoutputDirectory=target/delta

FROM apache/spark:4.2.0-scala2.13-java17-ubuntu
USER root
COPY --from=build /src/target/delta/ /opt/spark/jars/
COPY --from=build /src/target/cuulong-spark.jar /opt/cuulong/cuulong-spark.jar
# The user of the Spark image. Nothing of the program is writable for it; tables and temporary files are on volumes.
# The entry point stays Spark's own: drivers and executors of a SparkApplication start by it, a CronJob calls
# spark-submit.
USER 185
WORKDIR /tmp
ENV SPARK_LOCAL_DIRS=/tmp
