import type { MemberRole } from '../db/generated/prisma/enums.ts';
import { isScope, type Scope, workspaceScopes } from './scopes.ts';

export type RoleRule = {
  /** What it may do, for people to read. */
  readonly about: string;
  readonly scopes: readonly Scope[];
};

const reading: readonly Scope[] = [
  'leads:read',
  'conversations:read',
  'tasks:read',
  'automation:read',
  'campaigns:read',
  'analytics:read',
  'sources:read',
  'widgets:read',
  'businesses:read',
  'members:read',
  'events:read',
];

/**
 * What each role may do. Whoever gives, changes or takes a role holds all of its scopes, so an admin, who may not change the
 * workspace itself, makes no owner and removes none.
 */
export const roles = {
  OWNER: { about: 'Everything in the workspace.', scopes: workspaceScopes },
  ADMIN: {
    about: 'Everything but the workspace’s own name and profile, and its owners.',
    scopes: workspaceScopes.filter((scope) => scope !== 'workspace:write'),
  },
  AGENT: {
    about:
      'Works with leads, conversations and tasks, enriches and hands off, and reports to the operators; reads the rest, but no keys, webhooks or audit.',
    scopes: [
      ...reading,
      'leads:write',
      'leads:handoff',
      'conversations:takeover',
      'conversations:reply',
      'conversations:handback',
      'conversations:write',
      'tasks:write',
      'feedback:read',
      'feedback:write',
    ],
  },
  VIEWER: { about: 'Reads leads, conversations, tasks and figures, and changes nothing.', scopes: reading },
} as const satisfies Record<MemberRole, RoleRule>;

/** What of a key’s own scopes it may use: those of its member’s role, where the member has one. */
export function boundScopes(own: readonly string[], role: MemberRole | null): Scope[] {
  const held = own.filter(isScope);
  if (role === null) return held;
  const allowed: readonly Scope[] = roles[role].scopes;
  return held.filter((scope) => allowed.includes(scope));
}

const roleNames = Object.keys(roles) as readonly MemberRole[];

/** The roles that may do something. */
export const rolesWith = (scope: Scope): MemberRole[] =>
  roleNames.filter((role) => (roles[role].scopes as readonly Scope[]).includes(scope));
