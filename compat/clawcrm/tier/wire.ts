import { exampleId } from '../../../src/ids.ts';
import { z } from 'zod';
import { wordsOf } from '../../route/words.ts';
import { envelope } from '../envelope.ts';
import type { Tier } from '../generated/operations.ts';

export const tierWords = {
  FREE: 'free',
  PRO: 'pro',
  ULTRA: 'ultra',
  UNLIMITED: 'unlimited',
} as const satisfies Record<Tier, string>;

export const WireTier = z.enum(wordsOf(tierWords));

const limit = z.int().nullable();

export const WireLimits = z.strictObject({ leads: limit, campaigns: limit }).meta({ description: 'Null is no limit.' });

export const WireOrgTier = envelope({
  orgId: z.string().meta({ example: exampleId('Organisation') }),
  tier: WireTier,
  limits: WireLimits,
  usage: z
    .strictObject({ leads: z.int().nullable(), campaigns: z.int().nullable() })
    .meta({ description: 'How much of it is used; null where the key may not see it.' }),
  upgrade_url: z.string().meta({ description: 'Where a person can choose a larger plan.' }),
}).meta({ id: 'ClawcrmOrgTier' });
