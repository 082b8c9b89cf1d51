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

/** Every answer is held against the documents. */
export function createRestClient(url: string, key: string): RestClient {
  async function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await fetch(url + path, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') && text !== '';
    const { status, headers: answered } = response;
    expectDocumented(method, path, { status, headers: answered, text });
    return {
      status,
      headers: answered,
      text,
      body: isJson ? (JSON.parse(text) as unknown) : null,
    };
  }
  return { key, send, get: (path, headers = {}) => send('GET', path, undefined, headers) };
}
