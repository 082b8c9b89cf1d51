import type { RestDialect } from '../dialect.ts';
import { describeCall } from '../route/describe-call.ts';

/** The skill of an agent that works with a CRM of its own, written from the route table so that it tells of nothing that is not there. */
export function renderSkill({ basePath, routes }: RestDialect, publicUrl: string): string {
  const base = publicUrl.replace(/\/$/, '');
  const calls = routes.map((route) => describeCall(basePath, route)).join('\n');
  return `---
name: clawcrm
description: Sign up for a CRM, set up its pipeline, create, score, enrich and follow up on leads, run rules and campaigns, read analytics.
metadata: {"openclaw":{"requires":{"env":["CLAWCRM_API_KEY"]},"primaryEnv":"CLAWCRM_API_KEY"}}
---

# ClawCRM

Base URL: ${base}

Every call but the first sends the key from the environment:

\`\`\`
Authorization: Bearer $CLAWCRM_API_KEY
\`\`\`

Without one, sign up. The answer's \`apiKey\` is shown this once; keep it:

\`\`\`
curl -s ${base}${basePath}/signup -H "Content-Type: application/json" -d '{"email":"agent@example.com"}'
\`\`\`

## What an answer tells

- \`success\`. Where it is false, \`error.hint\` says what to change; change that and try once more.
- \`warnings\`: what the call set off beside what was asked, what was left out, and what this server is not set up for.
- \`next_steps\`: the calls that make sense now.

Every \`POST\` but signup takes an \`Idempotency-Key\`: sent again under the same key it is answered the same, and done once. A secret is told
once: the repetition of a call that made one is a 409.

## Calls

${calls}

Lists take \`limit\` (up to 200) and \`offset\`; \`total\` counts what matches, and \`next_steps\` names the call for the next page.

## A first hour

1. \`GET ${basePath}/setup\` shows what a pipeline may hold; \`POST ${basePath}/setup\` makes it yours.
2. \`POST ${basePath}/leads\` with \`firstName\` and \`email\`, for each lead.
3. \`POST ${basePath}/score\` with \`{"all": true}\`: who is hot, and what to do next.
4. \`GET ${basePath}/leads/stalled\`: whom nobody has spoken to, and what to say.
5. \`POST ${basePath}/integrations/calendly\` with a \`personal_access_token\` that a person gives you: who books becomes a lead.
6. \`GET ${basePath}/health\`: what waits for you.
`;
}
