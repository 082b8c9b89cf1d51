import type { ScopedWriter } from '../scoped.ts';
import { tables } from './tables.ts';

const writing = /^(create|update|delete)/;
const delegateNames = new Set(Object.keys(tables).map((model) => model.charAt(0).toLowerCase() + model.slice(1)));

/** Whether an operation touched a row, by what it answers: a list of rows, a count, or the one row it made. */
function touchedRows(result: unknown): boolean {
  if (Array.isArray(result)) return result.length > 0;
  if (typeof result === 'object' && result !== null && 'count' in result) return result.count !== 0;
  return true;
}

type Tracked = {
  readonly client: ScopedWriter;
  /** For what changes rows otherwise. */
  readonly noteWrite: () => void;
  readonly wrote: () => boolean;
};

/**
 * A view of the transaction that knows whether anything was changed through it: a change without an audit row is a
 * defect, and no change at all moves neither revision nor log. A model's delegate is asked for when it is used: Prisma makes
 * it then, and a write uses three of thirty.
 */
export function trackWrites(transaction: object): Tracked {
  let wrote = false;
  const noticing = (delegate: object, operation: (args: unknown) => Promise<unknown>) => async (args: unknown) => {
    const result = await operation.call(delegate, args);
    wrote ||= touchedRows(result);
    return result;
  };
  const track = (delegate: object) =>
    new Proxy(delegate, {
      get(target, property) {
        const member: unknown = Reflect.get(target, property);
        const isWrite = typeof property === 'string' && writing.test(property) && typeof member === 'function';
        return isWrite ? noticing(target, member as (args: unknown) => Promise<unknown>) : member;
      },
    });
  const client = new Proxy<Record<string, unknown>>(
    {},
    {
      get(known, name) {
        if (typeof name !== 'string') return undefined;
        if (name in known || !delegateNames.has(name)) return known[name];
        const delegate: unknown = Reflect.get(transaction, name);
        if (typeof delegate !== 'object' || delegate === null) throw new Error(`The client has no model ${name}.`);
        return (known[name] = track(delegate));
      },
    },
  );
  // The delegates are the transaction's own; the type only leaves out what write() forbids.
  return { client: client as ScopedWriter, noteWrite: () => void (wrote = true), wrote: () => wrote };
}
