import type { IncomingHttpHeaders } from 'node:http';
import { EdgeError } from '../../http/edge-error.ts';
import { parseJson } from '../../http/parse-json.ts';
import { isJson, plainMediaOf } from '../../http/read-body.ts';
import { readForm } from '../../http/read-form.ts';

/** How a body is written, by its headers. @throws UNSUPPORTED_MEDIA_TYPE for what is not read here */
export function mediaOf(headers: IncomingHttpHeaders, takesForms: boolean): 'form' | 'json' {
  const media = plainMediaOf(headers);
  if (isJson(media)) return 'json';
  if (takesForms && media === 'application/x-www-form-urlencoded') return 'form';
  const also = takesForms ? ' or application/x-www-form-urlencoded' : '';
  throw new EdgeError('UNSUPPORTED_MEDIA_TYPE', `Send the body as uncompressed application/json${also} in UTF-8.`);
}

/** What a body says. @throws INVALID for what is malformed */
export const readIntake = (media: 'form' | 'json', bytes: Uint8Array): unknown =>
  media === 'json' ? parseJson(bytes) : readForm(bytes);
