package vn.cuulong.schedule;

import java.util.ArrayList;
import java.util.List;
import vn.cuulong.contract.Schedule;

/**
 * Where the program and its data are on the machine of a scheduler.
 *
 * @param home folder of the program
 * @param landing landing folder
 * @param warehouse folder of the tables
 * @param releases folder of the releases
 * @param image container image, for Kubernetes
 */
public record Deployment(String home, String landing, String warehouse, String releases, String image) {

  /** The usual places. */
  public static Deployment usual() {
    return new Deployment("/srv/cuulong", "/srv/landing", "/srv/warehouse", "/srv/releases", "cuulong:latest");
  }

  /** What stands behind {@code cuulong} on the command line of a schedule. */
  List<String> arguments(Schedule schedule) {
    List<String> arguments = new ArrayList<>(schedule.command());
    if (schedule.work() == Schedule.Work.RUN) {
      arguments.addAll(List.of("--landing", landing));
    }
    arguments.addAll(List.of("--warehouse", warehouse));
    if (schedule.work() != Schedule.Work.RUN) {
      arguments.addAll(List.of("--releases", releases));
    }
    return arguments;
  }

  /** The whole command line. */
  String command(Schedule schedule) {
    return home + "/cuulong " + String.join(" ", arguments(schedule));
  }
}
