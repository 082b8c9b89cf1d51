import { email as emailRule } from '../../input.ts';
import { beforeContact, findName, findWholeName } from './find-name.ts';
import { isQuestion } from './sentences.ts';

const local = String.raw`[\p{L}\p{M}\p{N}_+%](?:[\p{L}\p{M}\p{N}_+%.'-]{0,63})`;
const label = String.raw`[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?`;
/**
 * Starts only where a token starts, so that a long run of letters is tried once and no address is read from its middle. Letters
 * of any script belong to it, which the rule for addresses then refuses: whole, or not at all.
 */
const address = new RegExp(
  String.raw`(?<![\p{L}\p{M}\p{N}_.+%@/&!#$*^~-])(?<![\p{L}\p{M}\p{N}]')(${local}@(?:${label}\.){1,6}\p{L}{2,24})(?![\p{L}\p{M}\p{N}_@-]|\.[\p{L}\p{N}]{2}|[:/][\p{L}\p{N}])`,
  'giu',
);

/** How far from an address the words stand that tell whose it is. */
const nearby = 80;
const unattended = /^(?:no-?reply|do-?not-?reply|mailer-daemon|postmaster)@/i;

/** What stands right before the address of somebody else: "I emailed support@acme.com". */
const someoneElses = [
  /(?:emailed|mailed|contacted|(?:wrote|written|sent|writing|email|mail|reply|message) (?:it )?to|(?:email|mail|answer|reply|heard|message) from) $/i,
  /\b(?:your|their|his|her)(?: (?:address|at|billing|contact|e-?mail|from|inbox|is|mail|sales|service|shop|support)){1,4}:? $/i,
  /\b(?:cc|bcc|copy|loop in|(?:my|our) (?:[\p{L}-]{1,20} )?(?:accountant|assistant|boss|colleague|co-?worker|friend|husband|manager|secretary|wife))(?:'s)?(?: [\p{L}'.-]{1,30}){0,2}(?: (?:can be|has|is|uses)(?: [\p{L}'-]{1,20}){0,3})?(?::? | \()$/iu,
];
/** … before one that is the writer's no longer, or never was. */
const givenUp = [
  /\b(?:not|instead of|rather than|replace|remove|delete|forget|unsubscribe|stop using|(?:can't|cannot|can not) (?:access|use|open)|lost(?: access to)?|(?:changed|moved|switched|migrated)(?: \w{1,12}){0,2} from)(?: (?:my|the|old|address|e-?mail)){0,3}:? $/i,
  /\b(?:old|former|previous|outdated|wrong)(?: (?:account|address|e-?mail|id|mail|one|is|was|used to be|of mine)){0,4}:? ?$/i,
];
const goneAfter =
  /^[,)]? (?:(?:is )?no longer|any ?more|doesn't|does not|isn't|is not|is (?:old|wrong|dead|closed|outdated|gone)|bounces|stopped|was (?:old|wrong|hacked|closed))\b/i;

/** In a question an address is asked about, unless these words say whose it is. */
const own = [
  /\b(?:me|us)(?: (?:at|on|via|under|to|an?|e-?mail|reply|here))*:? \(?$/i,
  /\b(?:my|our)(?: (?:new|own|work|private|personal|business|e-?mail|mail|address|account|is)){1,4}:? \(?$/i,
  /\b(?:can|could|will|would) (?:anyone|somebody|someone|you)(?: please)? (?:add|contact|e-?mail|forward|get back to|invoice|mail|reach|reply|send|subscribe|use|write)\b[^?]{0,60}$/i,
];

/** What announces that an address takes the place of another one. */
const correction = /\b(?:sorry|oops|i mean|i meant|correction|actually|should be|but|new|now|use)\b[^@]{0,30}$/i;

/** In front of a question: "ada@example.com, can you call me?" */
const apart = /^(?:[,;:!]| ?[–-]|\)|\?$)/;

function isOwn(sentence: string, start: number, after: string): boolean {
  if (!isQuestion(sentence)) return true;
  if (start === 0) return apart.test(after);
  const before = sentence.slice(Math.max(0, start - nearby), start);
  if (own.some((pattern) => pattern.test(before))) return true;
  return start <= nearby && (findWholeName(beforeContact(before)) ?? findName(before)) !== undefined;
}

export type FoundEmail = { readonly email: string; readonly corrects: boolean };

/** The addresses in a sentence that may be the visitor's own. */
export function findEmails(sentence: string): readonly FoundEmail[] {
  const found: FoundEmail[] = [];
  for (const { 1: email = '', index } of sentence.matchAll(address)) {
    const before = sentence.slice(Math.max(0, index - nearby), index);
    const after = sentence.slice(index + email.length, index + email.length + 40);
    if (unattended.test(email) || !emailRule.safeParse(email).success) continue;
    if ([...someoneElses, ...givenUp].some((pattern) => pattern.test(before)) || goneAfter.test(after)) continue;
    if (isOwn(sentence, index, after)) found.push({ email, corrects: correction.test(before) });
  }
  return found;
}
