import type { SyncDelivery, SyncDeliveryOutcome, SyncSource } from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write/write.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import type { DomainContext } from '../context.ts';
import { conflict } from '../../errors.ts';
import { limits } from '../../limits.ts';
import { changeLead } from '../leads/change/change-lead.ts';
import { toLeadColumns } from '../leads/fields/lead-columns.ts';
import { lockMatch } from '../leads/lock-match.ts';
import { insertLead, prepareLead } from '../leads/insert-lead.ts';
import { type Claims, toFields } from '../leads/unproven/claims.ts';
import { fillOrNote } from '../leads/unproven/fill-or-note.ts';
import { hasRoomForLead } from '../plans.ts';
import { readPipeline } from '../stages/list-stages.ts';
import { isSigned, leadsPerHourOf } from './is-signed.ts';
import { lockSource } from './lock-source.ts';

/** What came, as its log keeps it. */
export type Came = Pick<SyncDelivery, 'contentType' | 'bytes' | 'body'> & { readonly digest: Uint8Array<ArrayBuffer> };

export type Received = {
  readonly outcome: SyncDeliveryOutcome;
  readonly leadId: string | null;
  readonly businessId: string | null;
  /** Whether its log tells of it already. */
  readonly isLogged: boolean;
};

const hourMs = 60 * 60 * 1000;

/**
 * Makes the lead that a source tells of, or completes the one that has the e-mail address: fields that are empty are filled, and what
 * contradicts the lead is noted. A source that signs also moves a lead on to its stage, never back; of what anybody may
 * post so much is taken in an hour. The same body again within a day does nothing.
 * @throws NOT_FOUND, CONFLICT where the source was deleted or switched off meanwhile
 */
export async function receiveLead(
  context: DomainContext,
  sourceId: string,
  { claims, came }: { readonly claims: Claims; readonly came: Came },
): Promise<Received> {
  return context.write(async (tx) => {
    const known = await lockMatch(tx, claims.email);
    // One body of a source after the other, so that what is counted and what is repeated is exact.
    const source = await lockSource(tx, sourceId);
    if (!source.enabled) throw conflict('This sync source is switched off.');
    const now = await tx.sharedNow();
    const unlogged = { leadId: known?.id ?? null, businessId: known?.businessId ?? null, isLogged: false };
    if (await isRepeated(tx, source, came.digest, now)) return { ...unlogged, outcome: 'REPEATED' };
    if (!(await isWithinBudget(tx, source, now))) return { ...unlogged, outcome: 'OVER_BUDGET' };
    const lead = known ?? (await lockMatch(tx, claims.email, { behindAll: true }));
    const made = lead ? await complete(tx, source, lead, claims) : await make(tx, context, source, claims);
    if (made === 'NO_ROOM') return { ...unlogged, outcome: 'NO_ROOM' };
    const { outcome, lead: after } = made;
    const about = { leadId: after.id, businessId: after.businessId };
    if (outcome === 'UNCHANGED') return { ...about, outcome, isLogged: false };
    await tx.syncDelivery.create({
      data: { ...came, ...about, id: tx.newId(), sourceId, outcome, createdAt: now },
    });
    return { ...about, outcome, isLogged: true };
  });
}

const taken: SyncDeliveryOutcome[] = ['CREATED', 'UPDATED'];

async function isRepeated(tx: Tx, { id }: SyncSource, digest: Uint8Array<ArrayBuffer>, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - limits.intakeRepeatHours * hourMs);
  const where = { sourceId: id, createdAt: { gt: since }, digest, outcome: { in: taken } };
  return (await tx.syncDelivery.findFirst({ where, select: { id: true } })) !== null;
}

async function isWithinBudget(tx: Tx, source: SyncSource, now: Date): Promise<boolean> {
  const most = leadsPerHourOf(source);
  if (most === null) return true;
  const createdAt = { gt: new Date(now.getTime() - hourMs) };
  return (await tx.syncDelivery.count({ where: { sourceId: source.id, createdAt, outcome: { in: taken } } })) < most;
}

type Made = { readonly outcome: SyncDeliveryOutcome; readonly lead: LeadSnapshot };

async function make(tx: Tx, { actor }: DomainContext, source: SyncSource, claims: Claims): Promise<Made | 'NO_ROOM'> {
  const prepared = await prepareLead(tx, { ...toFields(claims), stage: source.stageId });
  if (!(await hasRoomForLead(tx, actor))) return 'NO_ROOM';
  const origin = { source: source.type.toLowerCase(), businessId: null, widgetId: null, conversationId: null };
  return { outcome: 'CREATED', lead: await insertLead(tx, origin, prepared) };
}

async function complete(tx: Tx, source: SyncSource, before: LeadSnapshot, said: Claims): Promise<Made> {
  const where = `through the sync source “${source.name}”`;
  const { lead: filled, hasNoted } = await fillOrNote(tx, before, { said, own: () => ({}), where, worth: () => ({}) });
  const lead = isSigned(source) ? await moveOn(tx, filled, source.stageId) : filled;
  return { outcome: lead === before && !hasNoted ? 'UNCHANGED' : 'UPDATED', lead };
}

/** Who closed a deal is not sent back to where it began. */
async function moveOn(tx: Tx, lead: LeadSnapshot, stageId: string | null): Promise<LeadSnapshot> {
  if (stageId === null || stageId === lead.stageId) return lead;
  const order = (await readPipeline(tx)).map(({ id }) => id);
  if (order.indexOf(stageId) <= order.indexOf(lead.stageId)) return lead;
  return changeLead(tx, lead, await toLeadColumns(tx, { stage: stageId }));
}
