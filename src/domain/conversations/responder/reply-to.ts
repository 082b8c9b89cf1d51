import { isQuestion, toSentences } from './sentences.ts';

/** What the rules say to what a visitor most often writes; the first that fits is taken. Promises nothing. */
const setReplies = [
  {
    to: /\b(?:talk|speak|chat|connect(?: me)?|transfer(?: me)?) (?:to|with) (?:a |an |some )?(?:real |actual |live )?(?:human|person|agent|someone|somebody|sales|representative|operator)\b|\breal person\b/i,
    reply: 'The team sees this conversation, and anybody on it can take over from here.',
  },
  {
    to: /\b(?:are you|is this|am i (?:talking|speaking) (?:to|with)) (?:a |an )?(?:ro)?(?:bot|human|person|ai|machine|chatbot|real)\b/i,
    reply: 'You are talking to an automated assistant that follows fixed rules.',
  },
  {
    to: /\b(?:price|prices|pricing|cost|costs|quote|how much)\b/i,
    reply: 'Prices are for a person on the team to tell you; your question is in front of them.',
  },
  {
    to: /\b(?:demo|meeting|appointment|schedule|book a (?:call|time|slot))\b/i,
    reply: 'A person on the team has to arrange that with you; your request is in front of them.',
  },
] as const;

const thanks = /^(?:ok(?:ay)?,? )?(?:thanks|thank you|thx|cheers)\b/i;
const greeting = /^(?:hi|hello|hey|good (?:morning|afternoon|evening)|greetings)(?: there| all| team)?[,.!]*$/i;

/** The sentence that answers the message itself, or null where what else is said suffices. */
export function replyTo(
  message: string,
  { understood, asking }: { understood: boolean; asking: boolean },
): string | null {
  const sentences = toSentences(message);
  const set = setReplies.find(({ to }) => sentences.some((sentence) => to.test(sentence)));
  if (set) return set.reply;
  if (sentences.some(isQuestion))
    return 'That is for a person on the team to answer; your question is in front of them.';
  if (sentences.every((sentence) => greeting.test(sentence))) return asking ? null : 'How can the team help you?';
  if (thanks.test(sentences[0] ?? '')) return 'You are welcome.';
  if (understood) return null;
  return asking ? 'Thank you for your message.' : 'Thank you, the team will find your message here.';
}
