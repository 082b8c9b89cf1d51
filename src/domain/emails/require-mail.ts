import type { DomainContext } from '../context.ts';
import { conflict, forbidden } from '../../errors.ts';
import { isPublicUrl } from '../public-url.ts';
import type { Mailer } from './mailer.ts';

/** Whether campaigns may be made and enrolled in: what they send must lead back here, for who wants no more of it. */
export function requireReachable({ services: { mailer, publicUrl } }: DomainContext): void {
  if (leadsBack(mailer, publicUrl)) return;
  throw conflict(
    'Campaigns cannot send: their mails must say where to unsubscribe, and PUBLIC_URL is not a public https address. The operator sets it.',
    { reason: 'not_configured' },
  );
}

/** Whether who gets a campaign’s mail can follow what it says of unsubscribing. */
export const leadsBack = (mailer: Mailer | null, publicUrl: string): boolean =>
  mailer?.kind !== 'SMTP' || mailer.isOnLoopback || isPublicUrl(publicUrl);

/** What becomes of a campaign’s mail that is due: it leaves, is kept as a file that reaches nobody, or stays in the queue. */
export type Mailing = 'LEAVES' | 'KEPT' | 'HELD';

export async function findMailing(context: DomainContext): Promise<Mailing> {
  const { mailer, publicUrl } = context.services;
  if (!mailer || !leadsBack(mailer, publicUrl) || !(await mayMail(context))) return 'HELD';
  return mailer.kind === 'SMTP' ? 'LEAVES' : 'KEPT';
}

/** @throws FORBIDDEN where staff has not granted the workspace to send mail by the operator's server */
export async function requireMayMail(context: DomainContext): Promise<void> {
  if (!(await mayMail(context)))
    throw forbidden('This workspace may not send mail yet: staff grants MAIL with setOutsideCapabilities.');
}

async function mayMail({ actor, db }: DomainContext): Promise<boolean> {
  const organisation = await db.organisation.findFirst({
    where: { id: actor.orgId },
    select: { outsideCapabilities: true },
  });
  return organisation?.outsideCapabilities.includes('MAIL') ?? false;
}
