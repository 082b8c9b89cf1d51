import { openMailServer, subjectOf } from '../outside/mail/mail-server.ts';
import type { Chance } from '../support/chance.ts';

/** The longest that it takes over a recipient, and over a mail that it has read. */
const mostMs = { recipient: 60, mail: 180 };

/** One mail, as whoever gets it knows it: a campaign writes about each step once. */
export const readAs = (to: string, subject: string): string => `${to}: ${subject}`;

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
    /** How often each recipient was written to about each subject: whatever Message-ID a mail has, it is one to them. */
    read(): ReadonlyMap<string, number> {
      const mails = server.taken.map((taken) => [taken.to, subjectOf(taken) ?? '']);
      const each = Map.groupBy(mails, ([to = '', subject = '']) => readAs(to, subject));
      return new Map([...each].map(([mail, those]) => [mail, those.length]));
    },
    /** How many recipients it was told of so far. */
    recipients: () => recipients,
    [Symbol.asyncDispose]: () => server.close(),
  };
}

export type SlowMailServer = Awaited<ReturnType<typeof openSlowMailServer>>;
