import { openTestDatabase } from '../../support/database.ts';
import { startTestApp, type TestApp, type TestAppOptions } from '../../support/app.ts';

export type TwoNodes = {
  /** Keeps its answers. */
  readonly keeping: TestApp;
  /** Answers everything anew. */
  readonly fresh: TestApp;
  close(): Promise<void>;
};

/** Two nodes on one database, of which one keeps its answers: what both are told must be the same. */
export async function startTwoNodes(options: TestAppOptions = {}): Promise<TwoNodes> {
  const database = await openTestDatabase();
  const keeping = await startTestApp({ database, keepAnswers: true, ...options });
  const fresh = await startTestApp({ database, ...options, keepAnswers: false });
  return {
    keeping,
    fresh,
    async close() {
      await fresh.app.close();
      await keeping.close();
    },
  };
}

export type Sent = { readonly status: number; readonly media: string | null; readonly text: string };

/** What a node answers, byte for byte. */
export async function sendTo(url: string, key: string, path: string, body?: object): Promise<Sent> {
  const response = await fetch(url + path, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${key}`, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: response.status, media: response.headers.get('content-type'), text: await response.text() };
}
