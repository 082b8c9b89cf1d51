/** Everything a credential can be allowed to do. Checked in the domain verbs and on graph fields. */
export const scopes = {
  'leads:read': 'Read leads with their notes and touchpoints, the stages and custom fields.',
  'leads:write': 'Create, change, delete and restore leads, also for good, and write their notes and touchpoints.',
  'leads:handoff': 'Hand a lead off to another system.',
  'conversations:read': 'Read conversations and their messages.',
  'conversations:takeover': 'Claim a conversation, so that the AI stops answering.',
  'conversations:reply': 'Answer the visitor of a conversation one holds.',
  'conversations:handback': 'Give a conversation one holds back to the AI.',
  'conversations:write': 'Post what a visitor wrote, and close conversations.',
  'tasks:read': 'Read tasks.',
  'tasks:write': 'Create and change tasks.',
  'pipeline:write': 'Change stages, custom fields, playbooks and the sources stages are fed from.',
  'automation:read': 'Read the rules that move leads, and what they did.',
  'automation:write': 'Create, change and delete the rules that move leads, and retry and cancel jobs.',
  'campaigns:read': 'Read campaigns, who is enrolled, and what mail is due.',
  'campaigns:write': 'Create, change and delete campaigns, and enrol leads.',
  'analytics:read': 'Read figures over the whole pipeline.',
  'sources:read': 'Read lead sources and scraper runs.',
  'sources:write': 'Report scraper runs.',
  'widgets:read': 'Read chat widgets.',
  'widgets:write': 'Create, change and delete chat widgets and their public keys.',
  'businesses:read': 'Read businesses.',
  'businesses:write': 'Create and change businesses.',
  'members:read': 'Read team members.',
  'members:write': 'Invite, create, change and remove team members, connect agents, and end anybody’s takeover.',
  'keys:read': 'Read API keys (never their secrets).',
  'keys:write': 'Create, import, rename and revoke API keys.',
  'webhooks:read': 'Read webhook endpoints, deliveries and attempts.',
  'webhooks:write': 'Create, change, test and delete webhooks, and retry and replay deliveries.',
  'events:read': 'Read and subscribe to every event of the log; under a role, to those about what the role may read.',
  'audit:read': 'Read the audit log, the jobs, and what left for providers outside.',
  'workspace:write': 'Change the name and the profile of the workspace.',
  'feedback:read': 'Read what was reported to the operators, and their answers.',
  'feedback:write': 'Report to the operators, and acknowledge their answers.',
  staff: 'Run the installation: answer feedback, set a workspace’s plan and what it may use outside.',
} as const satisfies Record<string, string>;

export type Scope = keyof typeof scopes;

/** What an actor may be allowed beyond what any key can hold: making a workspace, which only the signup route's actor may. */
export type Capability = Scope | 'workspaces:create';

export const allScopes = Object.keys(scopes) as readonly Scope[];

/** Every capability of one workspace; what a self-served workspace's first key holds. */
export const workspaceScopes: readonly Scope[] = allScopes.filter((scope) => scope !== 'staff');

export const isScope = (value: string): value is Scope => Object.hasOwn(scopes, value);

/** What is for the whole workspace, or for the installation: a key that is locked to a business may hold them and not use them. */
export const wholeWorkspaceScopes: ReadonlySet<Capability> = new Set([
  'pipeline:write',
  'automation:write',
  'sources:write',
  'businesses:write',
  'members:write',
  'workspace:write',
  'staff',
]);
