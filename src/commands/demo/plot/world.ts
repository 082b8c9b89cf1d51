import { workspaceScopes, type Scope } from '../../../access/scopes.ts';
import { createBusiness } from '../../../domain/businesses/create-business.ts';
import type { DomainContext, DomainServices } from '../../../domain/context.ts';
import { inviteMember } from '../../../domain/members/invite-member.ts';
import { createWidget } from '../../../domain/widgets/create-widget.ts';
import { provisionVendorKeys, type VendorKey } from '../../../domain/workspaces/provision-vendor-keys.ts';
import { founder, provisionKey, provisionWorkspace } from '../../../domain/workspaces/provision-workspace.ts';
import { setUpWorkspace } from '../../../domain/workspaces/set-up-workspace.ts';
import { mapValues } from '../../../map-values.ts';
import { team } from '../cast/team.ts';
import type { Actors } from '../stage/actors.ts';

/** There is one at most: the slug is unique. */
export const demoSlug = 'lakeside-kitchens-demo';
const name = 'Lakeside Kitchens (demo)';

export type Keys = { readonly operator: string; readonly vendors: readonly VendorKey[] };

/** What integrations of the story must be allowed to do. */
const integrations = {
  /** Brings in leads from where it looks for them. */
  collector: ['leads:write', 'sources:read'],
  /** Watches mail, calendar and quotes, and finds out more. */
  scout: ['leads:write', 'sources:write', 'campaigns:write'],
  /** Plans what people are to do. */
  assistant: ['tasks:write'],
} as const satisfies Record<string, readonly Scope[]>;

type Widget = { readonly id: string; readonly key: string };

/** What is there before the first day: the widgets of its two websites, and the keys of those who work with it. */
export type World = {
  readonly integrations: Readonly<Record<keyof typeof integrations, string>>;
  readonly widgets: { readonly english: Widget; readonly french: Widget };
};

type Ids = { readonly orgId: string; readonly apiKeyId: string };

/** Makes the workspace, without limits, with an operator's key and one of each vendor. */
export const foundWorkspace = ({ openAs }: Pick<DomainServices, 'openAs'>, ids: Ids): Promise<Keys> =>
  openAs(founder(ids, 'UNLIMITED', 'demo')).write(async (tx) => {
    const { owner } = team;
    await provisionWorkspace(tx, { name, ownerEmail: owner.email, tier: 'UNLIMITED', slug: demoSlug, isDemo: true });
    const id = ids.apiKeyId;
    const operator = await provisionKey(tx, { id, name: 'Operator', dialect: 'GRAPHQL', scopes: workspaceScopes });
    return { operator, vendors: await provisionVendorKeys(tx) };
  });

/** Lets the team in, and gives the workspace its two businesses and their websites. */
export async function furnish(actors: Actors, keys: Keys): Promise<World> {
  const operator = await actors.holder(keys.operator);
  await inviteMember(operator, team.owner);
  const owner = await actors.person('owner');
  for (const member of Object.values(team)) if (member.role !== 'OWNER') await inviteMember(owner, member);
  await setUpWorkspace(owner, {
    organisation: { industry: 'Kitchens and bathrooms', bookingLink: 'https://lakeside.example/book' },
  });
  return {
    integrations: mapValues(integrations, (scopes) => keyThatMay(keys, scopes)),
    widgets: {
      english: await makeSite(owner, 'Lakeside Kitchens', 'https://lakeside.example'),
      french: await makeSite(owner, 'Cuisines Lakeside', 'https://cuisines.example'),
    },
  };
}

/** Of the first vendor whose API can do that; the operator's where there is none. */
const keyThatMay = ({ operator, vendors }: Keys, scopes: readonly Scope[]): string =>
  vendors.find(({ vendor }) => scopes.every((scope) => vendor.scopes.includes(scope)))?.secret ?? operator;

async function makeSite(owner: DomainContext, name: string, origin: string): Promise<Widget> {
  const { id: businessId } = await createBusiness(owner, { name });
  const { widget, key } = await createWidget(owner, { name: `${name}: website`, allowedOrigins: [origin], businessId });
  return { id: widget.id, key };
}
