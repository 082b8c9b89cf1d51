import type { ScopedClient } from '../scoped.ts';
import { joinTo } from './joinable-pool.ts';
import type { Transaction } from './transaction.ts';

export type OrmInTransaction = Parameters<Parameters<ScopedClient['$transaction']>[0]>[0];

export type JoinedOrm = {
  /** The ORM within the transaction; it joins where it is first asked for. */
  open(): Promise<OrmInTransaction>;
  /** Before the transaction ends. */
  leave(): Promise<void>;
};

/** What statements of our own do not reach is asked through the ORM, on the same connection. Most writes never load it. */
export function createJoinedOrm(client: ScopedClient, transaction: Transaction, timeoutMs: number): JoinedOrm {
  const over = Promise.withResolvers<void>();
  let joined: Promise<OrmInTransaction> | undefined;
  let left: Promise<void> | undefined;

  function join(): Promise<OrmInTransaction> {
    const opened = Promise.withResolvers<OrmInTransaction>();
    const work = async (orm: OrmInTransaction) => {
      opened.resolve(orm);
      await over.promise;
    };
    // Its own time begins later than the transaction's, which ends first.
    left = joinTo(transaction, () => client.$transaction(work, { maxWait: timeoutMs, timeout: timeoutMs }));
    left.catch(opened.reject);
    return opened.promise;
  }

  return {
    open: () => (joined ??= join()),
    async leave() {
      over.resolve();
      await left?.catch(() => undefined);
    },
  };
}
