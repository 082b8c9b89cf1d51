import type { CampaignEffect } from '../../db/write/campaign-effect.ts';
import type { EventRecord } from '../../db/write/event-record.ts';
import type { Tx } from '../../db/write/write.ts';
import type { EventType } from '../../events/catalogue.ts';

/** What a campaign made of a lead, done but not told yet: many leads are followed together, and told of one after the other. */
export type Consequence = {
  readonly leadId: string;
  readonly type: Extract<EventType, `campaign.${string}`>;
  readonly event: EventRecord;
  readonly effect: CampaignEffect;
};

/** Records the events, and adds what callers are told of. */
export function tell(tx: Tx, consequences: readonly Consequence[]): void {
  for (const { type, event, effect } of consequences) {
    tx.record(type, event);
    tx.effects.push(effect);
  }
}
