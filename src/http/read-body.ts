import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { limits } from '../limits.ts';
import { EdgeError } from './edge-error.ts';

const maxDrainedBytes = 32 * limits.bodyBytes;

/**
 * The whole body as it came over the wire.
 * @throws TOO_LARGE over 1 MiB; UNSUPPORTED_MEDIA_TYPE for a body that is neither empty nor plain JSON.
 */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const body = await readBytes(request);
  if (body.length > 0) checkMediaType(request);
  return body;
}

/** The same, whatever it says that it is. */
export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limits.bodyBytes) throw refuse(request);
  return collect(request);
}

function collect(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const onData = (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limits.bodyBytes) return void chunks.push(chunk);
      request.off('data', onData);
      reject(refuse(request));
    };
    request.on('data', onData);
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', reject);
    request.once('close', () => {
      // An error made for nobody would cost a small read a fortieth of its time.
      if (!request.readableEnded) reject(new Error('The caller left before its body was whole.'));
    });
  });
}

/** The rest is read and dropped, so that the caller gets to see the answer; a caller who never stops is cut off. */
function refuse(request: IncomingMessage): EdgeError {
  let drained = 0;
  request.on('data', (chunk: Buffer) => {
    drained += chunk.length;
    if (drained > maxDrainedBytes) request.destroy();
  });
  request.resume();
  return new EdgeError('TOO_LARGE', 'The body is larger than 1 MiB.');
}

/** The media type of a body that came uncompressed and in UTF-8, or null. */
export function plainMediaOf(headers: IncomingHttpHeaders): string | null {
  const [type = '', ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters.map((text) => text.trim()).find((text) => text.startsWith('charset='));
  const isPlain = (headers['content-encoding'] ?? 'identity') === 'identity';
  const isUtf8 = charset === undefined || /^charset="?utf-?8"?$/.test(charset);
  return isPlain && isUtf8 ? type.trim() : null;
}

export const isJson = (media: string | null): boolean =>
  media !== null && /^application\/(?:[\w.-]+\+)?json$/.test(media);

function checkMediaType({ headers }: IncomingMessage): void {
  if (!isJson(plainMediaOf(headers)))
    throw new EdgeError('UNSUPPORTED_MEDIA_TYPE', 'Send the body as uncompressed application/json in UTF-8.');
}
