import { requireScope } from '../../access/actor.ts';
import type { DomainContext } from '../context.ts';
import { type LeadSource, type LeadSourceId, leadSourceIds, leadSources } from './sources.ts';

export type ListedSource = LeadSource & { readonly id: LeadSourceId };

export function listSources({ actor }: DomainContext): readonly ListedSource[] {
  requireScope(actor, 'sources:read');
  return leadSourceIds.map((id) => ({ id, ...leadSources[id] }));
}
