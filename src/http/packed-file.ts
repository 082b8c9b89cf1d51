import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** A file that never changes under its address, kept as gzip. */
export type PackedFile = { readonly type: string; readonly gzip: Uint8Array };

/** Sends it as it is kept, or unpacked to whom that is too new for. */
export function sendPacked(request: IncomingMessage, response: ServerResponse, { type, gzip }: PackedFile): void {
  response.setHeader('Content-Type', type);
  response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
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
