import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pauseFor } from 'node:timers/promises';
import { createChance } from '../support/chance.ts';
import { createGraphClient, type GraphClient } from '../support/graph-client.ts';
import { createPostgresDatabase } from '../support/postgres-database.ts';
import { type Killable, kill, makeWorkspace, type Place, startKillable } from './killable.ts';
import { openSlowMailServer, readAs, type SlowMailServer } from './slow-mail-server.ts';
import { readAll } from './written-log.ts';

export type KillMailPlan = {
  readonly kills: number;
  readonly mails: number;
  readonly serverUrl: string | undefined;
  readonly seed: number;
};

export type KillMailReport = {
  /** By state, as the product tells. */
  readonly states: Readonly<Record<string, number>>;
  /** Whom the server was told of more than once about one thing, under whatever Message-IDs. */
  readonly twice: readonly string[];
  /** What the server read, and the product does not tell of. */
  readonly unknown: readonly string[];
  /** How much may be uncertain: what each sender has under way when it is killed. */
  readonly mostUncertain: number;
  /** What is neither SENT nor named as UNCERTAIN. */
  readonly forgotten: readonly string[];
  /** What is said to be SENT, and the server never read. */
  readonly unread: readonly string[];
  /** What is SENT without one event that tells so, or is not and has one. */
  readonly untold: readonly string[];
  /** Kills while the server had been spoken to in that life. */
  readonly midway: number;
  /** Of what is uncertain, how much the server had read. */
  readonly uncertainRead: number;
};

/** Each has mail of its own under way, one at a time, so that a kill meets as many at most. */
const workspaces = 2;
/** What each lead is written to about, in a mail of its own each. */
const subject = 'Hi';
const longestLifeMs = 500;

/** Kills who sends mail again and again, and compares what the server read with what the product tells. */
export async function runMailKills({ kills, mails, serverUrl, seed }: KillMailPlan): Promise<KillMailReport> {
  const chance = createChance(seed);
  const dataDir = await mkdtemp(join(tmpdir(), 'tributary-kill-mail-'));
  const database = serverUrl ? await createPostgresDatabase(serverUrl) : null;
  await using server = await openSlowMailServer(chance);
  const place: Place = { dataDir, ...(database && { databaseUrl: database.url }) };
  let running = await startKillable(place);
  try {
    const keys = await scheduleMails(running, mails);
    await kill(running);
    let midway = 0;
    for (let count = 0; count < kills; count += 1) {
      running = await startKillable({ ...place, smtpPort: server.port });
      if (await isSpokenTo(server)) midway += 1;
      await pauseFor(chance.below(longestLifeMs));
      await kill(running);
    }
    running = await startKillable({ ...place, smtpPort: server.port });
    const clients = keys.map((key) => createGraphClient(running.url, key));
    await untilSettled(clients);
    const mostUncertain = workspaces * kills;
    return { midway, mostUncertain, ...report(await listMails(clients), await listSent(clients), server.read()) };
  } finally {
    await kill(running);
    await database?.drop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function scheduleMails(running: Killable, mails: number): Promise<string[]> {
  const keys: string[] = [];
  for (let count = 0; count < workspaces; count += 1) keys.push(await makeWorkspace(running));
  const clients = keys.map((key) => createGraphClient(running.url, key));
  const schedule = async (client: GraphClient, number: number) => {
    const { createLead } = await client.ask<{ createLead: { lead: { id: string } } }>(
      'mutation ($email: String!) { createLead(input: { firstName: "Ada", email: $email }) { lead { id } } }',
      { email: `lead${number}@example.com` },
    );
    await client.ask(
      'mutation ($id: ID!, $subject: String!) { sendEmail(leadId: $id, subject: $subject, body: "Hello") { email { id } } }',
      { id: createLead.lead.id, subject },
    );
  };
  const each = clients.map(async (client, index) => {
    for (let number = index; number < mails; number += workspaces) await schedule(client, number);
  });
  await Promise.all(each);
  return keys;
}

/** Whether the server was told of a recipient in this life; where nothing is left to send it never is. */
async function isSpokenTo({ recipients }: SlowMailServer): Promise<boolean> {
  const before = recipients();
  for (let waited = 0; waited < 600; waited += 1) {
    if (recipients() > before) return true;
    await pauseFor(10);
  }
  return false;
}

type Listed = { readonly id: string; readonly status: string; readonly subject: string; readonly to: string };
type Told = { readonly email: { readonly id: string } | null };

/** All of a list, of each workspace. */
const ofEach = async <Item>(clients: readonly GraphClient[], read: (client: GraphClient) => Promise<Item[]>) =>
  (await Promise.all(clients.map(read))).flat();

const listMails = (clients: readonly GraphClient[]) =>
  ofEach(clients, (client) => readAll<Listed>(client, 'emails', '', 'id status subject to'));
const sent = '... on EmailEvent { email { id } }';
const listSent = async (clients: readonly GraphClient[]) =>
  (await ofEach(clients, (client) => readAll<Told>(client, 'events', ', types: [EMAIL_SENT]', sent))).flatMap(
    ({ email }) => email?.id ?? [],
  );

const unsettled = new Set(['QUEUED', 'CLAIMED']);

async function untilSettled(clients: readonly GraphClient[]): Promise<void> {
  for (let waited = 0; waited < 600; waited += 1) {
    if ((await listMails(clients)).every(({ status }) => !unsettled.has(status))) return;
    await pauseFor(200);
  }
}

function report(mails: readonly Listed[], sent: readonly string[], read: ReadonlyMap<string, number>) {
  const of = (wanted: string) => mails.filter(({ status }) => status === wanted);
  const readOf = ({ to, subject }: Listed) => read.get(readAs(to, subject)) ?? 0;
  const known = new Set(mails.map(({ to, subject }) => readAs(to, subject)));
  const told = Map.groupBy(sent, (id) => id);
  const byState = Map.groupBy(mails, ({ status }) => status);
  return {
    states: Object.fromEntries([...byState].map(([state, those]) => [state, those.length])),
    twice: [...read].flatMap(([mail, times]) => (times > 1 ? [mail] : [])),
    unknown: [...read.keys()].filter((mail) => !known.has(mail)),
    forgotten: mails.flatMap(({ id, status }) => (status === 'SENT' || status === 'UNCERTAIN' ? [] : [id])),
    unread: of('SENT').flatMap((mail) => (readOf(mail) === 0 ? [mail.id] : [])),
    untold: mails.flatMap(({ id, status }) =>
      (told.get(id)?.length ?? 0) === (status === 'SENT' ? 1 : 0) ? [] : [id],
    ),
    uncertainRead: of('UNCERTAIN').filter((mail) => readOf(mail) > 0).length,
  };
}
