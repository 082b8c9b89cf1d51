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

/**
 * Writes one text message of two parts to an open websocket's own stream, in one system call and without copying the second
 * part: of an event that thousands receive, each has the same bytes. The library would want the parts put together first.
 */
export function writeTextMessage(stream: Duplex, prefix: Buffer, shared: Buffer, sent?: () => void): void {
  const { bytes, size } = headerOf(prefix.length + shared.length, prefix.length);
  prefix.copy(bytes, size);
  stream.cork();
  stream.write(bytes);
  stream.write(shared, sent && (() => sent()));
  stream.uncork();
}
