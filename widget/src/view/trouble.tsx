import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../chat/chat-state.ts';
import type { Words } from '../words/en.ts';

/** Why nothing goes on, and that nothing is lost. */
export function Trouble({ problem, words }: { problem: Problem | null; words: Words }) {
  const [now, setNow] = useState(Date.now);
  const isLimited = problem?.kind === 'limited';
  useEffect(() => {
    if (!isLimited) return;
    setNow(Date.now());
    const ticking = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(ticking);
  }, [isLimited]);
  if (!problem) return <div role="status" />;
  if (problem.kind === 'limited')
    return (
      <div class="trouble" role="status" dir="auto">
        {words.limited(Math.max(1, Math.ceil((problem.until - now) / 1000)))}
      </div>
    );
  return (
    <div class="trouble" role="status" dir="auto">
      {words[problem.kind]}
    </div>
  );
}
