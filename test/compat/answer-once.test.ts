import { expect, it } from 'vitest';
import { systemActor } from '../../src/access/actor.ts';
import { IdempotencyReplay } from '../../src/errors.ts';
import { answerOnce, claimOf } from '../../src/http/idempotency.ts';

const claim = claimOf('one', 'POST', '/api/v1/leads', { name: 'Ada' });

const answer = (requestHash: Uint8Array | null) =>
  answerOnce({
    store: {
      // Whoever was first is seen once this one has met it.
      find: async () => requestHash && { requestHash, resourceId: null, response: { status: 201, body: '{}' } },
      saveResponse: async () => undefined,
    },
    actor: systemActor('org_1', 'test'),
    claim,
    run: async () => {
      throw new IdempotencyReplay();
    },
    rebuild: async () => ({ status: 201, body: '{}' }),
    report: () => undefined,
  });

it('a request that another one under its key is ahead of may be sent again in a second', async () => {
  await expect(answer(null)).rejects.toMatchObject({
    code: 'CONFLICT',
    details: { field: 'Idempotency-Key', retryAfterSeconds: 1 },
  });
});

it('a request whose key another one had is not told to come again', async () => {
  const refused: unknown = await answer(new Uint8Array(32)).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: 'CONFLICT', details: { field: 'Idempotency-Key' } });
  expect(refused).not.toHaveProperty('details.retryAfterSeconds');
});
