import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** A file kept as gzip. */
export type PackedFile = {
  readonly type: string;
  readonly gzip: Uint8Array;
  /** Its `Cache-Control`; absent where it never changes under its address. */
  readonly caching?: string;
};

const forGood = 'public, max-age=31536000, immutable';

/** Sends it as it is kept, or unpacked to whom that is too new for. */
export function sendPacked(
  request: IncomingMessage,
  response: ServerResponse,
  { type, gzip, caching = forGood }: PackedFile,
): void {
  response.setHeader('Content-Type', type);
  response.setHeader('Cache-Control', caching);
  response.setHeader('Vary', 'Accept-Encoding');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  if (!takesGzip(request.headers['accept-encoding'])) {
    if (request.method === 'HEAD') response.end();
    else Readable.from([gzip]).pipe(createGunzip()).pipe(response);
    return;
  }
  response.setHeader('Content-Encoding', 'gzip');
  response.setHeader('Content-Length', gzip.length);
  response.end(request.method === 'HEAD' ? undefined : gzip);
}

const takesGzip = (accepted = ''): boolean =>
  /(?:^|,)\s*(?:gzip|\*)\s*(?:;\s*q=(?!0(?:\.0*)?\s*(?:,|$))[^,]*)?(?:,|$)/i.test(accepted);
