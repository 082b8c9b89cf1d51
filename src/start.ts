import { systemClock } from './clock.ts';
import { loadConfig } from './config.ts';
import { openDatabase } from './db/open/open.ts';
import { createRunAcross } from './db/run/run.ts';
import { createRuleBasedResponder } from './domain/conversations/responder/rule-based-responder.ts';
import { noTranslator } from './domain/conversations/translator.ts';
import { createBuiltInEnricher } from './domain/leads/enrichment/built-in-enricher.ts';
import { offerOwnership } from './domain/sessions/offer-ownership.ts';
import { createFirstWorkspace } from './domain/workspaces/create-first-workspace.ts';
import { rateLimitPolicy } from './access/rate-limit.ts';
import { mintOperatorKey } from './domain/keys/mint-operator-key.ts';
import { consoleFolder, consoleIsMissing, isConsoleBuilt } from './server/console/pages.ts';
import { bind } from './server/process/bind.ts';
import { createLogger } from './server/process/logger.ts';
import { greet, offerConsole } from './server/process/greeting.ts';
import { openSecretBox } from './webhooks/open-secret-box.ts';
import { openOperatorSocket } from './server/process/operator-socket.ts';
import { onOrphaned } from './server/process/on-orphaned.ts';
import { createStop } from './server/process/stop.ts';

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
    connections: config.databaseConnections,
    log,
    onLost: () => process.exit(1),
  });
  // The embedded database opens in a thread of its own while the rest of the product is loaded. A server is met first: loading
  // keeps this thread for seconds on a busy machine, and its answers would come too late.
  const load = () => import('./app.ts');
  const [database, { createApp }] = databaseUrl ? [await opening, await load()] : await Promise.all([opening, load()]);
  const prepare = async () => ({
    secretBox: await openSecretBox({ pool: database.pool, secretKey, dataDir, keyIsLost: config.secretKeyLost }),
    ...(await bind(config.port, config.host)),
  });
  const { secretBox, server, port } = await prepare().catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  const publicUrl = config.publicUrl ?? `http://localhost:${port}`;
  // Loaded where there is one alone: a node by itself has no use for it.
  const { redisUrl } = config;
  const connectRedis = redisUrl === null ? null : (await import('./redis/connect-redis.ts')).redisAt(redisUrl);
  const app = createApp({
    server,
    database,
    log,
    clock: systemClock,
    secretBox,
    publicUrl,
    oidc: config.oidc,
    sellerUrl: config.upgradeUrl,
    signup: config.signup,
    responder: createRuleBasedResponder(),
    translator: noTranslator,
    enricher: createBuiltInEnricher(),
    connectRedis,
    rateLimitPolicy: rateLimitPolicy(config.rateLimitPerMinute),
    eventRetentionDays: config.eventRetentionDays,
    keepAnswers: config.keepAnswers,
    webhookAllowedRanges: config.webhookAllowedRanges,
    outside: config.outside,
    returnedMail: config.returnedMail,
    bounceWebhookSecret: config.bounceWebhookSecret,
    outsideAllowedRanges: config.outsideAllowedRanges,
    trustProxy: config.trustProxy,
  });
  if (!isConsoleBuilt(consoleFolder)) log.warn(consoleIsMissing);
  const findFirst = () =>
    database.prisma.organisation.findFirst({
      where: { isDemo: false },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    });
  const workspace = (await findFirst()) === null ? await createFirstWorkspace(app.services) : null;
  const offer = async () => {
    const first = await findFirst();
    return first && offerOwnership(app.services, first.id);
  };
  // Keys are shown once, so nothing that can fail stands between their making and this.
  const link = await offer().catch((error: unknown) => {
    log.error({ err: error }, 'The link to the console could not be made.');
    return null;
  });
  process.stdout.write(greet(publicUrl, workspace) + offerConsole(publicUrl, link));
  app.start();
  const minting = (workspace: string | null) =>
    mintOperatorKey({ runAcross: createRunAcross(database.pool), openAs: app.services.openAs }, workspace);
  const operators = databaseUrl ? null : await openOperatorSocket(dataDir, minting, log);

  const close = async () => {
    operators?.close();
    await app.close();
    await database.close();
  };
  const stop = createStop({ close, log, exit: (code) => process.exit(code) });
  if (config.startedByNpm) onOrphaned(() => stop.begin('npm is gone'));
  process.on('SIGTERM', stop.onSignal);
  process.on('SIGINT', stop.onSignal);
}
