import { createRunAcross } from '../db/run/run.ts';
import { createFindIdleLeads } from '../domain/automation/find-idle-leads.ts';
import { moveIdleLead } from '../domain/automation/move-idle-lead.ts';
import { endTakeover } from '../domain/conversations/takeover/end-takeover.ts';
import { createFindEndedTakeovers } from '../domain/conversations/takeover/find-ended-takeovers.ts';
import { deliverEmail } from '../domain/emails/deliver-email.ts';
import { createFindDueEmails } from '../domain/emails/find-due-emails.ts';
import { recordMailReply } from '../domain/emails/record-mail-reply.ts';
import { recordMailReport } from '../domain/emails/record-mail-report.ts';
import { createFindDueMailboxes } from '../domain/sync-sources/find-due-mailboxes.ts';
import { createSyncMailboxesJob } from '../jobs/sync-mailboxes.ts';
import { createDueMailJob } from '../jobs/due-mail.ts';
import { createEndedTakeoversJob } from '../jobs/ended-takeovers.ts';
import { createIdleLeadsJob } from '../jobs/idle-leads.ts';
import { createMailboxPosition } from '../jobs/mailbox-position.ts';
import { createJobWorker } from '../jobs/queue/worker.ts';
import { createRetention } from '../jobs/retention.ts';
import { jobWorks } from '../jobs/runners.ts';
import { scheduledWorks } from '../jobs/scheduled.ts';
import { limits } from '../limits.ts';
import type { Outside } from '../outside/create-outside.ts';
import type { ImapServer } from '../outside/returned/imap-connection.ts';
import { createReadMailbox } from '../outside/mailboxes/read-mailbox.ts';
import { createReturnedMail } from '../outside/returned/returned-mail.ts';
import type { Pulses } from '../pulses.ts';
import type { ActAsSystem } from './act-as-system.ts';
import { outsideAddressesOf } from './address-policy.ts';
import type { CoreOptions } from './core-options.ts';

/** What is done behind requests, and without anybody asking. */
export function createBackground(
  options: CoreOptions,
  pulses: Pulses,
  actAsSystem: ActAsSystem,
  { mailer, mailboxes }: Pick<Outside, 'mailer' | 'mailboxes'>,
) {
  const { clock, log, database } = options;
  const { pool } = database;
  const runAcross = createRunAcross(pool);
  const retention = createRetention({ pool, clock, eventDays: options.eventRetentionDays });
  const idleLeads = createIdleLeadsJob({
    find: createFindIdleLeads(runAcross),
    move: ({ orgId, leadId }) => moveIdleLead(actAsSystem(orgId, 'automation'), leadId),
    clock,
    log,
  });
  const endedTakeovers = createEndedTakeoversJob({
    find: createFindEndedTakeovers(runAcross),
    end: ({ orgId, id }) => endTakeover(actAsSystem(orgId, 'takeover'), id),
    clock,
    log,
  });
  const lostAfterMs = options.mailLostMs ?? limits.mailLostMs;
  const dueMail =
    mailer &&
    createDueMailJob({
      find: createFindDueEmails(runAcross, lostAfterMs),
      deliver: ({ orgId, id }) => deliverEmail(actAsSystem(orgId, 'mail'), id, { mailer, lostAfterMs }),
      clock,
      log,
    });
  const readMailbox = createReadMailbox({
    pool,
    clock,
    log,
    secretBox: options.secretBox,
    mailboxes,
    openDomain: (orgId) => actAsSystem(orgId, 'mailbox'),
  });
  const syncMailboxes = createSyncMailboxesJob({
    find: createFindDueMailboxes(runAcross),
    read: readMailbox,
    clock,
    log,
  });
  const returned = options.returnedMail ? createMailboxReader(options, options.returnedMail, actAsSystem) : null;
  const scheduled = scheduledWorks(pulses, {
    ENDED_TAKEOVERS: async (isStopping) => ({ ended: await endedTakeovers.run(isStopping) }),
    DUE_MAIL: async (isStopping) => (dueMail ? { sent: await dueMail.run(isStopping) } : null),
    RETURNED_MAIL: async (isStopping) => (returned ? { told: await returned.read(isStopping) } : null),
    SYNC_MAILBOXES: async (isStopping) => ({ told: await syncMailboxes.run(isStopping) }),
    IDLE_LEADS: async (isStopping) => ({ moved: await idleLeads.run(isStopping) }),
    RETENTION: retention.prune,
  });
  const works = { ...jobWorks({ actAsSystem }), ...scheduled };
  return { jobs: createJobWorker({ database, clock, log, pulses, works, leaseMs: options.jobLeaseMs }) };
}

/** Reads the mailbox that mail comes back to. */
function createMailboxReader(options: CoreOptions, server: ImapServer, actAsSystem: ActAsSystem) {
  const { database, log } = options;
  const across = { runAcross: createRunAcross(database.pool), actAsSystem };
  return createReturnedMail({
    server,
    addresses: outsideAddressesOf(options),
    log,
    position: createMailboxPosition(database.pool),
    report: (report) => recordMailReport(across, report),
    reply: (reply) => recordMailReply(across, reply),
  });
}
