import type { Meeting } from '../../db/generated/prisma/client.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import { calendars } from '../calendars/calendars.ts';
import { lockIfThere } from '../leads/fields/lead-snapshot.ts';
import { insertLead, prepareLead } from '../leads/insert-lead.ts';
import { lockMatch } from '../leads/lock-match.ts';
import { toFields } from '../leads/unproven/claims.ts';
import { fillOrNote } from '../leads/unproven/fill-or-note.ts';
import { hasRoomForLead } from '../plans.ts';
import type { Taking } from './receive-meetings.ts';

type Known = Pick<Meeting, 'leadId'> | null;

/** The lead that a booking is known to be of, locked; null where there is none, or it was deleted. */
export const lockKnown = async ({ tx }: Taking, known: Known): Promise<LeadSnapshot | null> =>
  known === null || known.leadId === null ? null : lockIfThere(tx, known.leadId);

/**
 * The lead of who books: of the booking whose place this one takes, else of the e-mail address, else a new one. What is told of a lead that is
 * there fills what is empty of it. Null where the plan has no room for a new one.
 */
export async function leadOf(taking: Taking, before: Known): Promise<LeadSnapshot | null> {
  const { tx, context, provider, notice } = taking;
  const { invitee } = notice;
  const { name, source } = calendars[provider];
  const found =
    (await lockKnown(taking, before)) ??
    (await lockMatch(tx, invitee.email)) ??
    (await lockMatch(tx, invitee.email, { behindAll: true }));
  if (found) {
    const where = `in a booking on ${name}`;
    return (await fillOrNote(tx, found, { said: invitee, own: () => ({}), where, worth: () => ({}) })).lead;
  }
  const prepared = await prepareLead(tx, toFields(invitee));
  if (!(await hasRoomForLead(tx, context.actor))) return null;
  return insertLead(tx, { source, businessId: null, widgetId: null, conversationId: null }, prepared);
}
