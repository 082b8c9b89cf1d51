import { expect, it } from 'vitest';
import { extractLead } from '../../src/domain/conversations/responder/extract-lead.ts';
import { familiarMessages } from './messages/familiar.ts';
import { furtherMessages } from './messages/further.ts';
import type { Field, VisitorMessage } from './messages/visitor-message.ts';

const messages = [...familiarMessages, ...furtherMessages];

/** Of what is kept how much is right, and of what was to keep how much is kept, in percent. Neither may fall. */
const reached = {
  name: { precision: 97, recall: 95 },
  email: { precision: 100, recall: 96 },
  phone: { precision: 92, recall: 100 },
  company: { precision: 100, recall: 80 },
  jobTitle: { precision: 100, recall: 100 },
  budget: { precision: 100, recall: 100 },
  authority: { precision: 100, recall: 100 },
  need: { precision: 100, recall: 92 },
  timeline: { precision: 100, recall: 100 },
} as const satisfies Record<Field, { precision: number; recall: number }>;

function read({ text, after }: VisitorMessage): Partial<Record<Field, string>> {
  const { bant, score: _, temperature: __, ...contact } = extractLead(text, { name: null, email: null }, after);
  return { ...contact, ...bant };
}

function measure(field: Field) {
  const wrong: string[] = [];
  const missed: string[] = [];
  let [right, kept, toKeep] = [0, 0, 0];
  for (const message of messages) {
    const found = read(message)[field];
    const labels = [message.right[field] ?? []].flat();
    const isRight = found !== undefined && labels.includes(found);
    right += isRight ? 1 : 0;
    kept += found === undefined ? 0 : 1;
    toKeep += labels.length > 0 ? 1 : 0;
    if (found !== undefined && !isRight) wrong.push(`${found} ← ${message.text}`);
    if (found === undefined && labels.length > 0) missed.push(`${labels[0]} ← ${message.text}`);
  }
  const percent = (part: number, whole: number) => (whole === 0 ? 100 : Math.floor((100 * part) / whole));
  return { precision: percent(right, kept), recall: percent(right, toKeep), toKeep, wrong, missed };
}

const fields = Object.keys(reached) as Field[];

it.each(fields)('of what visitors write keeps no less, and no more that is wrong: %s', (field) => {
  const { precision, recall } = reached[field];
  const { precision: right, recall: kept, toKeep, wrong, missed } = measure(field);
  expect(toKeep).toBeGreaterThan(4);
  expect(right, `wrong:\n${wrong.join('\n')}`).toBeGreaterThanOrEqual(precision);
  expect(kept, `missed:\n${missed.join('\n')}`).toBeGreaterThanOrEqual(recall);
});
