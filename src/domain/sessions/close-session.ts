import type { Tx } from '../../db/write/write.ts';
import type { DomainContext } from '../context.ts';

/** Leaves the console: the session ends at once, on what it has open as well. Leaving again changes nothing. */
export async function closeSession({ actor, write, services }: DomainContext): Promise<void> {
  const { session } = actor;
  if (!session) return;
  await write(async (tx) => endSessions(tx, { id: session.id }));
  services.keyRevoked(session.id);
}

type Which = { readonly id: string | { in: string[] } } | { readonly openedById: { in: string[] } };

/** Ends sessions, each with an audit row. */
export async function endSessions(tx: Tx, which: Which): Promise<void> {
  const closed = await tx.apiKey.updateManyAndReturn({
    where: { ...which, isSession: true, revokedAt: null },
    data: { revokedAt: tx.now },
  });
  for (const session of closed) tx.audit('session.closed', session);
}
