import { expect } from 'vitest';
import type { Json } from '../gateway.ts';
import type { WholeServer } from './whole-server.ts';

/** The stages that the document sets up. */
export const stages = [
  { name: 'Prospects', order: 0, isDefault: true },
  { name: 'Leads', order: 1 },
  { name: 'Engaged', order: 2 },
  { name: 'Contacted', order: 3 },
  { name: 'Negotiated', order: 4 },
  { name: 'Re-engage later', order: 5 },
  { name: 'Closed Won', order: 6 },
  { name: 'Closed Lost', order: 7 },
];

export const each = (rows: Json[], field: string): unknown[] => rows.map((row) => row[field]);

/** An agent that reads ClawCRM’s document: what it sends, and what every answer of success has. */
export function openAgent(server: WholeServer) {
  const leads: Record<string, string> = {};
  const agent = {
    key: '',
    /** Its leads by their first names. */
    leads,
    async call(method: string, path: string, body?: unknown, status = 200): Promise<Json> {
      const json = await server.ask(status, method, path, agent.key, body);
      expect(json).toMatchObject({ success: true, warnings: expect.any(Array), next_steps: expect.any(Array) });
      return json;
    },
    make: (path: string, body: unknown): Promise<Json> => agent.call('POST', path, body, 201),
    async newLead(name: string): Promise<string> {
      const email = `${name.toLowerCase()}@bright-dental.com`;
      return (await agent.make('/api/openclaw/leads', { firstName: name, email })).id;
    },
    async signUp(): Promise<Json> {
      const signedUp = await server.ask(201, 'POST', '/api/openclaw/signup', null, {
        email: 'your-human@example.com',
        workspace_name: 'My Sales Pipeline',
        agent_name: 'Your Name',
        agent_platform: 'openclaw',
      });
      agent.key = signedUp.apiKey;
      return signedUp;
    },
  };
  return agent;
}

export type Agent = ReturnType<typeof openAgent>;
