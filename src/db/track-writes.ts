import type { ScopedWriter } from './scoped.ts';
import { tables } from './tables.ts';

const writing = /^(create|update|delete)/;

/**
 * A view of the transaction that knows whether anything was changed through it: a change without an audit row is a
 * defect, and no change at all moves neither revision nor log.
 */
export function trackWrites(transaction: object): { client: ScopedWriter; wrote: () => boolean } {
  let wrote = false;
  const client: Record<string, unknown> = {};
  for (const model of Object.keys(tables)) {
    const name = model.charAt(0).toLowerCase() + model.slice(1);
    const delegate: object = Reflect.get(transaction, name);
    Object.defineProperty(client, name, {
      value: new Proxy(delegate, {
        get(target, operation, receiver) {
          if (typeof operation === 'string' && writing.test(operation)) wrote = true;
          return Reflect.get(target, operation, receiver) as unknown;
        },
      }),
    });
  }
  // The delegates are the transaction's own; the type only leaves out what write() forbids.
  return { client: client as ScopedWriter, wrote: () => wrote };
}
