import type { Socket } from 'node:net';
import { errors } from 'undici';

const interim = /^HTTP\/1\.[01] 100[ \r][^]*?\r\n\r\n/;
const interimBegins = 'HTTP/1.1 100';
const mostHeld = 16_384;

/** Most answers show with their first digit that they are not interim, and are handed on as they came. */
const statusAt = 'HTTP/1.1 '.length;
const beginsAnswer = (chunk: Buffer): boolean => chunk.length > statusAt && chunk[statusAt] !== '1'.charCodeAt(0);

type Done = (error?: Error | null) => void;

/**
 * Two things undici does otherwise. It takes `100 Continue` without having asked for it as a broken answer, where RFC 9110
 * (15.2) lets a client ignore it. And after a post that is cut short it connects again although nothing is left to send, unless
 * the connection closed for a reason of its own.
 */
export function adaptSocket<T extends Socket>(socket: T): T {
  const [read, write, destroy] = [socket.read.bind(socket), socket.write.bind(socket), socket.destroy.bind(socket)];
  let answered = false;
  let held = '';

  /** What is left of the beginning of an answer without its interim answers; empty while more of it is to come. */
  function withoutInterim(chunk: Buffer): Buffer {
    held += chunk.toString('latin1');
    for (let found = interim.exec(held); found; found = interim.exec(held)) held = held.slice(found[0].length);
    const known = held.slice(0, interimBegins.length).replace(/^HTTP\/1\.0/, 'HTTP/1.1');
    if (interimBegins.startsWith(known) && held.length < mostHeld) return Buffer.alloc(0);
    const rest = Buffer.from(held, 'latin1');
    [held, answered] = ['', true];
    return rest;
  }

  socket.read = (size) => {
    for (;;) {
      const chunk: unknown = read(size);
      if (answered || !Buffer.isBuffer(chunk)) return chunk;
      if (held === '' && beginsAnswer(chunk)) {
        answered = true;
        return chunk;
      }
      const rest = withoutInterim(chunk);
      if (rest.length > 0) return rest;
    }
  };
  socket.write = (data: Uint8Array | string, encoding?: BufferEncoding | Done, done?: Done) => {
    answered = false;
    return typeof encoding === 'string' ? write(data, encoding, done) : write(data, encoding);
  };
  socket.destroy = (error) => destroy(error instanceof errors.InformationalError ? new errors.SocketError() : error);
  return socket;
}
