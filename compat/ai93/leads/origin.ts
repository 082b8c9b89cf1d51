import { isJsonObject } from '../../../src/json.ts';

/** Section "GET /api/v1/sources": those that `POST /leads` takes. */
export const documentedSources = [
  'reddit',
  'realtor_ca',
  'google_maps',
  'public_tool',
  'facebook_lead_ad',
  'manual',
] as const;

/** Those that `/sources` lists, and so all that a lead shows; a test holds them against the graph's. */
export const listedSources = [...documentedSources, 'chat'] as const;

type ListedSource = (typeof listedSources)[number];

const listed: ReadonlyMap<string, ListedSource> = new Map(listedSources.map((source) => [source, source]));

export const isListed = (source: string): boolean => listed.has(source);

export const toListed = (source: string): ListedSource => listed.get(source) ?? 'manual';

/** Where a lead comes from. Clients know the sources that are listed: any other is `manual`, and `context.source` names it. */
export function toOrigin(source: string, context: unknown): { source: ListedSource; context: Record<string, unknown> } {
  const known = isJsonObject(context) ? context : {};
  return { source: toListed(source), context: isListed(source) ? known : { ...known, source } };
}
