import { firstOf } from './sentences.ts';
import { findTimeline } from './find-timeline.ts';

const maxLength = 120;

const adverbs = '(?:(?:currently|really|urgently|also|just|now|mainly|actively|only|ideally|desperately) )?';
const wanting =
  '(?:need|require|want|looking for|look for|searching for|search for|interested in|in need of|in the market for|shopping for|trying to find|hoping to (?:find|get|buy)|after(?= (?:an?|some|the|one|two|\\d))|thinking (?:about|of)|considering|evaluating)';
const opening = new RegExp(
  [
    `\\b(?:(?:i|we)(?:'re| are|'m| am| have been|'ve been|'d| would|'ll| will)? ${adverbs}${wanting}`,
    `(?:i|we)(?:'d| would) (?:like|love)`,
    `(?<=\\b(?:i|we)\\b.{1,60})and are ${adverbs}(?:after|looking for)`,
    'looking for|searching for|interested in|in need of|in the market for',
    '(?<=^|^(?:hi|hello|hey)[,!]? |, |and )(?:need|require|want|would want|thinking of)(?: ?:)?',
    `what (?:we're|i'm|we are|i am) (?:after|looking for) is|what (?:we|i) (?:need|want|have in mind) is(?= (?:an?|the|some|to|\\d+|\\w+ing)\\b)`,
    `(?:my|our) [\\w-]{2,20},? who (?:needs|wants|would like)`,
    `(?<=\\bwould [^?]{1,40} )get (?:me|us)`,
    `(?<=^|[,.] )(?:can|could) (?:i|we) (?:get|have|book|order)`,
    `what (?:you'd|you would|do you|would you) charge for`,
    '(?:can|could|would) (?:you|u|someone|somebody|anyone) (?:please )?(?:get (?:me|us)|help (?:me|us)(?= build))',
    '(?:can|could|would) (?:you|u|someone|somebody|anyone)(?: please)?(?= (?:do|build|install|repair|replace|paint|design|supply|quote for|survey|come out)\\b)',
    `how much(?: is it| would it (?:be|cost)| does it cost| will it cost)?(?= to )) ([^\\n]{1,400})`,
  ].join('|'),
  'giu',
);
const inOtherLanguages =
  /(?<![\p{L}\d])(?:(?:je|nous|on) (?:cherch(?:e|ons)|recherch(?:e|ons)|(?:voudr|souhait|aimer)\p{L}{1,6})|j'ai besoin (?:de|d')|(?:j'aimerais|il (?:me|nous) faudrait)|(?:necesito|necesitamos|busco|buscamos|quiero|queremos|me interesa|nos interesa)(?! (?:saber|hablar|que|empezar|cancelar|devolver))|(?:ich|wir) (?:suchen?|brauchen?|benötigen?)(?= )|(?<=\bund )(?:brauche|suche)(?= )) ?([^\n]{1,400})/giu;
const ofTheirMoment =
  /^(?:mi|mon|ma|mes|meine?n?|ayuda|de l'aide|hilfe|hablar|parler|saber|savoir|wissen|una? (?:respuesta|reembolso))(?!\p{L})/iu;
/** "what would a new website cost" */
const costOf =
  /\b(?:what|how much) would ((?!it\b|this\b|that\b|you\b|i\b|shipping\b|delivery\b)[^?,.]{3,80}?) cost\b|\bwas (?:kostet|würde) (ein[^?,.]{3,80}?)(?=[?,.]| kosten)|(?<!\p{L})cuánto (?:saldría|costaría) ([^?,.]{3,80})/iu;

/** Words just before an opening that turn it into a refusal or a question. */
const refused =
  /\b(?:not|never|no longer|don't|doesn't|didn't|won't|aren't|isn't|stopped|who|what|whether|if|why|when|where|how much|do|does|did|should|would|will|can|could|may|might)(?: (?:i|we|you|really|currently|actually|be|even|that|interested|just))?\s?$/i;

/** Needs of the conversation itself: "I need to ask my boss", "I'd like to know". */
const ofTheMoment =
  /^(?:to (?:ask|be|cancel|check|complain|get (?:in touch|back)|pay|return|send back|unsubscribe|clear|come|confirm|consult|convince|discuss|go|hear|know(?! the (?:price|cost) of)|leave|let|run|say|see|speak|talk|tell|thank|think|understand)|(?:do )?(?:it|that|this|them)|you|him|her|do (?:a discount|so)|for|our money|your (?:help|advice|opinion)|more time|time|some time|nothing|no|my|an answer|the (?:invoice|receipt)|(?:a |some )?(?:refund|information|info)|help(?: please)?(?=$|[,.!?])|a minute|a moment)\b/i;

/** Where a need ends: with its sentence, or where the visitor goes on to something else. */
const clauseEnds = [
  /(?<!\b(?:mrs?|ms|dr|prof|st|ca|approx))[.!?;](?= |$)/i,
  /[,–] ?(?:and |but |so )?(?:my|our|i|we|i'm|i'd|we're|we'd|budget|around|about|ideally|preferably|please|can|could|do|is|are|needed|haven't|höchstens|maximal|con unos)\b/i,
  / (?:but|because|and (?:my (?:budget|email|name|phone|number)|our budget|i|we|i'm|we're|can|could|have (?:about|around|up to|[$€£\d])|want to)|my (?:email|name|phone|number|budget)|our budget|(?:with|for) a budget|with (?:about|around)|before|by the|starting|et j'|y (?:quiero|puedo)|und (?:ich|wir))(?![\w'])/i,
  /, (?:[\w'-]{1,20} ){1,3}(?:is|are|was|were|will|would|should|must|has|have|can)\b/i,
  /, (?:avant|livraison|mon|notre|budget|lo antes|am \d|bis|ab)(?!\p{L})/iu,
  / [–—] | \(\p{Lu}| for (?:under|up to|less than)(?! the)| and (?:expect|hope|plan)(?!\p{L})/u,
];

/** The first half of a character that the length limit cut in two; no database stores it. */
const halfCharacter = /[\uD800-\uDBFF]$/;
const unfinished = /(?: (?:a|an|the|some|for|to|of|by|in|with|and|or)| ?[,:–-])+$/i;

function firstClause(rest: string, writtenAt: Date): string {
  const timeline = findTimeline(rest.replace(/\?$/, ''), writtenAt);
  const ends = [...clauseEnds.map((end) => rest.search(end)), timeline === undefined ? -1 : rest.indexOf(timeline)];
  const end = Math.min(maxLength, ...ends.filter((at) => at > 0));
  return rest.slice(0, end).replace(halfCharacter, '').trim().replace(unfinished, '');
}

/** What the visitor is after, in their own words, at most 120 characters. */
export function findNeed(sentence: string, writtenAt: Date): string | undefined {
  for (const { 1: rest = '', index } of sentence.matchAll(opening)) {
    if (refused.test(sentence.slice(Math.max(0, index - 30), index)) || ofTheMoment.test(rest)) continue;
    const need = firstClause(rest, writtenAt);
    if (need.length > 2 && /\p{L}/u.test(need)) return need;
  }
  const foreign = firstOf(sentence.matchAll(inOtherLanguages), ({ 1: rest = '' }) =>
    ofTheirMoment.test(rest) ? undefined : firstClause(rest, writtenAt),
  );
  const cost = costOf
    .exec(sentence)
    ?.slice(1)
    .find((one) => one !== undefined);
  return cost ?? (foreign !== undefined && foreign.length > 2 ? foreign : undefined);
}
