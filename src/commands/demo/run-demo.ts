import type { Config } from '../../config.ts';
import { type Database, FolderInUseError } from '../../db/open/database.ts';
import { eraseDemo } from '../../db/write/erase-demo.ts';
import { openSecretBox } from '../../webhooks/open-secret-box.ts';
import { requireNoServer } from '../require-no-server.ts';
import { withDatabase } from '../with-database.ts';
import { makeDemo } from './make-demo.ts';
import { tellOfDemo } from './tell-of-demo.ts';

type Place = Pick<Config, 'dataDir' | 'databaseUrl' | 'secretKey' | 'secretKeyLost' | 'publicUrl' | 'port'>;

export type DemoRun = {
  /** Takes the demo away instead of making it. */
  readonly remove: boolean;
  readonly days?: number;
  /** The present that the story leads up to. */
  readonly end?: Date;
  /** Told how far it is. */
  readonly say: (line: string) => void;
};

const month = 28;

/**
 * Makes the demo workspace, or takes it away, and answers what there is to know. Its time is not a server's, so none may run.
 * @throws Error saying what is wrong and what to do
 */
export async function runDemo(config: Place, run: DemoRun): Promise<string> {
  await requireNoServer(config);
  const work = (database: Database) => (run.remove ? removeDemo(database) : addDemo(database, config, run));
  return withDatabase(config, work).catch((error: unknown) => {
    if (!(error instanceof FolderInUseError)) throw error;
    throw new Error(`${error.message}\nIf that is the server: stop it, run this again, and then start it.`);
  });
}

const findDemo = ({ prisma }: Database) => prisma.organisation.findFirst({ where: { isDemo: true } });

async function addDemo(database: Database, config: Place, run: DemoRun): Promise<string> {
  const { days = month, end = new Date(), say } = run;
  const there = await findDemo(database);
  if (there) {
    throw new Error(`The demo is there already: "${there.name}". Take it away first: npm run demo -- --remove`);
  }
  const { secretKey, dataDir, secretKeyLost: keyIsLost } = config;
  const secretBox = await openSecretBox({ pool: database.pool, secretKey, dataDir, keyIsLost });
  const publicUrl = config.publicUrl ?? `http://localhost:${config.port || 4000}`;
  const onDay = (day: number): void => {
    if (day % 7 === 1) say(`Telling day ${day} of ${days} …`);
  };
  const made = await makeDemo({ database, secretBox, publicUrl, days, end, onDay }).catch(async (error: unknown) => {
    const half = await findDemo(database);
    if (half) await eraseDemo(database.pool, half.id);
    throw error;
  });
  return tellOfDemo(database, made, publicUrl);
}

async function removeDemo(database: Database): Promise<string> {
  const demo = await findDemo(database);
  if (!demo) return 'There is no demo here.';
  const { leads, conversations, rows } = await eraseDemo(database.pool, demo.id);
  return `"${demo.name}" is gone: ${leads} leads, ${conversations} conversations and all else of it, ${rows} rows. Nothing else was touched.`;
}
