import type { Captured } from './captured.ts';
import { extractLead } from './extract-lead.ts';
import { readConversation } from './read-conversation.ts';
import type { Answer, Responder, ResponderInput } from './responder.ts';
import { replyTo } from './reply-to.ts';
import { toSentences } from './sentences.ts';

const introduction =
  'Hi, this is an automated assistant. It follows fixed rules and is not a person; the team reads this conversation and can join it.';
const questions = {
  both: 'What is your name, and which email address can the team reach you at?',
  name: 'What is your name?',
  email: 'Which email address can the team reach you at?',
  emailAgain: 'That email address could not be read. Which email address can the team reach you at?',
} as const;

const asksForName = /What is your name\b/;
const asksForEmail = /\bwhich email address can the team reach you at\?/i;

/** What the rules understood in one message, told back so that the visitor can correct it. */
function acknowledge({ name, email, phone, company, jobTitle, bant }: Captured): string | null {
  const details = [
    email && `email: ${email}`,
    phone && `phone: ${phone}`,
    company && `company: ${company}`,
    jobTitle && `role: ${jobTitle}`,
    bant.need && `need: ${bant.need}`,
    bant.budget && `budget: ${bant.budget}`,
    bant.timeline && `timing: ${bant.timeline}`,
    bant.authority && `decision: ${bant.authority}`,
  ].filter((detail) => detail !== undefined);
  const thanks = name ? `Thank you, ${name}.` : 'Thank you.';
  if (details.length > 0) return `${thanks} Noted: ${details.join('; ')}.`;
  return name ? thanks : null;
}

/** An answer to the question for an address that holds one which no mail can be sent to. */
const isUnread = (answered: string, lastReply: string): boolean =>
  asksForEmail.test(lastReply) && /[^\s@]@[^\s@]/.test(answered) && toSentences(answered).length === 1;

/** Name and email are each asked for once, an email that could not be read once more; whoever does not answer is left in peace. */
function ask(
  said: readonly string[],
  known: { hasName: boolean; hasEmail: boolean },
  isUnreadEmail: boolean,
): string | null {
  if (isUnreadEmail && !known.hasEmail && !said.some((content) => content.includes(questions.emailAgain)))
    return questions.emailAgain;
  const name = !known.hasName && !said.some((content) => asksForName.test(content));
  const email = !known.hasEmail && !said.some((content) => asksForEmail.test(content));
  if (name && email) return questions.both;
  if (name) return questions.name;
  return email ? questions.email : null;
}

function answer({ messages, visitor, lead }: ResponderInput): Answer | null {
  const last = messages.at(-1);
  if (last?.role !== 'VISITOR' || last.content.trim() === '') return null;
  const earlier = messages.slice(0, -1);
  const said = earlier.filter(({ role }) => role === 'AI').map(({ content }) => content);
  const lastReply = earlier.findLast(({ role }) => role === 'AI' || role === 'HUMAN')?.content;
  const found = extractLead(last, { name: null, email: null }, lastReply);
  const known = readConversation(messages, visitor);

  const acknowledged = acknowledge(found);
  const has = {
    hasName: lead.hasName || Boolean(known.name),
    hasEmail: lead.hasEmail || Boolean(known.email),
  };
  const question = ask(said, has, isUnread(last.content, lastReply ?? ''));
  const reply = replyTo(last.content, { understood: acknowledged !== null, asking: question !== null });
  const content = [said.length === 0 ? introduction : null, acknowledged, reply?.reply ?? null, question]
    .filter((part) => part !== null)
    .join(' ');
  return { content, language: 'en', leftToTeam: reply?.leftToTeam ?? false };
}

/** Answers by fixed rules, without a model and without leaving the process. */
export function createRuleBasedResponder(): Responder {
  return {
    respond: (input) => Promise.resolve(input.signal?.aborted ? null : answer(input)),
  };
}
