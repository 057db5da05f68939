package vn.cuulong.lake;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import vn.cuulong.contract.TableName;

/**
 * The leases of one run: at most one process writes a table. A lease is a file beside the table's state. It is renewed
 * while its process lives, ends when it is closed, and is taken over from a process of this machine that is gone at
 * once, from any other process when it has expired.
 */
public final class Leases implements AutoCloseable {
  /** A lease that is not renewed for this long is free. */
  public static final Duration TERM = Duration.ofMinutes(5);

  private static final JsonMapper JSON = Ledger.json();
  private static final int MOST_TAKEOVERS = 8;

  private final Storage storage;
  private final Clock clock;
  private final String runId;
  private final String host = hostName();
  private final Set<Lease> held = ConcurrentHashMap.newKeySet();
  private final Set<String> silent = ConcurrentHashMap.newKeySet();
  private Thread heartbeat;

  Leases(Storage storage, Clock clock, String runId) {
    this.storage = storage;
    this.clock = clock;
    this.runId = runId;
  }

  /**
   * What a lease file says.
   *
   * @param token of this lease and no other
   * @param host machine of its owner
   * @param pid process of its owner
   * @param processStarted when that process began, in milliseconds since 1970; -1 when the machine does not tell.
   *     A process number is used again, a number and a start are not
   * @param runId run that holds it
   * @param acquired when
   * @param expires when it is free unless renewed
   */
  record Owner(
      String token, String host, long pid, long processStarted, String runId, Instant acquired, Instant expires) {}

  /**
   * Takes the lease of a table and keeps renewing it until it is closed.
   *
   * @throws LeaseHeldException when another process has it
   */
  public Lease acquire(TableName table) {
    Owner mine = take(table, Ledger.FOLDER + "/" + table + "/lease.json", 0);
    Lease lease = new Lease(this, table, mine);
    held.add(lease);
    startHeartbeat();
    return lease;
  }

  /** Runs whose leases were taken over: their process is gone, or has not renewed them in time. */
  public Set<String> silentRuns() {
    return Set.copyOf(silent);
  }

  /** Gives every lease back. */
  @Override
  public void close() {
    held.forEach(Lease::close);
    synchronized (this) {
      if (heartbeat != null) {
        heartbeat.interrupt();
        heartbeat = null;
      }
    }
  }

  /**
   * Creates the file, or takes it over from an owner that is gone. The right to take over is itself such a file,
   * named by the token of the lease that is stale, so that of many who see it stale one wins; the winner looks again
   * whether the stale lease is still there before it puts its own in place.
   */
  private Owner take(TableName table, String path, int depth) {
    Owner mine = owner();
    if (storage.create(path, bytes(mine))) {
      return mine;
    }
    Optional<Owner> other = read(path);
    if (other.isEmpty()) {
      // Given back between the two looks, or created by a process that died before it wrote: a second look decides.
      if (storage.create(path, bytes(mine))) {
        return mine;
      }
      other = read(path);
    }
    Owner stale = other.orElseThrow(() -> heldByUnknown(table, path));
    if (!gone(stale) || depth == MOST_TAKEOVERS) {
      throw held(table, stale);
    }
    String claim = path + "." + stale.token();
    take(table, claim, depth + 1);
    try {
      Optional<Owner> again = read(path);
      if (again.isPresent() && !again.get().token().equals(stale.token())) {
        throw held(table, again.get());
      }
      storage.write(path, bytes(mine));
      silent.add(stale.runId());
      return mine;
    } finally {
      storage.delete(claim);
    }
  }

  private Owner owner() {
    Instant now = clock.instant();
    ProcessHandle self = ProcessHandle.current();
    return new Owner(UUID.randomUUID().toString(), host, self.pid(), startOf(self), runId, now, now.plus(TERM));
  }

  /** True when the owner is a process of this machine that has ended, or has not renewed its lease in time. */
  private boolean gone(Owner owner) {
    if (clock.instant().isAfter(owner.expires())) {
      return true;
    }
    if (!owner.host().equals(host)) {
      return false;
    }
    return ProcessHandle.of(owner.pid())
        .filter(ProcessHandle::isAlive)
        .filter(process -> owner.processStarted() < 0 || startOf(process) == owner.processStarted())
        .isEmpty();
  }

  private static long startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(-1L);
  }

  /** Moves the end of a lease on; false when it is no longer ours. */
  boolean renew(Lease lease) {
    String path = Ledger.FOLDER + "/" + lease.table() + "/lease.json";
    Owner mine = lease.owner();
    Instant now = clock.instant();
    boolean ours = read(path).filter(owner -> owner.token().equals(mine.token())).isPresent();
    if (ours) {
      storage.write(path, bytes(new Owner(mine.token(), mine.host(), mine.pid(), mine.processStarted(), mine.runId(),
          mine.acquired(), now.plus(TERM))));
    }
    return ours;
  }

  /** Removes a lease that is ours. */
  void release(Lease lease) {
    held.remove(lease);
    String path = Ledger.FOLDER + "/" + lease.table() + "/lease.json";
    if (read(path).filter(owner -> owner.token().equals(lease.owner().token())).isPresent()) {
      storage.delete(path);
    }
  }

  private synchronized void startHeartbeat() {
    if (heartbeat == null) {
      heartbeat = new Thread(this::beat, "lease-heartbeat");
      heartbeat.setDaemon(true);
      heartbeat.start();
    }
  }

  private void beat() {
    try {
      while (true) {
        Thread.sleep(TERM.toMillis() / 5);
        for (Lease lease : held) {
          lease.beat();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<Owner> read(String path) {
    return storage.read(path).filter(bytes -> bytes.length > 0).map(bytes -> {
      try {
        return JSON.readValue(bytes, Owner.class);
      } catch (IOException e) {
        throw new LakeException("The lease " + storage.root() + "/" + path + " cannot be read.",
            String.valueOf(e.getMessage()), "Make sure that no run is writing the table, then delete the file.", e);
      }
    });
  }

  private static byte[] bytes(Owner owner) {
    try {
      return JSON.writeValueAsBytes(owner);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private LeaseHeldException held(TableName table, Owner owner) {
    return new LeaseHeldException(
        "The table " + table + " is being written by another run. / Một lần chạy khác đang ghi bảng " + table + ".",
        "Run " + owner.runId() + " on " + owner.host() + ", process " + owner.pid() + ", has held its lease since "
            + owner.acquired() + "; it is free at " + owner.expires() + " unless renewed. / Lần chạy " + owner.runId()
            + " trên máy " + owner.host() + " (tiến trình " + owner.pid() + ") đang giữ quyền ghi.",
        "Wait for that run, or end that process and run again: a lease of a process that is gone is taken over. / Hãy "
            + "chờ lần chạy đó xong, hoặc dừng tiến trình đó rồi chạy lại.");
  }

  private LeaseHeldException heldByUnknown(TableName table, String path) {
    return new LeaseHeldException(
        "The table " + table + " is being written by another run. / Một lần chạy khác đang ghi bảng " + table + ".",
        "The lease " + storage.root() + "/" + path + " was created, but does not say by whom. / Tệp giữ quyền ghi này "
            + "không cho biết của lần chạy nào.",
        "Run again in a moment; when no other run is active and it is still there, delete the file. / Lát nữa hãy chạy "
            + "lại; nếu không có lần chạy nào khác mà tệp vẫn còn, hãy xóa tệp.");
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }
}
