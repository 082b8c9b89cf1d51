import type { Tier } from '../../db/generated/prisma/enums.ts';
import { plain, texts } from '../../db/run/args.ts';
import { change } from '../../db/run/statement.ts';

/** Makes the actor's own organisation: the first thing a new workspace does. */
export const createOrganisation = change({
  name: 'create-organisation',
  args: {
    slug: plain<string>(),
    name: plain<string>(),
    ownerEmail: plain<string | null>(),
    tier: plain<Tier>(),
    isDemo: plain<boolean>(),
    capabilities: texts,
  },
  text: `insert into organisations (id, slug, name, owner_email, tier, is_demo, outside_capabilities, event_at, created_at)
        values (:org, :slug, :name, :ownerEmail, :tier::"Tier", :isDemo, :capabilities, :now, :now)`,
});
