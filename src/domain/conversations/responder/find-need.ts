import { findTimeline } from './find-timeline.ts';

const maxLength = 120;

const opening =
  /\b(?:(?:i|we)(?:'re| are|'m| am| have been|'ve been)? (?:(?:currently|really|urgently|also|just|now|mainly|actively) )?(?:need|require|want|looking for|look for|searching for|search for|interested in|in need of|in the market for|shopping for|trying to find|hoping to (?:find|get|buy))|(?:i|we)(?:'d| would) (?:like|love)|looking for|searching for|interested in|in need of|in the market for|(?<=^|^(?:hi|hello|hey)[,!]? |, )need(?: ?:)?) ([^\n]{1,400})/gi;

/** Words just before an opening that turn it into a refusal or a question. */
const refused =
  /\b(?:not|never|no longer|don't|doesn't|didn't|won't|aren't|isn't|stopped|who|what|whether|if|why|when|where|how much|do|does|did|should|would|will|can|could|may|might)(?: (?:i|we|you|really|currently|actually|be|even|that|interested|just))?\s?$/i;

/** Needs of the conversation itself: "I need to ask my boss", "I'd like to know". */
const ofTheMoment =
  /^(?:to (?:ask|be|check|clear|come|confirm|consult|convince|discuss|get back|go|hear|know|leave|let|run|say|see|speak|talk|tell|thank|think|understand)|it|that|this|them|you|him|her|your (?:help|advice|opinion)|more time|time|some time|nothing|no|help(?: please)?(?=$|[,.!?])|a minute|a moment)\b/i;

/** Where a need ends: with its sentence, or where the visitor goes on to something else. */
const clauseEnds = [
  /(?<!\b(?:mrs?|ms|dr|prof|st))[.!?;](?= |$)/i,
  /[,–] ?(?:and |but |so )?(?:my|our|i|we|i'm|i'd|we're|we'd|budget|around|about|ideally|preferably|please|can|could|do)\b/i,
  / (?:but|because|and (?:my|our|i|we|i'm|we're|can|could)|my (?:email|name|phone|number|budget)|our budget|(?:with|for) a budget|with (?:about|around))(?![\w'])/i,
];

/** The first half of a character that the length limit cut in two; no database stores it. */
const halfCharacter = /[\uD800-\uDBFF]$/;
const unfinished = /(?: (?:a|an|the|some|for|to|of|by|in|with|and|or)| ?[,:–-])+$/i;

function firstClause(rest: string): string {
  const timeline = findTimeline(rest);
  const ends = [...clauseEnds.map((end) => rest.search(end)), timeline === undefined ? -1 : rest.indexOf(timeline)];
  const end = Math.min(maxLength, ...ends.filter((at) => at > 0));
  return rest.slice(0, end).replace(halfCharacter, '').trim().replace(unfinished, '');
}

/** What the visitor is after, in their own words, at most 120 characters. */
export function findNeed(sentence: string): string | undefined {
  for (const { 1: rest = '', index } of sentence.matchAll(opening)) {
    if (refused.test(sentence.slice(Math.max(0, index - 30), index)) || ofTheMoment.test(rest)) continue;
    const need = firstClause(rest);
    if (need.length > 1 && /\p{L}/u.test(need)) return need;
  }
  return undefined;
}
