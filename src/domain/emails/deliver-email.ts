import type { DomainContext } from '../context.ts';
import { claimEmail, type Claimed } from './claim-email.ts';
import { giveUpLost } from './give-up-lost.ts';
import type { Mailer } from './mailer.ts';
import { settleEmail } from './settle-email.ts';
import { writeEmail } from './write-email.ts';

export type DeliverOptions = {
  readonly mailer: Mailer;
  /** How long a claim stands before its mail is given up as uncertain: several times as long as handing it over may take. */
  readonly lostAfterMs: number;
};

/**
 * Takes one due mail as far as it goes: claims it, hands it over, records what became of it. One that was claimed by who died is given up.
 * Answers whether it was handed over.
 */
export async function deliverEmail(context: DomainContext, id: string, options: DeliverOptions): Promise<boolean> {
  const { mailer, lostAfterMs } = options;
  const found = await context.db.scheduledEmail.findFirst({ where: { id }, select: { state: true } });
  if (found?.state === 'CLAIMED') {
    await giveUpLost(context, id, lostAfterMs);
    return false;
  }
  if (!(await mailer.mayTry(context.actor.orgId))) return false;
  let startedAt = performance.now();
  let claimed: Claimed = await claimEmail(context, id, mailer);
  if (claimed && 'toWrite' in claimed) {
    await writeEmail(context, claimed);
    startedAt = performance.now();
    claimed = await claimEmail(context, id, mailer);
  }
  if (!claimed || !('mail' in claimed)) return false;
  const { mail, claimedBy } = claimed;
  // A process that was held up for longer than its claim may stand has been given up by others.
  const isInTime = performance.now() - startedAt < lostAfterMs / 2;
  const posted = isInTime
    ? await mailer.post(mail)
    : ({ outcome: 'LATER', error: 'The server was held up before it could send it.', isServers: true } as const);
  await settleInsistently(context, { id, claimedBy }, posted);
  return true;
}

const settleTries = 5;

/** What went out is known here alone until it is recorded: an outage of the database is waited out for a while. */
async function settleInsistently(...given: Parameters<typeof settleEmail>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await settleEmail(...given);
    } catch (error) {
      if (tries >= settleTries) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500 * tries));
    }
  }
}
