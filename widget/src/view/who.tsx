import type { ChatState } from '../chat/chat-state.ts';
import type { Words } from '../words/en.ts';
import { Face } from './face.tsx';

/** Who answers, always said. */
export function Who({ state, title, words }: { state: ChatState; title: string; words: Words }) {
  const agent = state.standing?.agent ?? null;
  return (
    <div class="who">
      <Face author={agent} />
      <div>
        <h2 dir="auto">{title}</h2>
        <p role="status" dir="auto">
          {answersOf(state, words)}
        </p>
      </div>
    </div>
  );
}

function answersOf({ standing, messages }: ChatState, words: Words): string {
  if (standing?.status === 'closed') return words.closed;
  const agent = standing?.agent;
  if (!agent) return standing?.isWaiting ? words.waiting : words.aiAnswers;
  if (agent.type === 'agent') return words.aiAgent(agent.name);
  return standing.isWaiting || messages.at(-1)?.role === 'visitor'
    ? words.waitingFor(agent.name)
    : words.personHere(agent.name);
}
