import type { Duplex } from 'node:stream';

const finalText = 0x81;

/** The header of a text message that is sent whole, unmasked as a server's are (RFC 6455, 5.2), with room for what follows it. */
function headerOf(length: number, room: number): { readonly bytes: Buffer; readonly size: number } {
  const size = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const bytes = Buffer.allocUnsafe(size + room);
  bytes[0] = finalText;
  if (size === 2) {
    bytes[1] = length;
  } else if (size === 4) {
    bytes[1] = 126;
    bytes.writeUInt16BE(length, 2);
  } else {
    bytes[1] = 127;
    bytes.writeBigUInt64BE(BigInt(length), 2);
  }
  return { bytes, size };
}

let held = new Set<Duplex>();

/** Holds back what a stream is written to until this turn of the process is over: of one commit's events each socket then gets all at once. */
function holdForTurn(stream: Duplex): void {
  if (held.has(stream)) return;
  // Runs after the promises that are settled by now, in which the next events are rendered.
  if (held.size === 0) process.nextTick(releaseAll);
  held.add(stream);
  stream.cork();
}

function releaseAll(): void {
  const streams = held;
  held = new Set();
  for (const stream of streams) stream.uncork();
}

/**
 * Writes one text message of two parts to an open websocket's own stream, without copying the second part: of an event that
 * thousands receive, each has the same bytes. The library would want the parts put together first. All messages of a turn go in one
 * system call.
 */
export function writeTextMessage(stream: Duplex, prefix: Buffer, shared: Buffer, sent?: () => void): void {
  const { bytes, size } = headerOf(prefix.length + shared.length, prefix.length);
  prefix.copy(bytes, size);
  holdForTurn(stream);
  stream.write(bytes);
  stream.write(shared, sent && (() => sent()));
}
