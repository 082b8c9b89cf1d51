import { pino } from 'pino';
import { systemActor } from '../../src/access/actor.ts';
import { createRunAcross } from '../../src/db/run/run.ts';
import { deliverEmail } from '../../src/domain/emails/deliver-email.ts';
import { createFindDueEmails } from '../../src/domain/emails/find-due-emails.ts';
import type { Mailer } from '../../src/domain/emails/mailer.ts';
import { createDueMailJob } from '../../src/jobs/due-mail.ts';
import { createSmtpMailer } from '../../src/outside/mail/smtp-mailer.ts';
import { createAddressPolicy } from '../../src/webhooks/post/safe-address.ts';
import { mailBy, openMailServer, subjectOf } from '../outside/mail/mail-server.ts';
import { mail, openCampaigns } from './workspace.ts';

const log = pino({ level: 'silent' });
export const lostAfterMs = 180_000;

export const stepsAt = (...delays: number[]) =>
  delays.map((delayHours, index) => ({ ...mail(delayHours), subject: `${index + 1} for {{firstName}}` }));

/** A workspace with campaigns, a mail server, and four workers that send to it. */
export async function openMailWorkers(options: Parameters<typeof openCampaigns>[0] = {}) {
  const world = await openCampaigns(options);
  const server = await openMailServer();
  const { pool, prisma } = world.app.database;
  const addresses = createAddressPolicy({ allowedRanges: ['127.0.0.0/8'] });
  const workers = Array.from({ length: 4 }, () =>
    createSmtpMailer({ pool, clock: world.clock, log, addresses }, mailBy(server)),
  );
  const contextOf = (orgId: string) => world.app.app.services.openAs(systemActor(orgId, 'mail'));

  const turnOf = (mailer: Mailer): Promise<number> =>
    createDueMailJob({
      find: createFindDueEmails(createRunAcross(pool), lostAfterMs),
      deliver: ({ orgId, id }) => deliverEmail(contextOf(orgId), id, { mailer, lostAfterMs }),
      clock: world.clock,
      log,
    }).run();

  return {
    world,
    server,
    turnOf,
    /** One worker alone. */
    turnAlone: () => (workers[0] ? turnOf(workers[0].mailer) : Promise.resolve(0)),
    /** All four workers at once. */
    turn: () => Promise.all(workers.map(({ mailer }) => turnOf(mailer))),
    grant: (capabilities: string[]) =>
      prisma.organisation.update({ where: { id: world.orgId }, data: { outsideCapabilities: capabilities } }),
    took: () => server.taken.map((taken) => [taken.to, subjectOf(taken)]),
    states: async (leadId: string) => (await world.emails(leadId)).map(({ state }) => state),
    types: async (leadId: string) =>
      (
        await prisma.event.findMany({
          where: { orgId: world.orgId, leadId: leadId.slice('ld_'.length) },
          orderBy: { position: 'asc' },
        })
      ).map(({ type }) => type),
    async write(leadId: string, subject = 'Hi') {
      const { sendEmail } = await world.graph.ask<{ sendEmail: { email: { id: string; dueAt: string } } }>(
        'mutation ($id: ID!, $subject: String!) { sendEmail(leadId: $id, subject: $subject, body: "Hello") { email { id dueAt } } }',
        { id: leadId, subject },
      );
      return sendEmail.email;
    },
    async close() {
      for (const worker of workers) worker.close();
      await world.app.close();
      await server.close();
    },
  };
}

export type MailWorkers = Awaited<ReturnType<typeof openMailWorkers>>;
