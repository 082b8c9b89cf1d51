import { createLead } from '../../../domain/leads/create-lead.ts';
import { createTask } from '../../../domain/tasks/create-task.ts';
import { enrolLead } from '../../../domain/campaigns/enrol-lead.ts';
import { recordTouchpoint } from '../../../domain/touchpoints/record-touchpoint.ts';
import { type Arrival, arrivals } from '../cast/arrivals.ts';
import type { Language } from '../cast/team.ts';
import { atWork, dayMs, hours, minutes } from '../stage/times.ts';
import { leadLives } from './lead-lives.ts';
import { nowOf, type Story } from './story.ts';

const drawn: readonly Arrival[] = arrivals.flatMap((arrival) => Array.from({ length: arrival.share }, () => arrival));

/** Plans that a lead comes to be known at a time, one way or another. */
export function leadArrives(story: Story, at: number, arrival: Arrival = story.chance.pick(drawn)): void {
  const isByHand = arrival.via === 'english' || arrival.via === 'french';
  story.agenda.at(isByHand ? atWork(story.chance, at) : at, async () => {
    const language = languageOf(story, arrival);
    const visitor = story.meet(language, { fromFirm: arrival.isFirm });
    const { name, email, company } = visitor;
    const described = arrival.describe(visitor, story.chance);
    const context = await makerOf(story, arrival.via);
    const { lead } = await createLead(context, { name, email, company, source: arrival.source, ...described });
    const known = { id: lead.id, first: visitor.first, language };
    const now = nowOf(story);
    if (arrival.source === 'public_tool') quizIsDone(story, known.id, now + minutes(story.chance, 1, 4));
    if (described.tags?.includes('fair')) campaignBegins(story, known.id, now + minutes(story.chance, 3, 9));
    if (story.chance.below(100) < 25) firstTask(story, known, now + minutes(story.chance, 2, 9));
    leadLives(story, known, now);
  });
}

function languageOf({ chance }: Story, { via }: Arrival): Language {
  if (via === 'english' || via === 'french') return via === 'french' ? 'fr' : 'en';
  const drawn = chance.below(10);
  if (drawn < 6) return 'en';
  return drawn < 8 ? 'fr' : 'es';
}

const makerOf = ({ actors, world }: Story, via: Arrival['via']) =>
  via === 'english' || via === 'french' ? actors.person(via) : actors.holder(world.integrations[via]);

const quizIsDone = ({ agenda, actors, world, chance }: Story, leadId: string, at: number): void =>
  agenda.at(at, async () => {
    const metadata = { score: 30 + chance.below(70) };
    const context = await actors.holder(world.integrations.scout);
    await recordTouchpoint(context, { leadId, type: 'QUIZ_COMPLETED', channel: 'web', metadata });
  });

const campaignBegins = ({ agenda, actors }: Story, leadId: string, at: number): void =>
  agenda.at(at, async () => {
    const admin = await actors.person('admin');
    const campaign = await admin.db.campaign.findFirst({ where: { trigger: 'MANUAL' } });
    if (campaign) await enrolLead(admin, campaign.id, leadId);
  });

function firstTask(story: Story, { id: leadId, first }: { id: string; first: string }, at: number): void {
  const { agenda, actors, chance, world } = story;
  agenda.at(at, async () => {
    const dueAt = new Date(atWork(chance, nowOf(story) + dayMs + hours(chance, 0, 30)));
    const title = chance.pick([`Call ${first} back`, `Send ${first} the catalogue`, `Qualify ${first}`]);
    const type = chance.pick(['FOLLOW_UP', 'EMAIL', 'QUALIFICATION'] as const);
    await createTask(await actors.holder(world.integrations.assistant), { type, title, leadId, dueAt });
  });
}
