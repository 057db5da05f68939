# Cửu Long in a container: Spark 4.2 with Delta and the program. One image for CronJobs (driver and all work in one pod)
# and for SparkApplications (driver and executors). Build at the root of the repository:
#   docker build -t cuulong:latest .
# Where the registry of these two images is out of reach: --build-arg BUILD_IMAGE=… --build-arg SPARK_IMAGE=…
ARG BUILD_IMAGE=docker.io/library/maven:3.9-eclipse-temurin-17
ARG SPARK_IMAGE=docker.io/apache/spark:4.2.0-scala2.13-java17-ubuntu

FROM ${BUILD_IMAGE} AS build
WORKDIR /src
COPY pom.xml ./
COPY jobs ./jobs
COPY src/main ./src/main
RUN mvn -B -q -DskipTests package dependency:copy-dependencies \
    -DincludeGroupIds=io.delta -DoutputDirectory=target/delta

FROM ${SPARK_IMAGE}
# Nothing is run in this stage, and nothing of the program can be written by the user it runs as.
COPY --from=build --chown=0:0 /src/target/delta/ /opt/spark/jars/
COPY --from=build --chown=0:0 /src/target/cuulong-spark.jar /opt/cuulong/cuulong-spark.jar
# The user of the Spark image, by number, so that Kubernetes can see that it is not root. Tables and temporary files are
# on volumes: the root file system may be read-only, and no capability is needed. The entry point stays Spark's own:
# drivers and executors of a SparkApplication start by it, a CronJob calls spark-submit.
USER 185:185
WORKDIR /tmp
ENV SPARK_LOCAL_DIRS=/tmp
