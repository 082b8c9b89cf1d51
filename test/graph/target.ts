import { expect } from 'vitest';
import { startTestApp } from '../support/app.ts';

const leaks = /prisma|postgres|\bpg\b|node_modules|\.ts:\d|\bat .+\(|"stack|stacktrace|invocation|INTERNAL/i;

type Refusal = { errors?: readonly { message: string; extensions: { code?: string } }[]; data?: unknown };
type Body = string | Uint8Array<ArrayBuffer>;

/** A workspace with one lead, to be sent what nobody should send, and nothing of which may leave a trace. */
export async function openTarget() {
  const app = await startTestApp();
  const { graph, keys, orgId } = await app.workspace();
  const { createLead } = await graph.ask<{ createLead: { lead: { id: string } } }>(
    'mutation { createLead(input: { name: "Ada" }) { lead { id } } }',
  );
  const leadId = createLead.lead.id;
  const before = await readRevision();

  async function readRevision(): Promise<string | undefined> {
    const sql = 'select revision from organisations where id = $1';
    const { rows } = await app.database.pool.query<{ revision: string }>(sql, [orgId]);
    return rows[0]?.revision;
  }

  async function post(body: Body, headers: Record<string, string> = {}) {
    const response = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${keys.graphql}`,
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json;q=0.9',
        ...headers,
      },
      body,
    });
    const text = await response.text();
    expect(
      response.status === 200 || (response.status >= 400 && response.status < 500),
      `${response.status} ${text}`,
    ).toBe(true);
    expect(text).not.toMatch(leaks);
    return { status: response.status, text };
  }

  /** The codes of a refusal: 4xx, or 200 with errors, and never a word of what we are made of. */
  async function codesOf(body: Body): Promise<unknown[]> {
    const { errors = [] } = JSON.parse((await post(body)).text) as Refusal;
    for (const { message } of errors) expect(message.length).toBeGreaterThan(0);
    return [...new Set(errors.map(({ extensions }) => extensions.code))];
  }

  const run = (query: string, variables?: unknown) => codesOf(JSON.stringify({ query, variables }));

  return {
    url: app.url,
    key: keys.graphql,
    leadId,
    post,
    codesOf,
    run,
    updateWith: (input: unknown) => run(update, { id: leadId, input }),
    close: app.close,
    /** Answers still, and has written nothing since it was opened. */
    async isUnharmed(): Promise<boolean> {
      const { text } = await post(JSON.stringify({ query: '{ viewer { dialect } }' }));
      return text === '{"data":{"viewer":{"dialect":"GRAPHQL"}}}' && (await readRevision()) === before;
    },
  };
}

export type Target = Awaited<ReturnType<typeof openTarget>>;

export const update =
  'mutation ($id: ID!, $input: UpdateLeadInput!) { updateLead(id: $id, input: $input) { lead { id } } }';
