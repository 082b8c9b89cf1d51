import type { Request, Response } from 'express';
import { preparePage } from '../../http/page/prepare-page.ts';
import { renderPage } from '../../http/page/render-page.ts';

/**
 * A page that shows the widget whose public key its address ends in, behind `#`, which no server is told. It is
 * of no origin, in the console's frame and wherever a link to it is opened: what runs in it, of whatever workspace, reaches nothing of
 * the console.
 */
export function createPreviewPage(base: string): (request: Request, response: Response) => void {
  // Beside the landmarks of the page around it, its own is another one.
  const html = renderPage({ title: 'Preview of a widget', base, body: body(base) }).replace(
    '<main>',
    '<main aria-label="A page of yours">',
  );
  const send = preparePage(html, {
    script: ["'self'"],
    connect: ["'self'"],
    image: ['https:'],
    isFramed: true,
    isApart: true,
  });
  return (_request, response) => {
    response.setHeader('X-Robots-Tag', 'noindex');
    send(response);
  };
}

const body = (base: string) => `<h1>A page of yours</h1>
<p>The button at the edge opens the chat, as it does for your visitors.</p>
<script>
const script = document.createElement('script');
script.dataset.key = decodeURIComponent(location.hash.slice(1));
script.src = ${JSON.stringify(`${base}/widget.js`)};
document.body.append(script);
</script>`;
