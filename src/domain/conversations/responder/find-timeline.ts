import { firstOf, isQuestion } from './sentences.ts';

const month =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)';
const weekday = '(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)';
const span = '(?:day|week|month|quarter|year|weekend)';
const season = '(?:spring|summer|autumn|fall|winter|christmas|xmas|easter|new year|thanksgiving|black friday)';
const count =
  '(?:\\d{1,3}(?: ?(?:-|–|to) ?\\d{1,3})?|a|an|one|two|three|four|five|six|eight|ten|twelve|a few|few|a couple of|couple of|several)';
const date = `(?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${month}|${month}(?: \\d{1,2}(?:st|nd|rd|th)?(?!\\d))?(?:,? 20\\d\\d)?|\\d{4}-\\d\\d-\\d\\d|q[1-4](?: 20\\d\\d)?|20\\d\\d)`;
const end = `(?:the )?(?:end|middle|beginning|start) of (?:the |this |next )?(?:${span}|${month}|${season}|q[1-4])`;

const patterns = [
  `(?:by|before|until|no later than|not later than) (?:${end}|(?:the )?${date}|(?:next |this |the |early |mid-?|late )?(?:${weekday}|${span}(?! of)|${season}|${month})|tomorrow|tonight)`,
  `(?:with)?in (?:the )?(?:next |coming )?${count} (?:days?|weeks?|months?|quarters?|years?)`,
  `(?:in|over) the (?:next|coming) (?:${count} )?(?:days?|weeks?|months?|quarter|year)`,
  `(?:in |at )?${end}`,
  `next (?:${span}|${weekday}|${month}|${season})`,
  `(?:later )?this (?:week|month|quarter|year|weekend|${weekday}|${season})`,
  `(?:in|early|mid-?|late) ?(?:early |mid-?|late )?(?:${month}(?:,? 20\\d\\d)?|q[1-4](?: 20\\d\\d)?|20\\d\\d)`,
  'as soon as (?:possible|we can|you can)',
  'a\\.?s\\.?a\\.?p(?![a-z])',
  "(?:right away|straight away|immediately|urgently|(?:it's|is|quite|very|pretty|rather) urgent|starting (?:now|today|tomorrow))",
].map((pattern) => new RegExp(`\\b(?:${pattern})(?![\\w-])`, 'i'));

const past =
  /\b(?:last|ago|already|since|was|were|had|did|started|wait|launched|founded|signed|bought|joined|moved|happened|tried|used)\b/i;
const own = /\b(?:i|we|us|our|my|me|i'm|we're|i'd|we'd)\b/i;
/** "in May" is a month, "in may" or "may" a slip of the shift key or a verb. */
const lowerMay = /\b(?:in|early|mid|late) ?may$|\b(?:in|early|late) mar$/;

/** When the visitor wants it, in their own words. Asking whether somebody is open next week tells nothing. */
export function findTimeline(sentence: string): string | undefined {
  if (isQuestion(sentence) && !own.test(sentence)) return undefined;
  if (past.test(sentence) && !/\b(?:need|want|looking|by|before|within)\b/i.test(sentence)) return undefined;
  const found = firstOf(patterns, (pattern) => pattern.exec(sentence)?.[0]);
  return found === undefined || lowerMay.test(found) ? undefined : found;
}
