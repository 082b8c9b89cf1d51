import { pino } from 'pino';
import { z } from 'zod';
import { openDatabase } from '../../src/db/open/open.ts';
import { createWorkspace } from '../support/workspace.ts';
import { startTestApp } from '../support/app.ts';

/** The product in a process of its own, to be killed: tells its parent where it listens, and makes a workspace on request. */
const { dataDir, databaseUrl, smtpPort } = z
  .object({ dataDir: z.string(), databaseUrl: z.string().optional(), smtpPort: z.number().optional() })
  .parse(JSON.parse(process.argv[2] ?? '{}'));

const database = await openDatabase({ dataDir, databaseUrl });
// What a killed process had claimed is due again, or given up, after the lease; nobody waits half a minute for that here.
const leases = { webhookLeaseMs: 1500, jobLeaseMs: 1000, mailLostMs: 4000 };
const server = { host: '127.0.0.1', port: smtpPort ?? 0, isSecure: false, user: null, password: null };
const app = await startTestApp({
  database,
  log: pino({ level: 'fatal' }),
  ...leases,
  ...(smtpPort !== undefined && {
    outside: { translate: null, mail: { server, from: 'team@example.com', dkim: null } },
    outsideAllowedRanges: ['127.0.0.0/8'],
  }),
});
process.on('message', () => {
  void createWorkspace(app.app.services, app.url).then(({ graph }) => process.send?.({ key: graph.key }));
});
process.send?.({ url: app.url });
