import { firstOf, isQuestion } from './sentences.ts';

const approver = String.raw`(?:my|our|the) (?:\w{1,20} ){0,2}(?:boss|manager|team|partner|partners|director|supervisor|ceo|cto|cfo|coo|board|wife|husband|spouse|co-founder|cofounder|founder|owner|lead|committee|procurement|finance|legal)`;
const decider = String.raw`(?:sole |main |final |key |business |company |co-)?(?:owner|founder|co-founder|cofounder|ceo|decision[- ]maker|managing director|president|proprietor)`;

const decides = [
  new RegExp(String.raw`\b(?:i'm|i am|im) (?:also )?(?:the |a |an |one of the )?(?:${decider})(?![\w-]|'\w)`, 'i'),
  /\b(?:i|we) (?:make|take|own) (?:all |the |this |these |those |final |buying |purchasing ){0,4}decisions?\b/i,
  /\bi (?:alone )?(?:can |will |get to )?decide\b|\b(?:it's|it is|the decision is|that's) (?:my (?:decision|call)|mine|up to me)\b/i,
  /\bi (?:can |have the authority to |am authori[sz]ed to )(?:sign|approve)(?: off)?\b|\bi (?:control|own|manage|hold) (?:the|our) budget\b/i,
];
const asksSomebody = [
  new RegExp(
    String.raw`\b(?:need|have|got|want|will|going|gonna|must|'ll|would have|should)(?: to)? (?:first )?(?:ask|check with|talk (?:to|with|it over with)|speak (?:to|with)|consult(?: with)?|clear it with|discuss (?:it |this )?with|run (?:it|this) (?:by|past)|get (?:the )?(?:approval|permission|sign-off|signoff|buy-in|ok|okay) (?:from|of)|convince) ${approver}\b`,
    'i',
  ),
  new RegExp(
    String.raw`\b${approver} (?:decides|makes the (?:final )?decisions?|has to (?:approve|decide|sign)|needs to (?:approve|decide|sign)|will decide|has the final say)\b`,
    'i',
  ),
];

/** Who decides, as far as the visitor tells: they do, or somebody they have to ask. */
export function findAuthority(sentence: string): string | undefined {
  if (isQuestion(sentence) && /^(?:who|what|which|how|do|does|is|are|can|could)\b/i.test(sentence)) return undefined;
  return firstOf([...decides, ...asksSomebody], (pattern) => pattern.exec(sentence)?.[0]);
}
