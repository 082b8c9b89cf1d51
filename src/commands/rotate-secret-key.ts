import { systemActor } from '../access/actor.ts';
import { openNextKey } from '../access/next-secret-key.ts';
import { createSecretBox, type SecretBox } from '../access/secret-box.ts';
import { loadSecretKey } from '../access/secret-key.ts';
import type { Config } from '../config.ts';
import { createRunAcross } from '../db/run/run.ts';
import type { Database } from '../db/open/database.ts';
import { workspaceOf } from '../domain/keys/find-workspace.sql.ts';
import { carryDemoKey } from '../domain/widgets/carry-demo-key.ts';
import { firstWorkspaceSlug } from '../domain/workspaces/create-first-workspace.ts';
import { requireKeyOf } from '../webhooks/open-secret-box.ts';
import { resealSecrets } from '../webhooks/reseal-secrets.ts';
import { createOpenAs } from './open-as.ts';
import { requireNoServer } from './require-no-server.ts';
import { withDatabase } from './with-database.ts';

type Place = Pick<Config, 'dataDir' | 'databaseUrl' | 'secretKey' | 'newSecretKey'>;

/**
 * Seals every secret under another key, and answers what to do next. Servers hold the key they started with, so none may run: a
 * folder is locked by its own, PostgreSQL is asked.
 * @throws Error saying what is wrong and what to do
 */
export async function rotateSecretKey({ dataDir, databaseUrl, secretKey, newSecretKey }: Place): Promise<string> {
  if (secretKey && !newSecretKey)
    throw new Error('The key in use comes from SECRET_KEY: give the new one as NEW_SECRET_KEY beside it.');
  await requireNoServer({ databaseUrl });
  return withDatabase({ dataDir, databaseUrl }, async (database) => {
    const { pool } = database;
    const from = createSecretBox(await loadSecretKey({ secretKey, dataDir, mayMake: false, isRotating: true }));
    const next = await openNextKey(dataDir, newSecretKey);
    const to = createSecretBox(next.bytes);
    await requireKeyOf(pool, [from, to], { secretKey, dataDir });
    await keepDemoPage(database, { from, to });
    const { resealed, lost } = await resealSecrets(pool, { from, to });
    const gone =
      lost > 0 ? `\nWebhook endpoints and sync sources with a secret that no key opens, to be made anew: ${lost}.` : '';
    return `Webhook endpoints and sync sources whose secrets are now sealed under the new key: ${resealed}. ${await next.adopt()}${gone}`;
  });
}

/** The page of the first workspace shows a key that is made of the one in use. */
async function keepDemoPage(database: Database, boxes: Readonly<Record<'from' | 'to', SecretBox>>): Promise<void> {
  const runAcross = createRunAcross(database.pool);
  const [workspace] = await runAcross(workspaceOf, { firstSlug: firstWorkspaceSlug, wanted: null });
  if (!workspace) return;
  await carryDemoKey(createOpenAs(database)(systemActor(workspace.id, 'secret-key-rotate')), boxes);
}
