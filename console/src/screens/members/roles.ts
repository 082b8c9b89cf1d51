import { roles } from '../../parts/words.ts';
import type { MemberRole } from './generated/operations.ts';

/** What may least first. */
export const roleNames = ['VIEWER', 'AGENT', 'ADMIN', 'OWNER'] as const satisfies readonly MemberRole[];

export const isRole = (text: string): text is MemberRole => Object.hasOwn(roles, text);

/** By which scopes a role is told from the ones below it. */
export const tellingScopes = {
  VIEWER: ['leads:read', 'conversations:read', 'analytics:read'],
  AGENT: ['leads:write', 'conversations:reply', 'tasks:write'],
  ADMIN: ['keys:write', 'webhooks:write', 'audit:read'],
  OWNER: ['workspace:write'],
} as const satisfies Record<MemberRole, readonly string[]>;
