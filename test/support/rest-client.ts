import { expectDocumented } from './expect-documented.ts';

export type RestAnswer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: unknown;
};

export type RestClient = {
  readonly key: string;
  get(path: string, headers?: Record<string, string>): Promise<RestAnswer>;
  /** Sends JSON; a string is sent as it stands. */
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<RestAnswer>;
};

export type RestQuestion = [
  method: string,
  path: string,
  key: string | null,
  body?: unknown,
  headers?: Readonly<Record<string, string>> | undefined,
];

/** What a client of plain HTTP is answered, held against the documents; a string is sent as it stands. */
export async function askRest(url: string, ...[method, path, key, body, headers]: RestQuestion): Promise<RestAnswer> {
  const response = await fetch(url + path, {
    method,
    headers: {
      ...(key !== null && { authorization: `Bearer ${key}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const { status, headers: answered } = response;
  expectDocumented(method, path, { status, headers: answered, text });
  const isJson = answered.get('content-type')?.includes('json') && text !== '';
  return { status, headers: answered, text, body: isJson ? (JSON.parse(text) as unknown) : null };
}

/** Asks by one key. */
export const createRestClient = (url: string, key: string): RestClient => ({
  key,
  get: (path, headers) => askRest(url, 'GET', path, key, undefined, headers),
  send: (method, path, body, headers) => askRest(url, method, path, key, body, headers),
});
