/** A room of the code, and the tests that are asked about a change of meaning in it, the most precise first. */
export const rooms = {
  access: {
    files: ['src/access', 'src/vendors'],
    tests: ['test/access', 'test/graph', 'test/tenancy', 'test/compat', 'test/live'],
  },
  db: { files: ['src/db'], tests: ['test/db', 'test/domain', 'test/events', 'test/graph', 'test/failure'] },
  domain: {
    files: ['src/domain'],
    tests: ['test/domain', 'test/responder', 'test/automation', 'test/campaigns', 'test/graph', 'test/compat'],
  },
  events: { files: ['src/events', 'src/jobs'], tests: ['test/events', 'test/jobs', 'test/live', 'test/webhooks'] },
  server: { files: ['src/server'], tests: ['test/live', 'test/graph', 'test/config', 'test/failure'] },
  webhooks: { files: ['src/webhooks'], tests: ['test/webhooks', 'test/failure'] },
  schema: { files: ['schema'], tests: ['test/graph', 'test/tenancy', 'test/domain'] },
  compat: { files: ['compat'], tests: ['test/compat', 'test/webhooks', 'test/pipeline'] },
} as const satisfies Record<string, { files: readonly string[]; tests: readonly string[] }>;

export type Room = keyof typeof rooms;
