import type { Prisma } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { businessAsked } from './business-asked.ts';
import { countAllLeads, countLeadsOfSources, leadGroups, leadSourceCounts } from './kept-counts.sql.ts';

type Where = Prisma.LeadWhereInput;
type Reader = Pick<DomainContext, 'actor' | 'db' | 'run'>;

/** How many leads have these in common; `NONE` for those without a tier or a temperature. */
export type LeadsOf = {
  readonly stageId: string;
  readonly status: string;
  readonly tier: string;
  readonly temperature: string;
  readonly count: number;
};

const grouped = ['stageId', 'status', 'tier', 'temperature'] as const;

type Values = { readonly among: readonly string[] | null; readonly except: readonly string[] | null };

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((text) => typeof text === 'string');

/** Which values of a column are asked for; undefined where that is said otherwise than by naming them. */
function valuesAsked(asked: unknown): Values | undefined {
  if (asked === undefined) return { among: null, except: null };
  if (typeof asked === 'string') return { among: [asked], except: null };
  if (typeof asked !== 'object' || asked === null) return undefined;
  const { equals, in: listed, notIn = null, ...more }: Record<string, unknown> = { ...asked };
  if (Object.keys(more).length > 0 || !(notIn === null || isTexts(notIn))) return undefined;
  const named = [equals === undefined ? null : [equals], listed ?? null].filter((list) => list !== null);
  if (!named.every(isTexts)) return undefined;
  const [first = null, second] = named;
  return { among: second && first ? first.filter((text) => second.includes(text)) : first, except: notIn };
}

/** What is asked of leads that are not deleted beside their business; undefined where no counts are kept of it. */
function askedOf({ actor }: Reader, { deletedAt, businessId, ...others }: Where) {
  const ofBusiness = businessAsked(actor, businessId);
  return deletedAt === null && ofBusiness !== undefined ? { ofBusiness, names: Object.keys(others) } : undefined;
}

/** How many leads hold what is asked for, by stage, status, tier and temperature; null where that is not kept. */
export async function findLeadGroups(reader: Reader, where: Where): Promise<LeadsOf[] | null> {
  const asked = askedOf(reader, where);
  if (!asked?.names.every((name) => grouped.some((column) => column === name))) return null;
  const conditions = grouped.map((column) => ({ column, values: valuesAsked(where[column]) }));
  if (conditions.some(({ values }) => values === undefined)) return null;
  const holds = (row: LeadsOf) =>
    conditions.every(
      ({ column, values }) =>
        (values?.among ?? [row[column]]).includes(row[column]) && !values?.except?.includes(row[column]),
    );
  return (await reader.run(leadGroups, { ofBusiness: asked.ofBusiness })).filter(holds);
}

const sourcesAsked = (reader: Reader, where: Where) => {
  const asked = askedOf(reader, where);
  const values = asked?.names.every((name) => name === 'source') ? valuesAsked(where.source) : undefined;
  return asked && values && { ofBusiness: asked.ofBusiness, ...values };
};

/** How many leads hold what is asked for, by source, the sources of most of them; null where that is not kept. */
export async function findLeadSources(reader: Reader, where: Where, most: number) {
  const asked = sourcesAsked(reader, where);
  return asked ? reader.run(leadSourceCounts, { ...asked, most }) : null;
}

/** How many leads hold what is asked for; null where that is not kept. */
export async function countKeptLeads(reader: Reader, where: Where): Promise<number | null> {
  const asked = askedOf(reader, where);
  if (asked?.names.length === 0) return sum(await reader.run(countAllLeads, { ofBusiness: asked.ofBusiness }));
  const groups = await findLeadGroups(reader, where);
  if (groups) return sum(groups);
  const sources = sourcesAsked(reader, where);
  return sources ? sum(await reader.run(countLeadsOfSources, sources)) : null;
}

/** How many leads hold what is asked for: as it is kept, or else counted. */
export const countLeads = async (reader: Reader, where: Where): Promise<number> =>
  (await countKeptLeads(reader, where)) ?? reader.db.lead.count({ where });

const sum = (counts: readonly { readonly count: number }[]): number =>
  counts.reduce((total, { count }) => total + count, 0);
