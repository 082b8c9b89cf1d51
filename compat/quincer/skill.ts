import type { RestDialect } from '../dialect.ts';
import { describeCall } from '../route/describe-call.ts';

/** The skill an OpenClaw agent loads, written from the route table so that it tells of nothing that is not there. */
export function renderSkill({ basePath, routes }: RestDialect, publicUrl: string): string {
  const base = publicUrl.replace(/\/$/, '');
  const calls = routes.map((route) => describeCall(basePath, route)).join('\n');
  return `---
name: quincer
description: Take over live chats, answer visitors, hand conversations back, query and update leads, read and log activity in Quincer.
metadata: {"openclaw":{"requires":{"env":["QUINCER_API_KEY"]},"primaryEnv":"QUINCER_API_KEY"}}
---

# Quincer

Base URL: ${base}

Every call sends the key from the environment:

\`\`\`
Authorization: Bearer $QUINCER_API_KEY
\`\`\`

The key belongs to the team member "OpenClaw": what you do appears under its name and in the audit trail.

## Calls

${calls}

Lists take \`limit\` (up to 200) and \`starting_after\` (the last id of the page before); go on while \`has_more\` is true.
Bodies are JSON. An error answers \`{"error": "<sentence>", "code": "<word>"}\`: read the sentence, change the request, try once more.

## Working a conversation

1. \`GET ${basePath}/conversations/:id\` and read the transcript.
2. \`POST ${basePath}/conversations/:id/takeover\`. 409 means somebody else holds it: leave it alone.
3. \`POST ${basePath}/conversations/:id/reply\` with \`{"message": "…"}\`, as often as needed. Write it in the visitor's
   \`language\`; where this server translates, the answer says \`"translated": true\`, else the visitor reads what you typed.
4. \`POST ${basePath}/conversations/:id/handback\` when done, so that the AI answers again.

## Log activity

No REST call does this; the graph does, with the same key. Ids carry a prefix there: \`ld_\` before a lead's id, \`cv_\` before a
conversation's.

\`\`\`
curl -s ${base}/graphql \\
  -H "Authorization: Bearer $QUINCER_API_KEY" -H "Content-Type: application/json" \\
  -d '{"query":"mutation($input: CreateTaskInput!) { createTask(input: $input) { task { id status } } }",
       "variables":{"input":{"type":"OTHER","title":"Called the visitor back","leadId":"ld_<lead id>"}}}'
\`\`\`

The task is pending until you say that it is done, with the id that the answer gave:

\`\`\`
curl -s ${base}/graphql \\
  -H "Authorization: Bearer $QUINCER_API_KEY" -H "Content-Type: application/json" \\
  -d '{"query":"mutation($id: ID!) { updateTask(id: $id, input: {status: COMPLETED}) { task { id status } } }",
       "variables":{"id":"tsk_<task id>"}}'
\`\`\`

## Limits

100 reads and 30 writes a minute. Every answer says what is left in \`Quincer-RateLimit-Remaining\`; after a 429 wait for the
seconds in \`Retry-After\`.
`;
}
