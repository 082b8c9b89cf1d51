import { page } from '../../../../page.ts';
import type { Route } from '../read-routes.ts';

/** What somebody filled in: by place and name. */
export type Filled = Readonly<Record<string, string>>;
export const placeOf = ({ place, name }: { readonly place: string; readonly name: string }) => `${place} ${name}`;

export type Answered = {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  readonly ms: number;
  /** Whether there was more than is shown. */
  readonly isCut: boolean;
};

/** A stream never ends by itself, and an export may be large. */
const [mostBytes, mostMs] = [256 * 1024, 10_000];
/** What follows an answer that streams is waited for so long. */
const streamMs = 3000;

/** The address below this installation with all that was filled in. */
export function addressOf({ path, fields }: Route, filled: Filled): string {
  const filledPath = path.replace(/\{([^}]+)\}/g, (_, name: string) =>
    encodeURIComponent(filled[placeOf({ place: 'path', name })] ?? ''),
  );
  const query = new URLSearchParams(
    fields
      .filter(({ place }) => place === 'query')
      .flatMap((field) => {
        const value = filled[placeOf(field)] ?? '';
        return value === '' ? [] : [[field.name, value]];
      }),
  ).toString();
  return `${page.base}${filledPath}${query && `?${query}`}`;
}

/** The first needed parameter that nothing stands in; null where there is none. */
export const missingOf = ({ fields }: Route, filled: Filled): string | null =>
  fields.find(
    ({ place, isRequired, ...field }) =>
      isRequired && place !== 'body' && (filled[placeOf({ place, ...field })] ?? '').trim() === '',
  )?.name ?? null;

type Call = { readonly filled: Filled; readonly body: string; readonly key: string | null };

/** Calls the route as a program does: by the key alone, not by who is signed in here. */
export async function callRoute(route: Route, { filled, body, key }: Call, signal: AbortSignal): Promise<Answered> {
  const headers = new Headers();
  for (const field of route.fields) {
    const value = field.place === 'header' ? (filled[placeOf(field)] ?? '') : '';
    if (value !== '') headers.set(field.name, value);
  }
  if (key !== null) headers.set('Authorization', `Bearer ${key}`);
  const hasBody = route.body !== undefined;
  if (hasBody) headers.set('Content-Type', 'application/json');
  const begun = performance.now();
  const answer = await fetch(addressOf(route, filled), {
    method: route.method,
    headers,
    ...(hasBody && { body }),
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.any([signal, AbortSignal.timeout(mostMs)]),
  });
  const ms = Math.round(performance.now() - begun);
  const read = await readBody(answer);
  return { status: answer.status, headers: [...answer.headers], ms, ...read };
}

/** As much of it as is shown. */
async function readBody(answer: Response): Promise<{ body: string; isCut: boolean }> {
  const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) return { body: '', isCut: false };
  let body = '';
  const stop = isStream ? setTimeout(() => void reader.cancel(), streamMs) : undefined;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    body += part.value;
    if (body.length > mostBytes) {
      await reader.cancel();
      clearTimeout(stop);
      return { body: body.slice(0, mostBytes), isCut: true };
    }
  }
  clearTimeout(stop);
  return { body: pretty(body, answer), isCut: isStream };
}

function pretty(body: string, { headers }: Response): string {
  if (!/\bjson\b/.test(headers.get('content-type') ?? '')) return body;
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
