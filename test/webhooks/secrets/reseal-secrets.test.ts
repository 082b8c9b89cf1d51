import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSecretBox } from '../../../src/access/secret-box.ts';
import type { Database } from '../../../src/db/open/database.ts';
import { secretContext } from '../../../src/domain/webhooks/signing-secret.ts';
import { resealSecrets } from '../../../src/webhooks/reseal-secrets.ts';
import { sealedTables } from '../../../src/webhooks/sealed-tables.ts';
import { openTestDatabase } from '../../support/database.ts';
import { openPipeline, secret } from '../pipeline.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

it('seals current and previous secrets anew, batch by batch, passes over those that are, and counts those that are lost', async () => {
  await using pipeline = await openPipeline(database);
  const [from, to, other] = [
    pipeline.secretBox,
    createSecretBox(Buffer.alloc(32, 5)),
    createSecretBox(Buffer.alloc(32, 6)),
  ];
  const ids: string[] = [];
  for (let index = 0; index < 7; index += 1) ids.push(await pipeline.addEndpoint('http://127.0.0.1:9/'));
  const [rotating, done, lost] = ids as [string, string, string];
  const contextOf = (id: string) => secretContext(pipeline.orgId, id);
  const set = async (id: string, data: object) =>
    database.prisma.webhookEndpoint.update({ where: { orgId_id: { orgId: pipeline.orgId, id } }, data });
  await set(rotating, { previousSecret: from.seal('the one before', contextOf(rotating)) });
  await set(done, { secret: to.seal(secret, contextOf(done)) });
  await set(lost, { secret: other.seal(secret, contextOf(lost)) });

  expect(await resealSecrets(database.pool, { from, to }, 2)).toEqual({ resealed: 5, lost: 1 });
  const rows = await database.prisma.webhookEndpoint.findMany({ where: { id: { in: ids, not: lost } } });
  expect(rows.map((row) => to.open(row.secret, contextOf(row.id)))).toEqual(Array.from({ length: 6 }, () => secret));
  const previous = rows.find(({ id }) => id === rotating)?.previousSecret;
  expect(previous && to.open(previous, contextOf(rotating))).toBe('the one before');
  expect(await resealSecrets(database.pool, { from, to }, 2)).toEqual({ resealed: 0, lost: 1 });
});

it('knows every column that holds bytes: those that are sealed, and hashes', () => {
  const schema = readFileSync(new URL('../../../prisma/schema.prisma', import.meta.url), 'utf8');
  const columns = [...schema.matchAll(/^ {2}(\w+) +Bytes\b/gm)].map(([, name]) => name);
  const sealed = columns.filter((name) => !/(?:hash|digest)$/i.test(name ?? ''));
  const second = sealedTables.flatMap((table) =>
    table.second === null ? [] : [table.second.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())],
  );
  const expected = [...sealedTables.map(() => 'secret'), ...second];
  expect(sealed).toHaveLength(expected.length);
  expect(sealed).toEqual(expect.arrayContaining(expected));
});
