import { closeConversation } from '../../../domain/conversations/close-conversation.ts';
import { handBackConversation } from '../../../domain/conversations/takeover/hand-back-conversation.ts';
import { replyToConversation } from '../../../domain/conversations/reply-to-conversation.ts';
import { sendVisitorMessage } from '../../../domain/conversations/send-visitor-message.ts';
import { takeOverConversation } from '../../../domain/conversations/takeover/take-over-conversation.ts';
import type { Talk, Turn } from '../cast/talk.ts';
import { speakers } from '../cast/team.ts';
import type { Visitor } from '../cast/visitors.ts';
import { minutes } from '../stage/times.ts';
import { leadLives } from './lead-lives.ts';
import { nowOf, type Story } from './story.ts';

/** How many minutes pass before each kind of turn: at least and at most. */
const pauses = {
  visitor: [0.3, 1.4],
  'takes over': [0.8, 4],
  team: [0.5, 1.5],
  'hands back': [1, 2],
  closes: [2, 15],
} as const satisfies Record<Turn[0], readonly [number, number]>;

type Held = { id: string | null; token: string | null; leadId: string | null };

/** Plans a conversation that begins at a time, and what comes of its visitor unless it is still under way. */
export function talkIsHeld(story: Story, talk: Talk, at: number, { isOver = true } = {}): void {
  const visitor = story.meet(talk.language);
  const held: Held = { id: null, token: null, leadId: null };
  const plan = (turns: readonly Turn[], time: number): void => {
    const [turn, ...rest] = turns;
    if (!turn) return isOver ? lastWordIsSaid(story, talk, visitor, held) : undefined;
    story.agenda.at(time, async () => {
      await take(story, talk, visitor, held, turn);
      const [least, most] = pauses[rest[0]?.[0] ?? 'closes'];
      plan(rest, nowOf(story) + minutes(story.chance, least, most));
    });
  };
  plan(talk.turns, at);
}

function lastWordIsSaid(story: Story, { language }: Talk, { first }: Visitor, { leadId }: Held): void {
  if (leadId !== null) leadLives(story, { id: leadId, first, language }, nowOf(story));
}

async function take(story: Story, talk: Talk, visitor: Visitor, held: Held, turn: Turn): Promise<void> {
  if (turn[0] === 'visitor') return visitorWrites(story, talk, visitor, held, fill(turn[1], visitor));
  if (held.id === null) throw new Error('A conversation of the demo begins with somebody other than its visitor.');
  const agent = await story.actors.person(speakers[talk.language]);
  switch (turn[0]) {
    case 'team':
      return void (await replyToConversation(agent, held.id, fill(turn[1], visitor)));
    case 'takes over':
      return void (await takeOverConversation(agent, held.id));
    case 'hands back':
      return void (await handBackConversation(agent, held.id));
    case 'closes':
      return void (await closeConversation(agent, held.id));
  }
}

async function visitorWrites(story: Story, talk: Talk, visitor: Visitor, held: Held, message: string): Promise<void> {
  const { id, key } = story.world.widgets[talk.language === 'fr' ? 'french' : 'english'];
  const { language, tellsName } = talk;
  const sent = await sendVisitorMessage(await story.actors.holder(key), id, {
    message,
    conversationId: held.id,
    visitorToken: held.token,
    visitor: { language, ...(tellsName && { name: visitor.name }) },
  });
  held.id = sent.conversation.id;
  held.token ??= sent.visitorToken;
  held.leadId = sent.conversation.leadId;
}

const fill = (text: string, { first, name, email, phone, city }: Visitor): string =>
  Object.entries({ first, name, email, phone, city }).reduce(
    (filled, [slot, value]) => filled.replaceAll(`{${slot}}`, value),
    text,
  );
