import { Socket } from 'node:net';
import { limits } from '../../limits.ts';

export type AnswerDeadline = {
  /** For the one client that the database has at a time. */
  openSocket(): Socket;
  /** Runs what may take longer than a statement does, 0 for as long as it takes. */
  during<T>(ms: number, work: () => Promise<T>): Promise<T>;
};

/**
 * Calls back when something that was sent to the database has had no answer for too long. A full disk made PGlite keep a
 * statement for ever, while its thread was idle and everybody else waited behind it.
 */
export function createAnswerDeadline(
  onLate: (afterMs: number) => void,
  statementMs: number = limits.embeddedStatementMs,
): AnswerDeadline {
  let deadlineMs = statementMs;
  let latest: Socket | undefined;

  function allow(ms: number): void {
    deadlineMs = ms;
    latest?.setTimeout(ms);
  }

  return {
    openSocket() {
      const socket = new Socket();
      let answered = 0;
      socket.on('data', () => (answered = socket.bytesWritten));
      socket.on('timeout', () => {
        if (socket.bytesWritten > answered) onLate(deadlineMs);
      });
      latest = socket.setTimeout(deadlineMs);
      return socket;
    },
    async during(ms, work) {
      allow(ms);
      try {
        return await work();
      } finally {
        allow(statementMs);
      }
    },
  };
}
