import { createFindIdleLeads } from '../db/read/idle-rules.ts';
import { moveIdleLead } from '../domain/automation/move-idle-lead.ts';
import { createIdleLeadsJob } from '../jobs/idle-leads.ts';
import { createRetention } from '../jobs/retention.ts';
import type { Pulses } from '../pulses.ts';
import type { CoreOptions } from './core-options.ts';
import type { ActAsSystem } from './create-core.ts';

/** What is done without anybody asking. */
export function createBackground(options: CoreOptions, pulses: Pulses, actAsSystem: ActAsSystem) {
  const { clock, log } = options;
  const { pool } = options.database;
  return {
    retention: createRetention({ pool, clock, log, pulses, eventDays: options.eventRetentionDays }),
    idleLeads: createIdleLeadsJob({
      find: createFindIdleLeads(pool),
      move: ({ orgId, leadId }) => moveIdleLead(actAsSystem(orgId, 'automation'), leadId),
      clock,
      log,
      pulses,
    }),
  };
}
