/** The origin in what was likely copied from an address bar, `https://example.com/shop?page=2`; what is none stays for the server to say. */
function toOrigin(text: string): string {
  if (text === '*' || !URL.canParse(text)) return text;
  const { protocol, origin } = new URL(text);
  return protocol === 'https:' || protocol === 'http:' ? origin : text;
}

/** The origins of a text that has one a line, or several with spaces or commas between them. */
export const readOrigins = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\s,]+/)
      .filter((origin) => origin !== '')
      .map(toOrigin),
  ),
];
