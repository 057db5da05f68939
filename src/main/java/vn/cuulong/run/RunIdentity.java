package vn.cuulong.run;

import java.time.Clock;

/**
 * Who runs.
 *
 * @param runId sorts by time of start
 * @param command what was typed, secrets left out
 * @param codeVersion version of the software
 * @param host machine
 * @param clock for the ledger and the leases
 */
public record RunIdentity(String runId, String command, String codeVersion, String host, Clock clock) {}
