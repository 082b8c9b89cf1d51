/**
 * A common table expression that lets its statement commit without waiting for the disk; it must be joined to run. What the
 * database server loses of claims and outcomes when it crashes is only delivered once more, under the same event id.
 */
export const notWaitingForDisk = `not_waiting_for_disk as materialized (
  select set_config('synchronous_commit', 'off', true)
)`;
