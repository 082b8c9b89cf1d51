import { firstOf, isQuestion } from './sentences.ts';

const symbol = String.raw`(?:(?:nz|au|us|ca|hk|a|c|r|s)?\$|[€£¥₹₦])`;
const currency = String.raw`(?:usd|eur|gbp|chf|cad|aud|inr|sek|nok|dkk|jpy|pln|zar|ngn|dollars?|euros?|pounds?|quid|bucks|grand(?! ?piano)|rupees?|rupiahs?|yen|rand|naira|pesos?|reais|kronor|kroner|dirhams?|francs?|${symbol})`;
const digits = String.raw`\d(?:[\d,.]|'(?=\d)| (?=\d{3}(?!\d))){0,14}`;
const small =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a|a few|a couple of)';
/** "four thousand": written out, large enough to be money. */
const words = `(?:${small}(?:[ -]${small})? (?:hundred|thousand|million|grand)(?: (?:and )?${small}){0,2}(?: hundred)?)`;
const number = String.raw`(?:${digits}(?: ?(?:k|m|mio|thousand|million|lakhs?|lacs?|crores?)(?![a-z]))?(?<![,.])|${words})`;
const period = String.raw`(?: ?(?:per|a|each|every|al|par|pro|im|\/) ?(?:month|head|person|guest|mes|año|mois|an|monat|jahr|mo|year|yr|week|night|hour|quarter|day|seat|user)s?\b| ?(?:monthly|yearly|annually|annual|pcm|pm|pw|p\.a\.))`;
const approximately = String.raw`(?:(?:around|perhaps|maybe|environ|entre|hasta|unos|unas|jusqu'à|maximum|máximo|höchstens|maximal|bis zu|rund|etwa|zwischen|so an|about|approximately|approx\.?|roughly|up to|under|below|less than|at most|(?:not|no) more than|above|max(?:imum)?(?: of)?|over|at least|between|~|circa|ca\.?) ?)`;
const amount = String.raw`(?:(?:usd|eur|gbp|chf|cad|aud|inr|sek|nok|dkk|${symbol}) ?)?${number}(?: ?${currency}(?![a-z]))?`;
const range = String.raw`${approximately}?${amount}(?: ?(?:-|–|to|and|et|y|à|bis|und|or) ?${amount})?${period}?`;

/** An amount ends here, and is not the first digits of a longer one. */
const whole = String.raw`(?![\p{L}\d%]|[.,]\d)`;
const start = String.raw`(?<![\p{L}\d.,$€£¥-])`;
const afterCue = String.raw`(?: (?:is|are|est|ist|es|d'|de|von|agreed|capped|was|of|for|this|that|it|the|project|set|at|somewhere|currently|on|a|maybe|probably|only|in|range|total|it's)|:|,| -){0,5} ?`;

/** Who spends: the visitor, or whom they write for. */
const payer = '(?:i|we|she|he|they)';

/** Said in so many words: "our budget is …", "we can spend …". */
const stated = [
  new RegExp(String.raw`\bbudget(?:ed)?${afterCue}(${range})${whole}`, 'giu'),
  new RegExp(
    String.raw`\b(?:we|i)(?: have|'ve got| got) (${range})${whole}(?= (?:to spend|for (?:it|the|this))\b)`,
    'giu',
  ),
  new RegExp(
    String.raw`\b(?:we|i)(?: have|'ve got|'ve| got) (?:only )?(${range})${whole}(?= (?:left|in (?:the|our|my) (?:\w{1,20} ){0,2}(?:fund|pot|budget|kitty))\b)`,
    'giu',
  ),
  new RegExp(String.raw`${start}(${range}) is (?:our|my|the) (?:\w{1,12} )?(?:ceiling|limit|max|maximum|cap)\b`, 'giu'),
  new RegExp(
    String.raw`${start}(${range}) is (?:what|all|the most) (?:that )?(?:(?:i've|we've) got|(?:i|we) (?:have|can (?:do|spend|pay|afford))|(?:finance|my boss|our board) has (?:approved|cleared))\b`,
    'giu',
  ),
  new RegExp(String.raw`\bcapped at (${range})${whole}`, 'giu'),
  new RegExp(
    String.raw`\b(?:on peut (?:mettre|dépenser)|je peux (?:mettre|dépenser)|puedo (?:gastar|pagar)|podemos (?:gastar|pagar)|presupuesto(?: es)?(?: de)?|wir (?:können|hatten)|ich kann) (${range})${whole}`,
    'giu',
  ),
  new RegExp(
    String.raw`(?:\b(?:i|we) |^|[ ,])(?:won't|will not|can't|cant|cannot) (?:go|pay|spend) (?:above|over|beyond|more than) (${range})${whole}`,
    'giu',
  ),
  new RegExp(
    String.raw`\b(?:i|we)(?: have|'ve)? (?:set aside|put aside|earmarked|reserved|saved(?: up)?) (${range})${whole}`,
    'giu',
  ),
  new RegExp(String.raw`${start}(${range}) (?:\w{1,12} ){0,2}budget\b`, 'giu'),
  new RegExp(
    String.raw`(?:\b${payer}(?: can|'d| could| would| will| want to| plan to| are able to| am able to| have|'d be able to)?|^(?:can|could)|willing to|able to|happy to|prepared to|hoping to|looking to|planning to) (?:spend|invest|pay|afford|allocate|allocated)(?: on this)? (${range})${whole}`,
    'giu',
  ),
];
/** An amount of money by itself: "$5k", "around 10k per month". */
const money = [
  new RegExp(
    String.raw`${start}(${approximately}?(?:(?:usd|eur|gbp|chf|cad|aud|inr|sek|nok|dkk) ?|${symbol} ?)${number}(?: ?(?:-|–|to|and) ?${amount})?${period}?)${whole}`,
    'giu',
  ),
  new RegExp(
    String.raw`${start}(${approximately}?(?:${number} ?(?:-|–|to|and|et|y|à|bis|und) ?)?${number} ?${currency}(?![a-z])${period}?)`,
    'giu',
  ),
  new RegExp(
    String.raw`${start}(${approximately}?${digits} ?(?:lakhs?|crores?)(?: (?:in )?total)?)(?= ?(?:$|[.,;!)]))`,
    'giu',
  ),
  new RegExp(String.raw`${start}(${approximately}${digits} per (?:head|person|guest))(?= ?(?:$|[.,;!)]))`, 'giu'),
  new RegExp(
    String.raw`${start}(\d{1,3}(?:\.\d)? ?[-–] ?\d{1,3}(?:\.\d)?k(?: (?:all in|total|max|tops)|${period})?)(?= ?(?:$|[.,;!)]))`,
    'giu',
  ),
  new RegExp(
    String.raw`${start}(${approximately}?\d[\d,.]{0,14} ?[km](?: ?(?:-|–|to|and) ?\d[\d,.]{0,14} ?[km])?${period})(?= ?(?:$|[.,;!)]| for\b))`,
    'giu',
  ),
];

