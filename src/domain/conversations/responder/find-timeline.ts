import { firstOf, isQuestion } from './sentences.ts';

const month =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)';
const weekday = '(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?: (?:morning|afternoon|evening))?';
const span = '(?:day|week|month|quarter|year|weekend)';
const season =
  '(?:spring|summer|autumn|fall|winter|christmas|xmas|easter|chinese new year|new year|thanksgiving|black friday|ramadan|eid|diwali|hanukkah|halloween)(?: (?:season|term|holidays?))?';
const count =
  '(?:\\d{1,3}(?: ?(?:-|–|to) ?\\d{1,3})?|a|an|one|two|three|four|five|six|eight|ten|twelve|a few|few|a couple of|couple of|several)';
const day = `(?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${month}|${month} \\d{1,2}(?:st|nd|rd|th)?(?!\\d))(?:,? 20\\d\\d)?`;
const date = `(?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${month}|${month}(?: \\d{1,2}(?:st|nd|rd|th)?(?!\\d))?(?:,? 20\\d\\d)?|\\d{4}-\\d\\d-\\d\\d|q[1-4](?: 20\\d\\d)?|20\\d\\d|\\d{1,2}(?:st|nd|rd|th))`;
const end = `(?:the )?(?:(?:end|middle|beginning|start) of (?:the |this |next )?(?:${span}|${month}|${season}|q[1-4])|(?:first|last) day of (?:the )?(?:term|${span}|${month}|${season}))`;
const abroad =
  '(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|januar|februar|märz|april|juni|juli|august|september|oktober|november|dezember|frühling|sommer|herbst|winter|ostern|weihnachten|noël|pâques|navidad|verano|invierno)';

/** Where a language's words carry a date as simply as English does. */
const inOtherLanguages = [
  `(?:avant|d'ici|pour) (?:le |la |l'|fin |début |mi-)?(?:\\d{1,2} )?(?:${abroad}|été|hiver|automne|printemps)`,
  `au plus tard (?:le )?\\d{1,2} ${abroad}`,
  `(?:antes de|para) (?:la feria de |el |fin de |finales de )?(?:\\d{1,2} de )?${abroad}`,
  `(?:bis|vor|ab) (?:zum |ende |anfang |mitte )?(?:\\d{1,2}\\. )?${abroad}`,
  `(?:am \\d{1,2}\\. ?|im )${abroad}`,
  `(?<=\\b(?:empezar|hacerlo|terminar|commencer|démarrer) )e[nm] ${abroad}`,
  "lo antes posible|cuanto antes|dès que possible|au plus vite|aujourd'hui|so schnell wie möglich|schnellstmöglich|dringend",
];

const patterns = [
  `(?:by|before|b4|until|no later than|not later than) (?:${end}|(?:the )?(?:${date})|(?:next |this |the |early |mid-?|late )?(?:${weekday}|${season}|${span}(?! of)|${month})|tomorrow|tonight)`,
  `(?:with)?in (?:the )?(?:next |coming )?${count} (?:days?|weeks?|months?|quarters?|years?)`,
  `(?:in|over) the (?:next|coming) (?:${count} )?(?:days?|weeks?|months?|quarter|year)`,
  `(?<=\\btime(?:line|frame|scale):? (?:is )?)${count} (?:days?|weeks?|months?)`,
  `(?:in |at )?${end}`,
  `next (?:${span}|${weekday}|${month}|${season})`,
  `(?:later )?this (?:week|month|quarter|year|weekend|${weekday}|${season})`,
  `(?:in|early|mid-?|late) ?(?:early |mid-?|late )?(?:${month}(?:,? 20\\d\\d)?|q[1-4](?: 20\\d\\d)?|20\\d\\d)(?! \\d)`,
  `(?:in|over|during) the (?:new year|spring|summer|autumn|fall|winter)`,
  `(?:starting|beginning|from) (?:in |on )?(?:the )?(?:new year|${day}|${month}(?! \\d)|next ${span})`,
  `(?:on|for|from) (?:the )?${day}`,
  `(?<=\\b(?:book|appointment|meeting|slot)(?: [\\w-]{1,20}){1,4} )(?:on|for) ${weekday}`,
  `(?<=\\b(?:deadline|due date|start date)(?: is| would be|:) )(?:the )?${date}`,
  `(?<=\\b(?:come out|come round|deliver(?:ed)?|on site|go ahead(?: with)?|start|done|fixed|installed|fitted|book(?:ed)?(?: it| me| us)?(?: in)?|available) )(?:(?:on|for) )?(?:${weekday}|today|tomorrow|tonight)`,
  'as soon as (?:possible|we can|you can)',
  'a\\.?s\\.?a\\.?p(?![a-z])',
  "(?:right away|straight away|immediately|urgently|(?:it's|is|quite|very|pretty|rather) urgent|starting (?:now|today|tomorrow))",
  ...inOtherLanguages,
].map((pattern) => new RegExp(`(?<![\\p{L}\\d_])(?:${pattern})(?![\\p{L}\\d_-])`, 'iu'));

