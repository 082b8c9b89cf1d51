import { firstOf, isQuestion } from './sentences.ts';

const symbol = String.raw`[$€£¥]`;
const currency = String.raw`(?:usd|eur|gbp|chf|cad|aud|dollars?|euros?|pounds?|bucks|${symbol})`;
const number = String.raw`\d[\d,.]{0,14}(?: ?(?:k|m|mio|thousand|million|lakhs?|lacs?|crores?)(?![a-z]))?(?<![,.])`;
const period = String.raw`(?: ?(?:per|a|each|every|\/) ?(?:month|mo|year|yr|week|quarter|day|seat|user)s?\b| ?(?:monthly|yearly|annually|annual|pcm|pm|pw|p\.a\.))`;
const approximately = String.raw`(?:(?:around|about|approximately|approx\.?|roughly|up to|under|below|less than|at most|max(?:imum)?(?: of)?|over|at least|between|~|circa|ca\.?) ?)`;
const amount = String.raw`(?:(?:usd|eur|gbp|chf|cad|aud|${symbol}) ?)?${number}(?: ?${currency}(?![a-z]))?`;
const range = String.raw`${approximately}?${amount}(?: ?(?:-|–|to|and) ?${amount})?${period}?`;

/** An amount ends here, and is not the first digits of a longer one. */
const whole = String.raw`(?![\p{L}\d%]|[.,]\d)`;
const start = String.raw`(?<![\p{L}\d.,$€£¥-])`;
const afterCue = String.raw`(?: (?:is|are|was|of|for|this|that|it|the|project|set|at|somewhere|currently|on|a|maybe|probably|only|in|range|total|it's)|:|,| -){0,5} ?`;

/** Said in so many words: "our budget is …", "we can spend …". */
const stated = [
  new RegExp(String.raw`\bbudget(?:ed)?${afterCue}(${range})${whole}`, 'giu'),
  new RegExp(
    String.raw`\b(?:we|i)(?: have|'ve got| got) (${range})${whole}(?= (?:to spend|for (?:it|the|this))\b)`,
    'giu',
  ),
  new RegExp(String.raw`${start}(${range}) (?:\w{1,12} ){0,2}budget\b`, 'giu'),
  new RegExp(
    String.raw`\b(?:(?:we|i)(?: can|'d| could| would| will| want to| plan to| are able to| am able to| have)?|willing to|able to|happy to|prepared to|hoping to|looking to|planning to) (?:spend|invest|pay|afford|allocate|allocated)(?: on this)? (${range})${whole}`,
    'giu',
  ),
];
/** An amount of money by itself: "$5k", "around 10k per month". */
const money = [
  new RegExp(
    String.raw`${start}(${approximately}?(?:(?:usd|eur|gbp|chf|cad|aud) ?|${symbol} ?)${number}(?: ?(?:-|–|to|and) ?${amount})?${period}?)${whole}`,
    'giu',
  ),
  new RegExp(String.raw`${start}(${approximately}?${number} ?${currency}(?![a-z])${period}?)`, 'giu'),
  new RegExp(
    String.raw`${start}(${approximately}?\d[\d,.]{0,14} ?[km](?: ?(?:-|–|to|and) ?\d[\d,.]{0,14} ?[km])?${period})(?= ?(?:$|[.,;!)]| for\b))`,
    'giu',
  ),
];

/** Said of an amount that it is none: "not $5k", "we don't have a budget of …". */
const denied = /\b(?:no|not|never|without|don't|do not|doesn't|can't|cannot|isn't)\b[^,.;]{0,20}$/i;

/** The first match that is not denied. */
const affirmed = (sentence: string, pattern: RegExp): string | undefined =>
  firstOf(sentence.matchAll(pattern), ({ 1: found, index }) =>
    denied.test(sentence.slice(Math.max(0, index - 30), index)) ? undefined : found?.trim(),
  );

/** Money that is not the visitor's to spend on this. */
const otherMoney =
  /\b(?:arr|(?:i|we) make|www|bill(?:ed|ing)?|bonus|charge[ds]?|costs?|discount|earn(?:ed|s|ing)?|fee|invoiced?|listed|lost|made|mrr|owe[ds]?|paid|paying|price[ds]?|pricing|profit|quoted|raised|refund(?:ed)?|revenue|salary|saved?|says|sold|turnover|website|worth)\b/i;
const asksAboutBudget = /\b(?:what|which|how much|how big|minimum|your|a)\b.{0,30}\bbudget\b/i;

/** How much the visitor can spend, in their own words. Prices asked about or told are none. */
export function findBudget(sentence: string): string | undefined {
  const own = !isQuestion(sentence) || (/\b(?:my|our|we|i)\b/i.test(sentence) && !asksAboutBudget.test(sentence));
  const said = own ? firstOf(stated, (pattern) => affirmed(sentence, pattern)) : undefined;
  if (said !== undefined) return said;
  if (isQuestion(sentence) || otherMoney.test(sentence)) return undefined;
  return firstOf(money, (pattern) => affirmed(sentence, pattern));
}
