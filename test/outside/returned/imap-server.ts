import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { ImapFlow } from 'imapflow';
import { vi } from 'vitest';
import { findFreePort } from '../../failure/product.ts';
import { patiently } from '../../support/patiently.ts';

/** Why there is no mail server to read from here; null where there is one. */
export const noDovecot =
  spawnSync('dovecot', ['--version']).status === 0 ? null : 'needs dovecot: apt-get install dovecot-imapd';

/** Dovecot reads the mail of no user whose id is 0; as root it changes to this one of Debian's. */
const mailUser = userInfo().uid === 0 ? { uid: 65_534, gid: 65_534 } : { uid: userInfo().uid, gid: userInfo().gid };

const configOf = (folder: string, port: number): string => `
protocols = imap
listen = 127.0.0.1
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
mail_location = maildir:${folder}/mail/%u
${userInfo().uid === 0 ? '' : `default_internal_user = ${userInfo().username}\ndefault_login_user = ${userInfo().username}\n`}
passdb {
  driver = static
  args = password=right
}
userdb {
  driver = static
  args = uid=${mailUser.uid} gid=${mailUser.gid} home=${folder}/mail/%u
}
service imap-login {
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
`;

/** Debian's IMAP server, as a process of the test's own. */
export async function openImapServer() {
  const folder = mkdtempSync(join(tmpdir(), 'tributary-imap-'));
  chmodSync(folder, 0o755);
  for (const name of ['run', 'state', 'mail']) mkdirSync(join(folder, name));
  chmodSync(join(folder, 'mail'), 0o777);
  const port = await findFreePort();
  writeFileSync(join(folder, 'dovecot.conf'), configOf(folder, port));
  const server = spawn('dovecot', ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: 'ignore' });
  const ended = once(server, 'exit');
  await untilItListens(port);
  return {
    port,
    /** Lays mails into somebody's inbox. */
    async append(user: string, ...raws: readonly string[]): Promise<void> {
      const auth = { user, pass: 'right' };
      const client = new ImapFlow({ host: '127.0.0.1', port, secure: false, auth, logger: false });
      await client.connect();
      for (const raw of raws) await client.append('INBOX', raw.replaceAll(/\r?\n/g, '\r\n'));
      await client.logout();
    },
    async close(): Promise<void> {
      server.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type ImapServer = Awaited<ReturnType<typeof openImapServer>>;

const untilItListens = (port: number): Promise<void> =>
  vi.waitFor(async () => {
    const socket = connect(port, '127.0.0.1');
    try {
      await once(socket, 'data');
    } finally {
      socket.destroy();
    }
  }, patiently);