/** Asked for at a price: "could you do a loft for under 40k?", "would $90 a month get me a cleaner?" */
const asked = [
  new RegExp(
    String.raw`\b(?:can|could|would|do) you (?:do|have|sell|make|build|get|find|offer|supply|arrange|manage)\b.{1,80} for ((?:under|up to|less than|around|about|max(?:imum)?) ?${range})${whole}(?! ?(?:minutes?|hours?|days?|weeks?|months?|years?|people|persons?|guests|miles|km)\b)`,
    'giu',
  ),
  new RegExp(String.raw`\b(?:would|could|can|will|does) (${range}) (?:get|buy) (?:me|us)\b`, 'giu'),
];

/** Said of an amount that it is none: "not $5k", "we don't have a budget of …". */
const denied = /\b(?:no|not|never|without|don't|do not|doesn't|can't|cannot|isn't)\b[^,.;]{0,20}$/i;

/** The first match that is not denied. */
const affirmed = (sentence: string, pattern: RegExp): string | undefined =>
  firstOf(sentence.matchAll(pattern), ({ 1: found, index }) =>
    denied.test(sentence.slice(Math.max(0, index - 30), index)) ? undefined : found?.trim(),
  );

/** Money that is not the visitor's to spend on this: prices, incomes, debts, what was paid, and pounds of weight. */
const otherMoney = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${[
    'arr mrr www website won bonus prizes? salary revenue turnover profit earn(?:ed|s|ing)? worth raised saved?',
    'bill(?:ed|ing)? invoiced? (?:over)?charge[ds]? claim costs? discount fee listed lost made owe[ds]? paid paying price[ds]?',
    'pricing quoted refund(?:ed)? says sold sell selling stole takes? took rent deposit renews? expensive cheaper landlord',
    'approves? weighs? weight lose kg',
    'achet[ée]e? payé facture prix coûte compr[éo] compramos pagu[ée] pagamos factura precio cuesta',
    'bezahlt gekauft rechnung abgebucht preis kostet',
  ]
    .join(' ')
    .replaceAll(' ', '|')}|(?:i|we) make|anything (?:over|above)|(?:current|existing|present) \w{1,20})(?![\p{L}\d])`,
  'iu',
);
const asksAboutBudget = /\b(?:what|which|how much|how big|minimum|your|a)\b.{0,30}\bbudget\b/i;

/** How much the visitor can spend, in their own words. Prices asked about or told are none. */
export function findBudget(sentence: string): string | undefined {
  const own = !isQuestion(sentence) || (/\b(?:my|our|we|i)\b/i.test(sentence) && !asksAboutBudget.test(sentence));
  const said = own ? firstOf(stated, (pattern) => affirmed(sentence, pattern)) : undefined;
  if (said !== undefined) return said;
  if (isQuestion(sentence)) return firstOf(asked, (pattern) => affirmed(sentence, pattern));
  if (otherMoney.test(sentence)) return undefined;
  return firstOf(money, (pattern) => affirmed(sentence, pattern));
}
