import { firstOf, isQuestion } from './sentences.ts';

const person =
  'boss|manager|team|partners?|director|supervisor|ceo|cto|cfo|coo|md|board|wife|husband|spouse|fianc[ée]e?|co-founders?|cofounders?|founder|owner|lead|committee|procurement|finance|legal|landlord|landlady|mum|mom|dad|father|mother|parents|son|daughter|brother|sister|flatmate|prior|principal|head|headteacher|bursar|trustees|accountant|client|chairman|chair|council|it department|purchasing|management';
const approver = String.raw`(?:my|our|the) (?:[\w-]{1,20} ){0,2}(?:${person})`;
const named = String.raw`${approver}(?:,? (?-i:\p{Lu}\p{Ll}{1,20}),?)?`;
const decider = String.raw`(?:sole |main |final |key |business |company |co-)?(?:owner|founder|co-founder|cofounder|ceo|decision[- ]maker|managing director|president|proprietor)`;

/** Several who decide together: "my wife and I decide together". */
const together = [
  new RegExp(
    String.raw`\b(?:my|our) (?:[\w-]{1,20} ){0,2}(?:${person}) and (?:i|me|myself) (?:[\w' ]{1,40} )?(?:decide|choose|sign off)(?: (?:this|it|these things|on (?:this|it)))?(?: (?:together|jointly))?`,
    'iu',
  ),
  /\bma femme et moi,? (?:\p{L}{1,12} ){0,2}décid\p{L}{1,6}(?: ensemble)?|\bmon mari et moi,? (?:\p{L}{1,12} ){0,2}décid\p{L}{1,6}(?: ensemble)?/iu,
  /\bdecidimos (?:entre (?:los|las) dos|juntos|juntas)|\bentscheiden (?:tun )?wir das zusammen/iu,
];
/** Somebody else does, and the visitor only asks. */
const notTheirs = [
  /\b(?:it|this|that)(?: is|'s)?(?:n't| not) (?:really |just )?(?:up to me|my (?:decision|call)|mine to decide)\b/i,
  /\bowner of [\w ]{1,20} is (?:my|our) (?:\w{1,20} )?\w{2,20}(?=[,.;]|$)/i,
  /\bdecision[- ]maker(?: is|:) (?:me|myself|(?:my|our|the) (?:\w{1,20} ){0,2}\w{2,20})(?=[,.;]|$)/i,
  /\bla decisión la tomo yo\b|\bmi (?:jef[ea]|soci[oa]|marido|mujer) (?:tiene que (?:dar el visto bueno|aprobarlo|decidir)|decide)/iu,
  /\b(?:c'est )?(?:ma|mon|notre) \p{L}{3,20} qui (?:décide|signe|tranche)/iu,
  /\bentscheiden tut (?:am ende )?(?:der|die|mein|meine|unser|unsere) \p{Lu}\p{L}{2,20}|\b(?:das )?entscheidet (?:mein|meine|unser|unsere|der|die) \p{L}{3,20}/iu,
];
const decides = [
  new RegExp(String.raw`\b(?:i'm|i am|im) (?:also )?(?:the |a |an |one of the )?(?:${decider})(?![\w-]|'\w)`, 'i'),
  /\b(?:i|we) (?:make|take|own) (?:all |the |this |these |those |final |buying |purchasing ){0,4}decisions?\b/i,
  /\b(?:i'm|i am) the (?:one|person) who (?:signs off|decides|approves|buys|makes the decisions?)\b|\bi make the (?:final )?calls?\b/i,
  /\bi (?:alone )?(?:can |will |get to )?decide\b|\b(?:it's|it is|the decision is|that's) (?:my (?:decision|call)|mine|up to me)\b|\b(?:decision|call) is (?:mine|ours)\b/i,
  /\bi (?:can |have the authority to |am authori[sz]ed to )(?:sign|approve)(?: off)?\b|\bi (?:control|own|manage|hold) (?:the|our) budget\b/i,
];
const asksSomebody = [
  new RegExp(
    String.raw`\b(?:need|have|got|want|will|going|gonna|must|'ll|would have|should)(?: to)? (?:first )?(?:ask|check with|talk (?:to|with|it over with)|speak (?:to|with)|consult(?: with)?|clear it with|discuss (?:it |this )?with|run (?:it|this) (?:by|past)|get (?:the )?(?:approval|permission|sign-off|signoff|buy-in|ok|okay) (?:from|of)|convince) ${approver}\b`,
    'i',
  ),
  new RegExp(
    String.raw`\b(?:the )?(?:final )?(?:decision|say|word|call) (?:is|lies|rests|sits) (?:with|up to) ${approver}\b`,
    'i',
  ),
  new RegExp(
    String.raw`\b(?:${named}|(?-i:MD|CEO|CFO|CTO|COO|HR)) (?:decides?|will decide|(?:makes?|make) the (?:final )?decisions?|(?:has|have|needs|need) to (?:approve|decide|sign)|(?:has|have) the (?:final say|last word|final word)|(?:is|are) going to (?:pick|choose|decide)(?: (?:on )?(?:the|a|an|our) \w{1,20})?|(?:picks|chooses|will pick|will choose)|approves? (?:it|this|purchases|everything|anything)|signs? (?:it off|(?:this|everything|anything|things) off|off))(?![\w'])`,
    'iu',
  ),
];

/** Who decides, as far as the visitor tells: they do, or somebody they have to ask. */
export function findAuthority(sentence: string): string | undefined {
  if (isQuestion(sentence) && /^(?:who|what|which|how|do|does|is|are|can|could)\b/i.test(sentence)) return undefined;
  return firstOf([...together, ...notTheirs, ...decides, ...asksSomebody], (pattern) => pattern.exec(sentence)?.[0]);
}