const past =
  /\b(?:last|ago|already|since|was|were|had|did|started|wait|launched|founded|signed|bought|joined|moved|happened|tried|used|(?:over)?charged|called|paid|ordered|came|arrived|done by you|built|sold|compr[éo]|pagu[ée]|payé|acheté)(?!\p{L})/iu;
/** The dates of other things: of a meeting, a plan, an invoice. */
const ofOtherThings =
  /\b(?:meets?|meeting|ends|appointment is|renews?|renewal|expires?|closed|born|birth|delivered on|dated|invoice|not looking|no longer)\b/i;
const own = /\b(?:i|we|us|our|my|me|i'm|we're|i'd|we'd)\b/i;
const years = /\b20\d\d\b/g;
/** "by 15 March 2027" may have been found without its year. */
const yearBehind = /^,? 20\d\d\b/;
/** "in May" is a month, "in may" or "may" a slip of the shift key or a verb. */
const lowerMay = /\b(?:in|early|mid|late) ?may$|\b(?:in|early|late) mar$/;

/** The part of the sentence that a date stands in: "paid 310k in 2018" says nothing of "in the spring". */
const clauseAround = (sentence: string, at: number, length: number): string => {
  const before = sentence.slice(0, at).split(/[,;:]/).at(-1) ?? '';
  return before + (sentence.slice(at + length).split(/[,;:]/)[0] ?? '');
};

/** A year that was over when this was written says when something was. */
const isOfPastYear = (said: string, writtenAt: Date): boolean =>
  (said.match(years) ?? []).some((year) => Number(year) < writtenAt.getUTCFullYear());

const isPast = (clause: string): boolean => past.test(clause) || ofOtherThings.test(clause);

/** When the visitor wants it, in their own words. Asking whether somebody is open next week tells nothing. */
export function findTimeline(sentence: string, writtenAt: Date): string | undefined {
  if (isQuestion(sentence) && !own.test(sentence) && !/^(?:hi,? |hello,? )?(?:can|could) someone\b/i.test(sentence))
    return undefined;
  const found = firstOf(patterns, (pattern) => {
    const found = pattern.exec(sentence);
    if (!found) return undefined;
    const [said] = found;
    const behind = yearBehind.exec(sentence.slice(found.index + said.length))?.[0] ?? '';
    return isOfPastYear(said + behind, writtenAt) ? undefined : said;
  });
  if (found === undefined || lowerMay.test(found)) return undefined;
  const isAhead = /\b(?:need|want|looking)\b/i.test(sentence) || /^(?:by|b4|before|within)\b/i.test(found);
  const at = sentence.indexOf(found);
  const isOther = isAhead ? ofOtherThings.test(clauseAround(sentence, at, found.length)) : isPast(sentence);
  return isOther ? undefined : found;
}
