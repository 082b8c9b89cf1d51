import { createSecretBox } from './access/secret-box.ts';
import { loadSecretKey } from './access/secret-key.ts';
import { systemClock } from './clock.ts';
import { loadConfig } from './config.ts';
import { openDatabase } from './db/open.ts';
import { createRuleBasedResponder } from './domain/conversations/responder/rule-based-responder.ts';
import { noTranslator } from './domain/conversations/translator.ts';
import { createBuiltInEnricher } from './domain/leads/enrichment/built-in-enricher.ts';
import { createFirstWorkspace } from './domain/workspaces/create-first-workspace.ts';
import { rateLimitPolicy } from './access/rate-limit.ts';
import { createLogger } from './server/logger.ts';
import { greet } from './server/greeting.ts';
import { onOrphaned } from './server/on-orphaned.ts';

const config = loadConfig();
const log = createLogger(config);

try {
  await start();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

async function start(): Promise<void> {
  const { dataDir, databaseUrl, secretKey } = config;
  if (databaseUrl && !secretKey) log.warn({ dataDir }, 'SECRET_KEY is not set: several nodes need the same one.');
  const opening = openDatabase({
    dataDir,
    databaseUrl: databaseUrl ?? undefined,
    log,
    onLost: () => process.exit(1),
  });
  // The database opens in a thread of its own while the rest of the product is loaded.
  const [database, { createApp }] = await Promise.all([opening, import('./app.ts')]);
  const app = createApp({
    database,
    log,
    clock: systemClock,
    secretBox: createSecretBox(await loadSecretKey({ secretKey, dataDir })),
    publicUrl: config.publicUrl,
    signup: config.signup,
    responder: createRuleBasedResponder(),
    translator: noTranslator,
    enricher: createBuiltInEnricher(),
    rateLimitPolicy: rateLimitPolicy(config.rateLimitPerMinute),
    eventRetentionDays: config.eventRetentionDays,
    webhookAllowedRanges: config.webhookAllowedRanges,
  });
  const isEmpty = (await database.prisma.organisation.count()) === 0;
  const workspace = isEmpty ? await createFirstWorkspace(app.services) : null;
  await app.listen(config.port, config.host);
  process.stdout.write(greet(config.publicUrl, workspace));

  let stopping: Promise<void> | undefined;
  const stop = (signal: NodeJS.Signals) => {
    log.info({ signal }, 'Finishing what is under way.');
    stopping ??= app.close().then(() => database.close());
    stopping.then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'Stopping failed.');
        process.exit(1);
      },
    );
  };
  if (config.startedByNpm) onOrphaned(() => stop('SIGTERM'));
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
