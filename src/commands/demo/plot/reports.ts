import { systemActor } from '../../../access/actor.ts';
import { acknowledgeFeedback } from '../../../domain/feedback/acknowledge-feedback.ts';
import { answerFeedback } from '../../../domain/feedback/answer-feedback.ts';
import { submitFeedback } from '../../../domain/feedback/submit-feedback.ts';
import { atWork, dayMs, hourMs } from '../stage/times.ts';
import type { Story } from './story.ts';

/** What the team told whoever runs the installation, and what came back. */
export function reports({ agenda, actors, chance, end }: Story): void {
  const early = atWork(chance, end - 2.6 * dayMs);
  agenda.at(early, async () => {
    const { id } = await submitFeedback(await actors.person('french'), {
      type: 'FEATURE',
      title: 'A French greeting for the assistant',
      description: 'Visitors of our French site are greeted in English.',
      agent: 'Inès',
    });
    agenda.at(early + 3 * hourMs, async () => {
      const { actor, services } = await actors.person('owner');
      const staff = services.openAs({ ...systemActor(actor.orgId, actor.requestId), scopes: new Set(['staff']) });
      await answerFeedback(staff, id, { status: 'IN_PROGRESS', response: 'It needs a model; we are setting one up.' });
    });
    agenda.at(
      early + 5 * hourMs,
      async () => void (await acknowledgeFeedback(await actors.person('french'), id, true)),
    );
  });
  agenda.at(end - 30 * hourMs, async () => {
    await submitFeedback(await actors.person('admin'), {
      type: 'ERROR',
      title: 'The CRM missed leads on the day of the ad',
      priority: 'HIGH',
      description: 'Its webhooks failed all afternoon. Two deliveries are still dead.',
    });
  });
}
