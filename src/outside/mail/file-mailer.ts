import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Mailer } from '../../domain/emails/mailer.ts';
import { createComposer } from './compose.ts';

/** Where no mail server is set up: mails are files that a mail program opens. Nobody is sent anything. */
export function createFileMailer(folder: string, from: string, log: Pick<Logger, 'warn'>): Mailer {
  const compose = createComposer(from, null);
  const fileOf = (id: string) => join(folder, `${id}.eml`);
  return {
    kind: 'FILES',
    from,
    isOnLoopback: true,
    mayTry: async () => true,
    async post(mail) {
      const file = fileOf(mail.id);
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeFile(`${file}.part`, await compose(mail), { mode: 0o600 });
        await rename(`${file}.part`, file);
        return { outcome: 'KEPT' };
      } catch (error) {
        log.warn({ err: error, emailId: mail.id }, 'A mail could not be put into the outbox; it is tried again.');
        return { outcome: 'LATER', error: 'It could not be put into the outbox.', isServers: true };
      }
    },
    async forget(ids) {
      for (const id of ids) await rm(fileOf(id), { force: true });
    },
  };
}
