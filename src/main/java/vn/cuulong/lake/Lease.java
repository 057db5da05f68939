package vn.cuulong.lake;

import vn.cuulong.contract.TableName;

/** The right to write one table, from {@link Leases#acquire} until it is closed. */
public final class Lease implements AutoCloseable {
  private final Leases leases;
  private final TableName table;
  private final Leases.Owner owner;
  private volatile boolean lost;
  private volatile boolean closed;

  Lease(Leases leases, TableName table, Leases.Owner owner) {
    this.leases = leases;
    this.table = table;
    this.owner = owner;
  }

  /** The table. */
  public TableName table() {
    return table;
  }

  /**
   * Renews the lease now; called right before a commit, so that a process that slept through its term does not write.
   *
   * @throws LeaseHeldException when another process has taken the lease over
   */
  public void confirm() {
    beat();
    if (lost || closed) {
      throw new LeaseHeldException("The lease of the table " + table + " is no longer held by this run. / Lần chạy này "
          + "không còn giữ quyền ghi bảng " + table + ".",
          "It was not renewed for " + Leases.TERM.toMinutes() + " minutes, or a clock has jumped, and another run "
          + "took it over. / Quyền ghi không được gia hạn kịp, hoặc đồng hồ đã bị chỉnh, và lần chạy khác đã nhận.",
          "Run again: nothing of this run is in the table. / Hãy chạy lại: bảng không có gì của lần chạy này.");
    }
  }

  /** Gives the lease back. */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      leases.release(this);
    }
  }

  Leases.Owner owner() {
    return owner;
  }

  synchronized void beat() {
    if (!closed && !lost) {
      lost = !leases.renew(this);
    }
  }
}
