import { describe, expect, test } from 'vitest';
import type { ResponderInput, ResponderMessage } from '../../src/domain/conversations/responder/responder.ts';
import { createRuleBasedResponder } from '../../src/domain/conversations/responder/rule-based-responder.ts';
import { writtenAt } from './read.ts';

const unknown = {
  visitor: { name: null, email: null, language: null },
  lead: { hasName: false, hasEmail: false },
  onBehalf: { orgId: 'org', businessId: null, conversationId: 'cv' },
  widgetId: 'wdg',
  knowledge: null,
  tokensPerDay: 0,
};
const responder = createRuleBasedResponder();
const said = (content: string): ResponderMessage => ({ role: 'VISITOR', content, createdAt: writtenAt });
const byPerson = (content: string): ResponderMessage => ({ role: 'HUMAN', content, createdAt: writtenAt });

async function answerTo(
  messages: readonly ResponderMessage[],
  rest: Partial<ResponderInput> = {},
): Promise<string | null> {
  const reply = await responder.respond({ ...unknown, messages, ...rest });
  return reply && reply.content;
}

/** Plays a whole conversation and answers what the responder said to each message. */
async function converse(...visitorSays: readonly string[]): Promise<readonly (string | null)[]> {
  const messages: ResponderMessage[] = [];
  const replies: (string | null)[] = [];
  for (const content of visitorSays) {
    messages.push(said(content));
    const reply = await answerTo(messages);
    replies.push(reply);
    if (reply !== null) messages.push({ role: 'AI', content: reply, createdAt: writtenAt });
  }
  return replies;
}

const automated = /automated assistant.*fixed rules.*not a person/;
const times = (replies: readonly (string | null)[], pattern: RegExp): number =>
  replies.filter((reply) => reply !== null && pattern.test(reply)).length;

describe('the built-in responder', () => {
  test('holds a whole conversation', async () => {
    expect(
      await converse(
        'Hello',
        'ada lovelace',
        'How much does it cost?',
        'We need a CRM by March, budget is $5k. I am at ada@example.com',
        'I need to ask my boss',
        'thanks!',
        'bye',
      ),
    ).toMatchInlineSnapshot(`
      [
        "Hi, this is an automated assistant. It follows fixed rules and is not a person; the team reads this conversation and can join it. What is your name, and which email address can the team reach you at?",
        "Thank you, Ada Lovelace.",
        "Prices are for a person on the team to tell you; your question is in front of them.",
        "Thank you. Noted: email: ada@example.com; need: a CRM; budget: $5k; timing: by March.",
        "Thank you. Noted: decision: need to ask my boss.",
        "You are welcome.",
        "Thank you, the team will find your message here.",
      ]
    `);
  });

  test('says in its first answer, and only there, that it is automated', async () => {
    const replies = await converse('Hi', 'We need a CRM', 'ok', 'and?');
    expect(replies[0]).toMatch(automated);
    expect(times(replies, automated)).toBe(1);
  });

  test('says so as well when a person answered before it', async () => {
    expect(await answerTo([said('Hi'), byPerson('Hello!'), said('still there?')])).toMatch(automated);
  });

  test('asks for name and e-mail once, answered or not', async () => {
    const replies = await converse('Hi', 'no', 'tell me more', 'why?', 'ok');
    expect(times(replies, /your name/)).toBe(1);
    expect(times(replies, /email address/)).toBe(1);
  });

  test('calls nobody by what is no name, and asks for it no third time', async () => {
    const replies = await converse('Hello', 'hola', 'refund', 'human', 'Unsubscribe');
    expect(times(replies, /Thank you, (?!the team)/)).toBe(0);
    expect(times(replies, /your name/)).toBeLessThanOrEqual(2);
  });

  test('asks once more for an address that could not be read', async () => {
    const replies = await converse('Hi', 'jörg@example.com', 'müller@example.com', 'joerg@example.com');
    expect(replies[1]).toMatch(
      /That email address could not be read\. Which email address can the team reach you at\?$/,
    );
    expect(times(replies, /could not be read/)).toBe(1);
    expect(replies[3]).toContain('email: joerg@example.com');
  });

  test('asks only for what it does not know', async () => {
    expect(await answerTo([said("Hi, I'm Ada")])).toMatch(/Which email address can the team reach you at\?$/);
    expect(await answerTo([said('ada@example.com')])).toMatch(/What is your name\?$/);
    expect(await answerTo([said("I'm Ada, ada@example.com")])).not.toContain('?');
  });

  test('does not ask for what the page or the lead already told', async () => {
    const visitor = { name: 'Ada', email: 'ada@example.com', language: 'en' };
    expect(await answerTo([said('I want a demo')], { visitor })).not.toContain('?');
    const lead = { hasName: true, hasEmail: true };
    expect(await answerTo([said('I want a demo')], { lead })).not.toContain('?');
  });

  test('tells what it understood', async () => {
    const reply = await answerTo([said("I'm Ada from Acme, ada@example.com. We need a CRM by March, budget $5k.")]);
    for (const detail of ['Ada', 'Acme', 'ada@example.com', 'a CRM', 'by March', '$5k'])
      expect(reply).toContain(detail);
  });

  test('owns to being a machine when asked', async () => {
    const replies = await converse('Hi', 'are you a bot?');
    expect(replies[1]).toMatch(/automated assistant that follows fixed rules/);
  });

  test('always answers a visitor', async () => {
    for (const content of ['?', '👍', 'a'.repeat(10_000), 'asdf', '12'])
      expect(await answerTo([said(content)])).not.toBeNull();
  });

  test('says nothing when the last word is not a visitor’s', async () => {
    expect(await answerTo([])).toBeNull();
    expect(await answerTo([said('  ')])).toBeNull();
    expect(await answerTo([said('Hi'), byPerson('Hello')])).toBeNull();
  });

  test('says nothing once the caller gave up', async () => {
    expect(await answerTo([said('Hi')], { signal: AbortSignal.abort() })).toBeNull();
  });

  test('answers the same to the same', async () => {
    expect(await converse('Hi', 'We need a CRM')).toEqual(await converse('Hi', 'We need a CRM'));
  });
});
