import type { Actor } from '../../access/actor.ts';
import { IdempotencyReplay } from '../../errors.ts';
import type { PrismaClient } from '../generated/prisma/client.ts';
import type { Transaction } from '../transaction/transaction.ts';

/** A caller's wish that this request change things once, however often it is sent. */
export type IdempotencyClaim = {
  readonly key: string;
  /** SHA-256 over method, path and the body's value. */
  readonly requestHash: Uint8Array<ArrayBuffer>;
  /** Set by the first write that committed under the key; later writes of the same request go on without it. */
  claimed: boolean;
};

export const idempotencyWindowMs = 24 * 60 * 60 * 1000;

/** Waits for a concurrent request with the same key to commit or roll back, since both insert the same row. */
export async function claimIdempotencyKey(
  transaction: Pick<Transaction, 'execute'>,
  actor: Actor,
  claim: IdempotencyClaim,
  now: Date,
) {
  const inserted = await transaction.execute(
    `insert into idempotency_keys (org_id, api_key_id, key, request_hash, created_at) values ($1, $2, $3, $4, $5)
     on conflict (org_id, api_key_id, key) do update
        set request_hash = excluded.request_hash, resource_id = null, status = null, body = null, created_at = excluded.created_at
      where idempotency_keys.created_at <= $6`,
    [actor.orgId, actor.apiKeyId, claim.key, claim.requestHash, now, new Date(now.getTime() - idempotencyWindowMs)],
  );
  if (inserted === 0) throw new IdempotencyReplay();
}

export type StoredRequest = {
  readonly requestHash: Uint8Array;
  readonly resourceId: string | null;
  readonly response: { readonly status: number; readonly body: string } | null;
};

/** What is kept of requests, for the edge that answers a repeated one. */
export function createIdempotencyStore(prisma: PrismaClient, now: () => Date) {
  const where = (actor: Actor, key: string) => ({ orgId: actor.orgId, apiKeyId: actor.apiKeyId, key });
  return {
    async find(actor: Actor, key: string): Promise<StoredRequest | null> {
      const row = await prisma.idempotencyKey.findUnique({ where: { orgId_apiKeyId_key: where(actor, key) } });
      if (!row || row.createdAt.getTime() <= now().getTime() - idempotencyWindowMs) return null;
      const { requestHash, resourceId, status, body } = row;
      return { requestHash, resourceId, response: status === null || body === null ? null : { status, body } };
    },
    /** Keeps the response beside the row its write made, or makes the row where the request changed nothing. */
    async saveResponse(actor: Actor, claim: IdempotencyClaim, response: { status: number; body: string }) {
      await prisma.idempotencyKey.upsert({
        where: { orgId_apiKeyId_key: where(actor, claim.key) },
        create: { ...where(actor, claim.key), requestHash: claim.requestHash, ...response, createdAt: now() },
        update: response,
      });
    },
  };
}
