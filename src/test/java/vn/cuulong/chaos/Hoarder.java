package vn.cuulong.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;

/** Takes all the memory of an executor when its first task starts: of the first {@link #HOW_MANY} executors. */
public final class Hoarder implements SparkPlugin {
  /** Setting: how many executors are starved before one is left in peace. */
  static final String HOW_MANY = "spark.chaos.hoarders";

  private static final int BLOCK = 1 << 18;
  /** Blocks that are given back: enough to start the task, too few to write a file. */
  private static final int CRUMBS = 4;

  @Override
  public DriverPlugin driverPlugin() {
    return null;
  }

  @Override
  public ExecutorPlugin executorPlugin() {
    return new ExecutorPlugin() {
      private final List<byte[]> hoard = new ArrayList<>();
      private boolean hungry;

      @Override
      public void init(PluginContext context, Map<String, String> extra) {
        hungry = Integer.parseInt(context.executorID()) < Integer.parseInt(context.conf().get(HOW_MANY));
      }

      @Override
      public void onTaskStart() {
        if (!hungry) {
          return;
        }
        hungry = false;
        try {
          while (true) {
            hoard.add(new byte[BLOCK]);
          }
        } catch (OutOfMemoryError full) {
          hoard.subList(0, CRUMBS).clear();
        }
      }
    };
  }
}
