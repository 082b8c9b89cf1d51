import { prose, tokens } from './style.ts';

export type PageParts = {
  readonly title: string;
  /** What the address of this installation ends in, without a slash at its end: where its links begin. */
  readonly base: string;
  /** HTML. What is not ours in it has been escaped. */
  readonly body: string;
};

/** A page in the product's one look. */
export const renderPage = ({ title, base, body }: PageParts): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${iconLink(base)}
<title>${title}</title>
<style>${tokens}${prose}</style>
<main>
${body}
</main>
</html>
`;

export const iconLink = (base: string): string => `<link rel="icon" type="image/svg+xml" href="${base}/icon.svg">`;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (found) => entities[found] ?? found);
