import { base } from '../base.ts';
import { z } from 'zod';
import { page, route, type Route } from '../../route/route.ts';
import { strictObject } from '../../route/strict-object.ts';
import { envelope, succeed } from '../envelope.ts';
import { SignUpDocument } from '../generated/operations.ts';
import { takesNothing } from '../hints.ts';
import { tierWords, WireLimits, WireTier } from '../tier/wire.ts';

const WireSignup = strictObject({
  email: z.string().meta({ example: 'your-human@example.com' }),
  workspace_name: z.string().optional(),
  agent_name: z.string().optional(),
  agent_platform: z.string().optional(),
}).meta({ id: 'ClawcrmSignup' });

const WireSignedUp = envelope({
  apiKey: z.string().meta({ description: 'Shown this once.' }),
  orgId: z.string(),
  tier: WireTier,
  limits: WireLimits,
}).meta({ id: 'ClawcrmSignedUp', description: 'A limit of null is none.' });

const WireSignupHelp = envelope({
  endpoint: z.string(),
  required: z.array(z.string()),
  optional: z.array(z.string()),
  example: z.record(z.string(), z.string()),
}).meta({ id: 'ClawcrmSignupHelp' });

/** Section "Signup". No credential is asked for, and no answer is kept: it holds a secret. */
export const signupRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: '/signup',
    kind: 'write',
    scope: null,
    access: 'public',
    tellsOnce: true,
    status: 201,
    summary: 'Create a workspace and get its first key',
    description:
      'The key holds every capability of the workspace. Limited by network address and by e-mail address; the operator may switch it off.',
    hints: {
      INVALID: 'Send JSON with `email`, and optionally `workspace_name`, `agent_name`, `agent_platform`.',
      FORBIDDEN: 'Signup is switched off on this installation: ask its operator for a key.',
      LIMITED: 'Wait for the seconds in Retry-After, or ask the operator of this installation for a key.',
      CONFLICT: 'Send another `workspace_name` to make a further workspace, or use the key you already have.',
    },
    body: WireSignup,
    example: { email: 'agent@example.com', workspace_name: 'My company', agent_name: 'Claw' },
    reply: WireSignedUp,
    operation: SignUpDocument,
    variables: ({ body }) => ({
      input: {
        email: body.email,
        workspaceName: body.workspace_name,
        agentName: body.agent_name,
        agentPlatform: body.agent_platform,
      },
    }),
    present: ({ signUp }) =>
      succeed(
        {
          apiKey: signUp.apiKey,
          orgId: signUp.organisationId,
          tier: tierWords[signUp.tier],
          limits: { leads: signUp.leadLimit, campaigns: signUp.campaignLimit },
        },
        {
          warnings: [
            'The key is shown only once: store it now.',
            'It may do everything in its workspace: change all data, mint and revoke API keys, and read the audit log. At /graphql, createApiKey makes keys that may do less.',
          ],
          nextSteps: [
            `GET ${base}/health at every session start, with \`Authorization: Bearer <apiKey>\` as on every call.`,
            `POST ${base}/setup lays the pipeline; GET ${base}/setup shows its schema.`,
          ],
        },
      ),
  }),
  page({
    method: 'get',
    path: '/signup',
    kind: 'read',
    scope: null,
    access: 'public',
    summary: 'How to sign up',
    hints: takesNothing,
    reply: WireSignupHelp,
    present: () =>
      succeed(
        {
          endpoint: `POST ${base}/signup`,
          required: ['email'],
          optional: ['workspace_name', 'agent_name', 'agent_platform'],
          example: {
            email: 'your-human@example.com',
            workspace_name: 'My Sales Pipeline',
            agent_name: 'Your Name',
            agent_platform: 'openclaw',
          },
        },
        { nextSteps: [`POST ${base}/signup with these fields; it answers with an API key.`] },
      ),
  }),
];
