import { Prisma } from '../../../db/generated/prisma/client.ts';
import type { ScalarCreate } from '../../../db/scoped.ts';
import type { Tx } from '../../../db/write/write.ts';
import { invalidField } from '../../../errors.ts';
import { checkValues, type FieldDefinition } from '../../fields/check-values.ts';
import { fieldDefinitions } from '../../fields/definitions.sql.ts';
import { usualTargetType } from '../../sources/usual-target-type.ts';
import { findStage } from '../../stages/find-stage.ts';
import type { LeadRow } from '../../../events/snapshot.ts';
import type { JsonObject } from '../../input.ts';
import { type LeadFields, splitName } from './lead-input.ts';
import { mergeJson } from './merge-json.ts';

/** The columns a caller may set, as plain values; undefined leaves one as it is. */
export type LeadColumns = Partial<Omit<ScalarCreate<'Lead'>, 'id' | 'search' | 'sortName'>>;

/** What a lead has already of data that is merged, and what its source is; null for one that is not there yet. */
type Before = Pick<LeadRow, 'crmData' | 'customFields'> & { readonly source: string | null };

const none: Before = { crmData: null, customFields: null, source: null };

/** So that a field does not compile that is no column. */
type Plain<Column extends keyof LeadColumns> = { readonly [Name in Column]?: LeadColumns[Name] | undefined };

/**
 * From what was asked for to columns: names are split, stage and assignee looked up in the caller's own workspace, flexible
 * data put into what was there before; all else is taken as it is.
 * @throws INVALID for a stage or member that is not there, and for custom fields that do not fit their definitions.
 */
export const toLeadColumns = async (tx: Tx, fields: LeadFields, before: Before = none): Promise<LeadColumns> =>
  (await leadColumnsOf(tx, fields))(before);

/** The same for any number of leads, with what must be looked up looked up once. */
export async function leadColumnsOf(tx: Tx, fields: LeadFields): Promise<(before: Before) => LeadColumns> {
  const { name, firstName, lastName, bant, stage, assignedToId, crmData, customFields, ...others } = fields;
  const { status, tags, targetType, context, ...plain } = others;
  const definitions =
    customFields === undefined ? [] : await tx.run(fieldDefinitions, { names: Object.keys(customFields ?? {}) });
  const same = {
    ...(plain satisfies Plain<keyof typeof plain>),
    ...nameColumns({ name, firstName, lastName }),
    status: status === null ? 'NEW' : status,
    tags: tags === null ? [] : tags,
    context: context === null ? {} : context,
    ...bantColumns(bant === null ? noBant : (bant ?? {})),
    stageId: stage === undefined ? undefined : (await findStage(tx, stage)).id,
    assignedToId: await assigneeId(tx, assignedToId),
  };
  return (before) => {
    const columns = {
      ...same,
      targetType: targetType ?? (targetType === null ? cleared(before) : undefined),
      crmData: crmDataColumn(before.crmData, crmData),
      customFields: customFieldsColumn(definitions, before.customFields, customFields),
    };
    return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
  };
}

/** A lead always has a target type; a new one is given that of its source where it is inserted. */
const cleared = ({ source }: Before) => (source === null ? undefined : usualTargetType(source));

function crmDataColumn(before: unknown, changes: JsonObject | null | undefined) {
  if (changes === undefined) return undefined;
  return (changes && mergeJson('crmData', before, changes)) ?? Prisma.DbNull;
}

/** Given at all, values are held to their definitions; null stands for none of them. */
function customFieldsColumn(
  definitions: readonly FieldDefinition[],
  before: unknown,
  given: JsonObject | null | undefined,
) {
  if (given === undefined) return undefined;
  const whole = given && mergeJson('customFields', before, given);
  checkValues(definitions, given ?? {}, whole);
  return whole ?? Prisma.DbNull;
}

function nameColumns({ name, firstName, lastName }: Pick<LeadFields, 'name' | 'firstName' | 'lastName'>) {
  if (name === undefined) return { firstName, lastName };
  return name === null ? { firstName: null, lastName: null } : splitName(name);
}

const noBant = { budget: null, authority: null, need: null, timeline: null };

const bantColumns = ({ budget, authority, need, timeline }: NonNullable<LeadFields['bant']>) => ({
  bantBudget: budget,
  bantAuthority: authority,
  bantNeed: need,
  bantTimeline: timeline,
});

async function assigneeId(tx: Tx, memberId: string | null | undefined): Promise<string | null | undefined> {
  if (!memberId) return memberId;
  const member = await tx.member.findFirst({ where: { id: memberId, removedAt: null }, select: { id: true } });
  if (!member) throw invalidField('assignedToId', 'is no member of this workspace');
  return member.id;
}
