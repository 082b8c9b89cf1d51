import { describe, expect, test } from 'vitest';
import { isLead } from '../../src/domain/conversations/responder/captured.ts';
import { weights } from '../../src/domain/conversations/responder/lead-score.ts';
import { mergeCaptured } from '../../src/domain/conversations/responder/merge-captured.ts';
import { readConversation } from '../../src/domain/conversations/responder/read-conversation.ts';
import { writtenAt } from './read.ts';

const nobody = { name: null, email: null };
const visitor = (content: string) => ({ role: 'VISITOR', content, createdAt: writtenAt }) as const;

describe('merging what was captured', () => {
  test('lets the later fact win', () => {
    const merged = mergeCaptured(
      { name: 'Ada', email: 'old@example.com', bant: { budget: '$5k' } },
      { email: 'new@example.com', bant: { budget: '$8k' } },
    );
    expect(merged).toMatchObject({ name: 'Ada', email: 'new@example.com', bant: { budget: '$8k' } });
  });

  test('loses nothing known', () => {
    const known = { name: 'Ada', phone: '555 0100', company: 'Acme', jobTitle: 'CTO', bant: { need: 'a CRM' } };
    expect(mergeCaptured(known, { bant: {} })).toMatchObject(known);
    expect(mergeCaptured({ bant: {} }, known)).toMatchObject(known);
  });

  test('rates the whole, not the parts', () => {
    const half = mergeCaptured({ email: 'ada@example.com', name: 'Ada', bant: {} }, { bant: {} });
    expect(half).toMatchObject({ score: 25, temperature: 'COLD' });
    const warm = mergeCaptured(half, { bant: { need: 'a CRM', timeline: 'asap' } });
    expect(warm).toMatchObject({ score: 50, temperature: 'WARM' });
    const hot = mergeCaptured(warm, { phone: '555 0100', bant: { budget: '$5k' } });
    expect(hot).toMatchObject({ score: 80, temperature: 'HOT' });
  });

  test('leaves its arguments as they were', () => {
    const previous = Object.freeze({ name: 'Ada', bant: Object.freeze({ need: 'a CRM' }) });
    mergeCaptured(previous, { name: 'Grace', bant: { budget: '$5k' } });
    expect(previous).toEqual({ name: 'Ada', bant: { need: 'a CRM' } });
  });

  test('gives no score while nothing is known', () => {
    expect(mergeCaptured({ bant: {} }, { bant: {} })).toEqual({ bant: {} });
  });
});

test('the weights of all facts add up to 100', () => {
  expect(Object.values(weights).reduce((sum, weight) => sum + weight, 0)).toBe(100);
});

describe('a visitor is a lead', () => {
  test('with an e-mail address or a phone number', () => {
    expect(isLead({ email: 'ada@example.com', bant: {} })).toBe(true);
    expect(isLead({ phone: '555 0100', bant: {} })).toBe(true);
  });

  test('and not with a name or a need alone', () => {
    expect(isLead({ name: 'Ada', company: 'Acme', bant: { need: 'a CRM' } })).toBe(false);
  });
});

describe('reading a conversation', () => {
  test('reads visitors only, oldest first', () => {
    const known = readConversation(
      [
        visitor("I'm Ada, ada@example.com"),
        { role: 'HUMAN', content: "I'm Bob from Tributary, bob@example.com", createdAt: writtenAt },
        visitor('better use ada@work.example'),
      ],
      nobody,
    );
    expect(known).toMatchObject({ name: 'Ada', email: 'ada@work.example' });
    expect(known.company).toBeUndefined();
  });

  test('keeps what was written over what the page told, in every later message too', () => {
    const messages = [visitor('My name is Ada'), visitor('ok')];
    expect(readConversation(messages, { name: 'Guest', email: null }).name).toBe('Ada');
  });

  test('takes a bare name for an answer when one was asked for', () => {
    const messages = [
      { role: 'AI', content: 'What is your name?', createdAt: writtenAt },
      { role: 'SYSTEM', content: 'The assistant was updated.', createdAt: writtenAt },
      visitor('ada lovelace'),
    ] as const;
    expect(readConversation(messages, nobody).name).toBe('Ada Lovelace');
  });
});
