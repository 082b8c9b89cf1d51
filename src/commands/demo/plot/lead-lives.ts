import type { DomainContext } from '../../../domain/context.ts';
import { handOffLead } from '../../../domain/leads/hand-off-lead.ts';
import { deleteLead } from '../../../domain/leads/delete-lead.ts';
import { markEmailBounced } from '../../../domain/leads/mark-email-bounced.ts';
import { recordLeadReply } from '../../../domain/leads/record-lead-reply.ts';
import { updateLead } from '../../../domain/leads/update-lead.ts';
import { createNote } from '../../../domain/notes/create-note.ts';
import { updateTask } from '../../../domain/tasks/update-task.ts';
import { recordTouchpoint } from '../../../domain/touchpoints/record-touchpoint.ts';
import { type Language, speakers } from '../cast/team.ts';
import { calls, firstMails, impressions, losses, notes, replies } from '../cast/words.ts';
import { atWork, hours, minutes } from '../stage/times.ts';
import { nowOf, type Story } from './story.ts';

export type KnownLead = { readonly id: string; readonly first: string; readonly language: Language };

/** One step of a lead's life, when it is taken, and which one follows; some leads stop at each. */
type Step = (life: Life) => Promise<void>;

type Life = {
  readonly story: Story;
  readonly lead: KnownLead;
  /** Whoever of the team looks after the lead. */
  readonly agent: () => Promise<DomainContext>;
  /** The integration that watches mail, calendar and quotes. */
  readonly scout: () => Promise<DomainContext>;
  /** Goes on with so many of a hundred leads, after that many hours. */
  readonly follows: (percent: number, least: number, most: number, next: Step) => void;
};

/** Plans what becomes of a lead that is known since then. */
export function leadLives(story: Story, lead: KnownLead, since: number): void {
  const { agenda, actors, chance, world } = story;
  const life: Life = {
    story,
    lead,
    agent: () => actors.person(speakers[lead.language]),
    scout: () => actors.holder(world.integrations.scout),
    follows(percent, least, most, next) {
      if (chance.below(100) >= percent) return;
      agenda.at(atWork(chance, nowOf(story) + hours(chance, least, most)), () => next(life));
    },
  };
  const fate = chance.below(100);
  const first = fate < 4 ? isSpam : fate < 7 ? bounces : isContacted;
  if (fate < 93) agenda.at(atWork(chance, since + hours(chance, 0.2, 14)), () => first(life));
}

const isSpam: Step = async ({ agent, lead, follows }) => {
  await updateLead(await agent(), lead.id, { status: 'SPAM', tags: ['spam'] });
  follows(30, 1, 3, async () => void (await deleteLead(await agent(), lead.id)));
};

const bounces: Step = async ({ scout, lead }) => void (await markEmailBounced(await scout(), lead.id));

const isContacted: Step = async ({ story: { chance }, agent, lead, follows }) => {
  const context = await agent();
  const { memberId } = context.actor;
  await updateLead(context, lead.id, { stage: 'contacted', status: 'CONTACTED', assignedToId: memberId });
  const isCall = chance.below(3) === 0;
  const summary = chance.pick((isCall ? calls : firstMails)[lead.language]);
  const [type, channel] = isCall ? (['CALL', 'phone'] as const) : (['EMAIL', 'email'] as const);
  await recordTouchpoint(context, { leadId: lead.id, type, channel, summary });
  const told = impressions[lead.language];
  const body = told[lead.first.length % told.length];
  if (isCall && body !== undefined) await createNote(context, { leadId: lead.id, body });
  follows(85, 1, 30, tasksAreDone);
  follows(68, 3, 50, answers);
};

/** Some are forgotten, and are overdue. */
const tasksAreDone: Step = async ({ agent, lead, story }) => {
  const context = await agent();
  const task = await context.db.task.findFirst({ where: { leadId: lead.id, status: 'PENDING' } });
  if (!task || story.chance.below(5) === 0) return;
  await updateTask(context, task.id, { status: 'COMPLETED', result: { outcome: 'reached' } });
};

const answers: Step = async ({ scout, lead, story: { chance }, follows }) => {
  await recordLeadReply(await scout(), lead.id, { message: chance.pick(replies[lead.language]), channel: 'email' });
  follows(72, 1, 30, books);
};

const books: Step = async ({ scout, agent, lead, story: { chance, agenda, clock }, follows }) => {
  await recordTouchpoint(await scout(), {
    leadId: lead.id,
    type: 'MEETING_BOOKED',
    channel: 'calendar',
    summary: chance.pick(['Visit and measuring', 'Showroom visit', 'Video call']),
  });
  agenda.at(clock.now().getTime() + minutes(chance, 3, 40), async () => {
    const temperature = chance.pick(['HOT', 'WARM', 'WARM'] as const);
    await updateLead(await agent(), lead.id, {
      temperature,
      score: 45 + chance.below(50),
      tier: chance.pick(['HIGH', 'MEDIUM', 'LOW']),
    });
  });
  follows(90, 8, 48, isVisited);
};

const isVisited: Step = async ({ agent, lead, story: { chance }, follows }) => {
  const pinned = chance.below(4) === 0;
  await createNote(await agent(), { leadId: lead.id, body: chance.pick(notes[lead.language]), pinned });
  follows(75, 4, 30, viewsQuote);
};

const viewsQuote: Step = async ({ scout, lead, follows }) => {
  await recordTouchpoint(await scout(), {
    leadId: lead.id,
    type: 'PROPOSAL_VIEWED',
    channel: 'web',
    summary: 'Opened the quote',
  });
  follows(80, 2, 40, viewsQuoteAgain);
};

const viewsQuoteAgain: Step = async ({ scout, lead, follows, story: { chance } }) => {
  await recordTouchpoint(await scout(), {
    leadId: lead.id,
    type: 'PROPOSAL_VIEWED',
    channel: 'web',
    summary: 'Opened the quote again',
  });
  if (chance.below(100) < 62) follows(100, 12, 90, isWon);
  else follows(70, 24, 110, isLost);
};

const isWon: Step = async ({ agent, lead, follows }) => {
  await updateLead(await agent(), lead.id, { stage: 'won' });
  follows(80, 1, 20, async () => {
    await handOffLead(await agent(), lead.id, { destination: 'Fieldbook', metadata: { order: lead.id.slice(-6) } });
  });
};

const isLost: Step = async ({ agent, lead, story: { chance } }) => {
  const context = await agent();
  await createNote(context, { leadId: lead.id, body: chance.pick(losses[lead.language]) });
  await updateLead(context, lead.id, { stage: 'lost' });
};
