import { retryWebhookDelivery } from '../../../domain/webhooks/retry-webhook-delivery.ts';
import { minutes } from '../stage/times.ts';
import { nowOf, type Story } from './story.ts';

/** The day after the long outage the admin has what was given up delivered, all but what came last: that one is still there. */
export function retryByHand({ agenda, actors, chance, ...story }: Story, at: number): void {
  agenda.at(at, async () => {
    const { db } = await actors.person('admin');
    const dead = await db.webhookDelivery.findMany({
      where: { state: 'DEAD' },
      orderBy: { id: 'asc' },
      select: { id: true },
    });
    let time = nowOf(story);
    for (const { id } of dead.slice(0, -2)) {
      time += minutes(chance, 0.1, 0.6);
      agenda.at(time, async () => void (await retryWebhookDelivery(await actors.person('admin'), id)));
    }
  });
}
