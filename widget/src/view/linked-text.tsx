const address = /(https?:\/\/[^\s<>"]+)|([\w.+-]+@[\w-]+(?:\.[\w-]+)+)/gi;

/** Text as it was written, with web and mail addresses to follow. Nothing in it is ever taken for HTML. */
export function LinkedText({ text }: { text: string }) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(address)) {
    const shown = match[0].replace(/[.,;:!?'"»)\]]+$/, '');
    const href = match[1] ? webAddress(shown) : `mailto:${shown}`;
    if (href === null) continue;
    parts.push(
      text.slice(end, match.index),
      <a href={href} target="_blank" rel="noopener noreferrer nofollow ugc">
        {shown}
      </a>,
    );
    end = match.index + shown.length;
  }
  return (
    <>
      {parts}
      {text.slice(end)}
    </>
  );
}

function webAddress(text: string): string | null {
  try {
    return new URL(text).href;
  } catch {
    return null;
  }
}
