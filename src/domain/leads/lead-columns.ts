import { Prisma } from '../../db/generated/prisma/client.ts';
import type { ScalarCreate } from '../../db/scoped.ts';
import type { Tx } from '../../db/write.ts';
import { invalid } from '../errors.ts';
import { findStage } from '../stages/find-stage.ts';
import { type LeadFields, splitName } from './lead-input.ts';

/** The columns a caller may set, as plain values; undefined leaves one as it is. */
export type LeadColumns = Partial<Omit<ScalarCreate<'Lead'>, 'id' | 'search'>>;

/**
 * From what was asked for to columns: names are split, stage and assignee looked up in the caller's own workspace.
 * @throws INVALID for a stage or member that is not there.
 */
export async function toLeadColumns(tx: Tx, fields: LeadFields): Promise<LeadColumns> {
  const columns = {
    ...nameColumns(fields),
    email: fields.email,
    phone: fields.phone,
    handle: fields.handle,
    company: fields.company,
    jobTitle: fields.jobTitle,
    status: fields.status === null ? 'NEW' : fields.status,
    temperature: fields.temperature,
    score: fields.score,
    tags: fields.tags === null ? [] : fields.tags,
    targetType: fields.targetType,
    remark: fields.remark,
    context: fields.context === null ? Prisma.DbNull : fields.context,
    ...bantColumns(fields.bant),
    stageId: fields.stage === undefined ? undefined : (await findStage(tx, fields.stage)).id,
    assignedToId: await assigneeId(tx, fields.assignedToId),
  };
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}

function nameColumns({ name, firstName, lastName }: LeadFields) {
  if (name === undefined) return { firstName, lastName };
  return name === null ? { firstName: null, lastName: null } : splitName(name);
}

function bantColumns(bant: LeadFields['bant']) {
  if (bant === undefined) return {};
  if (bant === null) return { bantBudget: null, bantAuthority: null, bantNeed: null, bantTimeline: null };
  return { bantBudget: bant.budget, bantAuthority: bant.authority, bantNeed: bant.need, bantTimeline: bant.timeline };
}

async function assigneeId(tx: Tx, memberId: string | null | undefined): Promise<string | null | undefined> {
  if (!memberId) return memberId;
  const member = await tx.member.findFirst({ where: { id: memberId }, select: { id: true } });
  if (!member) throw invalid('assignedToId: is no member of this workspace', 'assignedToId');
  return member.id;
}
