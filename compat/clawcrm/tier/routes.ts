import { route, type Route } from '../../route/route.ts';
import { type Notices, succeed } from '../envelope.ts';
import { OrgTierDocument } from '../generated/operations.ts';
import { takesNothing } from '../hints.ts';
import { tierWords, WireOrgTier } from './wire.ts';

type Use = { readonly what: string; readonly limit: number | null; readonly used: number | null };

/** From this part of a limit on, it is told of. */
const nearlyFull = 0.8;

function notices(uses: readonly Use[], upgradeUrl: string): Notices {
  const near = uses.flatMap(({ what, limit, used }) =>
    limit !== null && used !== null && used >= limit * nearlyFull ? [{ what, limit, used }] : [],
  );
  return {
    warnings: near.map(({ what, limit, used }) =>
      used >= limit
        ? `The plan's ${limit} ${what} are used up: no more can be made.`
        : `${used} of the plan's ${limit} ${what} are used.`,
    ),
    nextSteps: near.length > 0 ? [`Ask a person to upgrade the plan at ${upgradeUrl}`] : [],
  };
}

/** Section "Org & Tier". */
export const tierRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/org/tier',
    kind: 'read',
    scope: null,
    summary: 'The plan, its limits, and how full it is',
    description: 'Any key may ask. A key locked to a business is not told how full the workspace is.',
    hints: takesNothing,
    reply: WireOrgTier,
    operation: OrgTierDocument,
    variables: ({ actor: { scopes } }) => ({
      leads: scopes.has('leads:read'),
      campaigns: scopes.has('campaigns:read'),
    }),
    present({ viewer: { organisation } }) {
      const { id: orgId, tier, leadLimit, campaignLimit, upgradeUrl } = organisation;
      const usage = { leads: organisation.leadCount ?? null, campaigns: organisation.campaignCount ?? null };
      const uses = [
        { what: 'leads', limit: leadLimit, used: usage.leads },
        { what: 'campaigns', limit: campaignLimit, used: usage.campaigns },
      ];
      const limits = { leads: leadLimit, campaigns: campaignLimit };
      const fields = { orgId, tier: tierWords[tier], limits, usage, upgrade_url: upgradeUrl };
      return succeed(fields, notices(uses, upgradeUrl));
    },
  }),
];
