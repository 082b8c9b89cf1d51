import { useState } from 'preact/hooks';
import type { Author } from '../chat/wire.ts';

/** Who speaks, as a picture: their own, else their initial; the AI's sign where nobody of the team does. */
export function Face({ author }: { author: Author | null }) {
  const [failed, setFailed] = useState<string | null>(null);
  const url = author?.avatarUrl;
  if (url && url !== failed && /^https?:/.test(url))
    return <img class="face" src={url} alt="" referrerpolicy="no-referrer" onError={() => setFailed(url)} />;
  const initial = author ? Array.from(author.name.trim())[0]?.toUpperCase() : null;
  return (
    <span class={author ? 'face' : 'face ai'} aria-hidden="true">
      {initial ?? (
        <svg viewBox="0 0 24 24" width="18" height="18">
          <path d="M12 3l1.9 5.1L19 10l-5.1 1.9L12 17l-1.9-5.1L5 10l5.1-1.9zM19 15l.9 2.1L22 18l-2.1.9L19 21l-.9-2.1L16 18l2.1-.9z" />
        </svg>
      )}
    </span>
  );
}
