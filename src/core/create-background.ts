import { createRunAcross } from '../db/run/run.ts';
import { createFindIdleLeads } from '../domain/automation/find-idle-leads.ts';
import { createFindEndedTakeovers } from '../domain/conversations/takeover/find-ended-takeovers.ts';
import { moveIdleLead } from '../domain/automation/move-idle-lead.ts';
import { endTakeover } from '../domain/conversations/takeover/end-takeover.ts';
import { createIdleLeadsJob } from '../jobs/idle-leads.ts';
import { createEndedTakeoversJob } from '../jobs/ended-takeovers.ts';
import { createRetention } from '../jobs/retention.ts';
import type { Pulses } from '../pulses.ts';
import type { CoreOptions } from './core-options.ts';
import type { ActAsSystem } from './act-as-system.ts';

/** What is done without anybody asking. */
export function createBackground(options: CoreOptions, pulses: Pulses, actAsSystem: ActAsSystem) {
  const { clock, log } = options;
  const { pool } = options.database;
  const runAcross = createRunAcross(pool);
  return {
    retention: createRetention({ pool, clock, log, pulses, eventDays: options.eventRetentionDays }),
    idleLeads: createIdleLeadsJob({
      find: createFindIdleLeads(runAcross),
      move: ({ orgId, leadId }) => moveIdleLead(actAsSystem(orgId, 'automation'), leadId),
      clock,
      log,
      pulses,
    }),
    endedTakeovers: createEndedTakeoversJob({
      find: createFindEndedTakeovers(runAcross),
      end: ({ orgId, id }) => endTakeover(actAsSystem(orgId, 'takeover'), id),
      clock,
      log,
      pulses,
    }),
  };
}
