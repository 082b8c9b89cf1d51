const maxLength = 120;

const opening =
  /\b(?:(?:i|we)(?:'re| are|'m| am| have been|'ve been)? (?:(?:currently|really|urgently|also|just|now|mainly|actively) )?(?:need|require|want|looking for|look for|searching for|search for|interested in|in need of|in the market for|shopping for|trying to find|hoping to (?:find|get|buy))|(?:i|we)(?:'d| would) (?:like|love)|looking for|searching for|interested in|in need of|in the market for) ([^\n]{1,400})/gi;
const refused =
  /\b(?:not|never|no longer|don't|doesn't|didn't|won't|aren't|isn't|stopped|who|what|whether|if|why|when|where|how much|do|does|did|should|would|will|can|could|may|might)(?: (?:i|we|you|really|currently|actually|be|even|that|interested|just))?\s?$/i;
/** Needs of the conversation itself: "I need to ask my boss", "I'd like to know". */
const ofTheMoment =
  /^(?:to (?:ask|be|check|clear|come|confirm|consult|convince|discuss|get back|go|hear|know|leave|let|run|say|see|speak|talk|tell|thank|think|understand)|it|that|this|them|you|him|her|your (?:help|advice|opinion)|more time|time|some time|nothing|no|a minute|a moment)\b/i;
const clauseEnd =
  /(?:[.!?;](?= |$)|[,–] ?(?:and |but |so )?(?:my|our|i|we|i'm|i'd|we're|we'd|budget|around|about|ideally|preferably|please|can|could|do)\b| (?:but|because|and (?:my|our|i|we|i'm|we're|can|could)|my (?:email|name|phone|number|budget)|our budget|(?:with|for) a budget|with (?:about|around)|by (?=(?:the end|next|end of|q[1-4]|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|tomorrow)\b)|asap|as soon as possible|next (?:week|month|quarter|year)|this (?:week|month|quarter|year)|(?:with)?in (?:the next |a |\d{1,3} )(?:few |couple of )?(?:days?|weeks?|months?))(?![\w']))/i;

const unfinished = /(?: (?:a|an|the|some|for|to|of|by|in|with|and|or))+$|[\s,:–-]+$/i;

/** What the visitor is after, in their own words, at most 120 characters. */
export function findNeed(sentence: string): string | undefined {
  for (const { 0: match, 1: rest = '', index } of sentence.matchAll(opening)) {
    if (refused.test(sentence.slice(Math.max(0, index - 30), index)) || ofTheMoment.test(rest)) continue;
    const end = clauseEnd.exec(rest);
    const clause = rest.slice(0, Math.min(end?.index ?? rest.length, maxLength));
    const need = clause.replace(unfinished, '').trim();
    if (need.length > 1 && /\p{L}/u.test(need) && match.length > 0) return need;
  }
  return undefined;
}
