import { expect, test } from 'vitest';
import type { Bant, Captured } from '../../src/domain/conversations/responder/captured.ts';
import { extractLead } from '../../src/domain/conversations/responder/extract-lead.ts';

/** When the messages of these tests were written. */
export const writtenAt = new Date('2026-05-04T13:22:01.000Z');

export const read = (content: string, lastReply?: string, createdAt = writtenAt): Captured =>
  extractLead({ content, createdAt }, { name: null, email: null }, lastReply);

type Contact = 'name' | 'email' | 'phone' | 'company' | 'jobTitle';

/** Each row: what was written, and what is read from it; null where nothing may be. */
export const contact = (fact: Contact, rows: readonly (readonly [string, string | null])[]) =>
  test.each(rows)('%s → %s', (text, expected) => {
    expect(read(text)[fact] ?? null).toBe(expected);
  });

export const bant = (fact: keyof Bant, rows: readonly (readonly [string, string | null])[]) =>
  test.each(rows)('%s → %s', (text, expected) => {
    expect(read(text).bant[fact] ?? null).toBe(expected);
  });
