import type { Prisma } from '../generated/prisma/client.ts';
import { tables, visitorColumns } from '../write/tables.ts';

/** Where a statement may be run: for an actor anywhere, in a write alone, or for the installation itself, of every tenant. */
export type StatementKind = 'read' | 'write' | 'across';

export type Reach = {
  /** Why it reaches beyond the business that a key is locked to. */
  readonly beyondBusiness?: string;
  /** Why a visitor is shown it, although it does not ask for a conversation. */
  readonly toVisitors?: string;
};

const models = new Map<string, Prisma.ModelName>(
  Object.entries(tables).map(([model, { table }]) => [table, model as Prisma.ModelName]),
);
const naming = /(?:\b(?:from|join|into|update|using)|,)\s+([a-z_]+)\b/gi;
const writing = /\b(?:insert\s+into|delete\s+from|update\s+\w+(?:\s+\w+)?\s+set)\b/i;
const locking = /\bfor\s+(?:no\s+key\s+update|update|share|key\s+share)\b|\bpg_advisory/i;

/** The models whose tables a text names. */
const modelsIn = (text: string): Prisma.ModelName[] =>
  [...text.matchAll(naming)].flatMap(([, table = '']) => models.get(table) ?? []);

/** Whether it changes rows, by its text. */
export const isWriting = (text: string): boolean => writing.test(text);

/**
 * Why a statement may not be declared; null where it may. What it names decides what it has to ask for: the organisation always, the
 * business where a table has one, and outside of writes, where visitors read, the conversation where a table is of one.
 */
export function faultOf(kind: StatementKind, text: string, names: readonly string[], reach: Reach): string | null {
  const uses = (name: string) => names.includes(name);
  if (kind === 'across') {
    return ['org', 'business', 'conversation'].some(uses) ? 'runs for no tenant: there is none to bind.' : null;
  }
  if (kind === 'read' && (isWriting(text) || locking.test(text)))
    return 'changes or locks rows: declare it for writes.';
  if (!uses('org')) return 'does not ask for :org.';
  const named = modelsIn(text);
  const hasLock = named.some((model) => tables[model].lock !== null);
  if (hasLock && !uses('business') && reach.beyondBusiness === undefined)
    return 'does not ask for :business, and does not say why it reaches beyond it.';
  if (reach.beyondBusiness !== undefined && (!hasLock || uses('business')))
    return 'says why it reaches beyond a business, which it does not.';
  const isOfVisitors = kind === 'read' && named.some((model) => visitorColumns[model] !== undefined);
  return isOfVisitors && !uses('conversation') && reach.toVisitors === undefined
    ? 'does not ask for :conversation, which is all there is for a visitor.'
    : null;
}
