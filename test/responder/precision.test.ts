import { describe, expect, it } from 'vitest';
import { measure, readByRules } from './measure.ts';
import { familiarMessages } from './messages/familiar.ts';
import { freshEnglish, freshMessages } from './messages/fresh.ts';
import { furtherMessages } from './messages/further.ts';
import { thirdSet, thirdSetInEnglish } from './messages/third-set.ts';
import { secondSet } from './messages/second-set.ts';
import type { Field, VisitorMessage } from './messages/visitor-message.ts';

type Reached = Record<Field, { readonly precision: number; readonly recall: number }>;

/** Of what is kept how much is right, and of what was to keep how much is kept, in percent. Neither may fall. */
const sets = {
  'the messages they were made by': {
    messages: [...familiarMessages, ...furtherMessages],
    reached: {
      name: { precision: 97, recall: 100 },
      email: { precision: 100, recall: 96 },
      phone: { precision: 100, recall: 100 },
      company: { precision: 100, recall: 90 },
      jobTitle: { precision: 100, recall: 100 },
      budget: { precision: 100, recall: 100 },
      authority: { precision: 100, recall: 100 },
      need: { precision: 100, recall: 100 },
      timeline: { precision: 100, recall: 100 },
    },
  },
  // The rules were changed after its first run, whose figures alone say how far they carried: name 100/77, email 100/100, phone 93/100, company 85/66, jobTitle 100/100, budget 66/66, authority 100/50, need 78/73, timeline 91/78.
  'a second set': {
    messages: secondSet,
    reached: {
      name: { precision: 100, recall: 100 },
      email: { precision: 100, recall: 100 },
      phone: { precision: 100, recall: 100 },
      company: { precision: 100, recall: 100 },
      jobTitle: { precision: 100, recall: 100 },
      budget: { precision: 100, recall: 100 },
      authority: { precision: 100, recall: 87 },
      need: { precision: 100, recall: 100 },
      timeline: { precision: 100, recall: 100 },
    },
  },
  // 104 of these 140 are in English, 12 each in French, Spanish and German. Labelled before the first run by somebody who had not seen the rules, which were changed by it since; no label was corrected. The first run's figures alone say how far the rules carried: name 100/31, email 100/100, phone 88/93, company 100/35, jobTitle 50/9, budget 86/54, authority 83/31, need 58/19, timeline 76/50.
  'a third set in English': {
    messages: thirdSetInEnglish,
    reached: {
      name: { precision: 100, recall: 97 },
      email: { precision: 100, recall: 100 },
      phone: { precision: 100, recall: 93 },
      company: { precision: 100, recall: 92 },
      jobTitle: { precision: 100, recall: 100 },
      budget: { precision: 100, recall: 100 },
      authority: { precision: 100, recall: 100 },
      need: { precision: 100, recall: 76 },
      timeline: { precision: 100, recall: 87 },
    },
  },
  // First run: name 100/27, email 100/100, phone 91/91, company 100/26, jobTitle 50/7, budget 65/50, authority 83/21, need 58/14, timeline 76/36.
  'a third set in four languages': {
    messages: thirdSet,
    reached: {
      name: { precision: 100, recall: 96 },
      email: { precision: 100, recall: 100 },
      phone: { precision: 100, recall: 95 },
      company: { precision: 100, recall: 94 },
      jobTitle: { precision: 100, recall: 100 },
      budget: { precision: 100, recall: 100 },
      authority: { precision: 100, recall: 100 },
      need: { precision: 100, recall: 76 },
      timeline: { precision: 100, recall: 88 },
    },
  },
  // Labelled before the rules were last changed, by somebody who had seen neither them nor the other sets, and never used to change them. The figures are the first run's, and the floor; no label was corrected after it. The goal is a precision of 97 and a recall of 70 in English, and only the e-mail address reaches it. Three that count as wrong differ from what is right by a word: `The head has to approve`, `in September`, `on April 1st`.
  'the held-out messages in English': {
    messages: freshEnglish,
    reached: {
      name: { precision: 100, recall: 63 }, // short of the goal by 7 of recall
      email: { precision: 100, recall: 100 },
      phone: { precision: 94, recall: 100 }, // short of the goal by 3 of precision
      company: { precision: 100, recall: 25 }, // short of the goal by 45 of recall
      jobTitle: { precision: 100, recall: 68 }, // short of the goal by 2 of recall
      budget: { precision: 68, recall: 68 }, // short of the goal by 29 of precision and 2 of recall
      authority: { precision: 50, recall: 7 }, // short of the goal by 47 of precision and 63 of recall
      need: { precision: 66, recall: 44 }, // short of the goal by 31 of precision and 26 of recall
      timeline: { precision: 56, recall: 37 }, // short of the goal by 41 of precision and 33 of recall
    },
  },
  // 80 of these 100 are in English, 7 each in French and Spanish, 6 in German. The goal is set for English; it stands here to compare.
  'all held-out messages': {
    messages: freshMessages,
    reached: {
      name: { precision: 94, recall: 62 }, // short of the goal by 3 of precision and 8 of recall
      email: { precision: 100, recall: 100 },
      phone: { precision: 95, recall: 95 }, // short of the goal by 2 of precision
      company: { precision: 100, recall: 20 }, // short of the goal by 50 of recall
      jobTitle: { precision: 100, recall: 63 }, // short of the goal by 7 of recall
      budget: { precision: 74, recall: 74 }, // short of the goal by 23 of precision
      authority: { precision: 50, recall: 5 }, // short of the goal by 47 of precision and 65 of recall
      need: { precision: 62, recall: 41 }, // short of the goal by 35 of precision and 29 of recall
      timeline: { precision: 62, recall: 38 }, // short of the goal by 35 of precision and 32 of recall
    },
  },
} as const satisfies Record<string, { messages: readonly VisitorMessage[]; reached: Reached }>;

describe.each(Object.entries(sets))(
  'of %s the rules keep no less, and no more that is wrong:',
  (_, { messages, reached }) => {
    const samples = messages.map((message) => ({ message, found: readByRules(message) }));
    it.each(Object.entries(reached) as [Field, Reached[Field]][])('%s', (field, { precision, recall }) => {
      const { precision: right, recall: kept, toKeep, wrong, missed } = measure(samples, field);
      expect(toKeep).toBeGreaterThan(3);
      expect(right, `wrong:\n${wrong.join('\n')}`).toBeGreaterThanOrEqual(precision);
      expect(kept, `missed:\n${missed.join('\n')}`).toBeGreaterThanOrEqual(recall);
    });
  },
);
