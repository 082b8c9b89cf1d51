import type { FlatFacts } from '../../src/domain/conversations/responder/captured.ts';
import { read } from './read.ts';
import type { Field, VisitorMessage } from './messages/visitor-message.ts';

/** What is read of a message, and what would have been right. */
export type Sample = { readonly message: VisitorMessage; readonly found: FlatFacts };

export function readByRules({ text, after }: VisitorMessage): FlatFacts {
  const { bant, score: _, temperature: __, ...contact } = read(text, after);
  return { ...contact, ...bant };
}

/** Of what is kept how much is right, and of what was to keep how much is kept, in percent. */
export function measure(samples: readonly Sample[], field: Field) {
  const wrong: string[] = [];
  const missed: string[] = [];
  let [right, kept, toKeep] = [0, 0, 0];
  for (const { message, found } of samples) {
    const value = found[field];
    const labels = [message.right[field] ?? []].flat();
    const isRight = value !== undefined && labels.includes(value);
    right += isRight ? 1 : 0;
    kept += value === undefined ? 0 : 1;
    toKeep += labels.length > 0 ? 1 : 0;
    if (value !== undefined && !isRight) wrong.push(`${value} ← ${message.text}`);
    if (value === undefined && labels.length > 0) missed.push(`${labels[0]} ← ${message.text}`);
  }
  const percent = (part: number, whole: number) => (whole === 0 ? 100 : Math.floor((100 * part) / whole));
  return { precision: percent(right, kept), recall: percent(right, toKeep), toKeep, wrong, missed };
}
