import { openMailServer } from '../outside/mail/mail-server.ts';
import type { Chance } from '../support/chance.ts';

/** The longest that it takes over a recipient, and over a mail that it has read. */
const mostMs = { recipient: 60, mail: 180 };

/** A mail server that takes its time over each step, so that who sends may die at any of them, and counts what it read. */
export async function openSlowMailServer({ below }: Chance) {
  const server = await openMailServer();
  let recipients = 0;
  server.behave({
    onRcptTo(_address, _session, done) {
      recipients += 1;
      setTimeout(done, below(mostMs.recipient));
    },
    onTaken: (done) => void setTimeout(done, below(mostMs.mail)),
  });
  return {
    port: server.port,
    /** How often each mail was read to its end, by its Message-ID. */
    read(): ReadonlyMap<string, number> {
      const raws = server.taken.map(({ raw }) => raw.toString());
      const byId = Map.groupBy(raws, (raw) => /^Message-ID: (\S+)/im.exec(raw)?.[1] ?? raw);
      return new Map([...byId].map(([id, those]) => [id, those.length]));
    },
    /** How many recipients it was told of so far. */
    recipients: () => recipients,
    [Symbol.asyncDispose]: () => server.close(),
  };
}

export type SlowMailServer = Awaited<ReturnType<typeof openSlowMailServer>>;
