import { isQuestion, toSentences } from './sentences.ts';

/** Words by which a visitor asks for a person. */
const forPerson =
  /\b(?:talk|speak|chat|connect(?: me)?|transfer(?: me)?) (?:to|with) (?:a |an |some )?(?:real |actual |live )?(?:human|person|agent|someone|somebody|sales|representative|operator)\b|\breal person\b/i;

/** Whether a visitor asks for a person, whoever answers them. */
export const asksForPerson = (message: string): boolean =>
  toSentences(message).some((sentence) => forPerson.test(sentence));

/** What is said to the visitor's own message, and whether that leaves it to a person. */
type Reply = { readonly reply: string; readonly leftToTeam?: true };

/** What the rules say to what a visitor most often writes; the first that fits is taken. Promises nothing. */
const setReplies: readonly (Reply & { readonly to: RegExp })[] = [
  {
    to: forPerson,
    reply: 'The team sees this conversation, and anybody on it can take over from here.',
    leftToTeam: true,
  },
  {
    to: /\b(?:are you|is this|am i (?:talking|speaking) (?:to|with)) (?:a |an )?(?:ro)?(?:bot|human|person|ai|machine|chatbot|real)\b/i,
    reply: 'You are talking to an automated assistant that follows fixed rules.',
  },
  {
    to: /\b(?:price|prices|pricing|cost|costs|quote|how much)\b/i,
    reply: 'Prices are for a person on the team to tell you; your question is in front of them.',
    leftToTeam: true,
  },
  {
    to: /\b(?:demo|meeting|appointment|schedule|book a (?:call|time|slot))\b/i,
    reply: 'A person on the team has to arrange that with you; your request is in front of them.',
    leftToTeam: true,
  },
];

const thanks = /^(?:ok(?:ay)?,? )?(?:thanks|thank you|thx|cheers)\b/i;
const greeting = /^(?:hi|hello|hey|good (?:morning|afternoon|evening)|greetings)(?: there| all| team)?[,.!]*$/i;

const toQuestion: Reply = {
  reply: 'That is for a person on the team to answer; your question is in front of them.',
  leftToTeam: true,
};

/** The sentence that answers the message itself, or null where what else is said suffices. */
export function replyTo(
  message: string,
  { understood, asking }: { understood: boolean; asking: boolean },
): Reply | null {
  const sentences = toSentences(message);
  const set = setReplies.find(({ to }) => sentences.some((sentence) => to.test(sentence)));
  if (set) return set;
  if (sentences.some(isQuestion)) return toQuestion;
  if (sentences.every((sentence) => greeting.test(sentence)))
    return asking ? null : { reply: 'How can the team help you?' };
  if (thanks.test(sentences[0] ?? '')) return { reply: 'You are welcome.' };
  if (understood) return null;
  return { reply: asking ? 'Thank you for your message.' : 'Thank you, the team will find your message here.' };
}
