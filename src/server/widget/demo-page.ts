import type { Request, Response } from 'express';
import { allowsOrigin } from '../../domain/widgets/allows-origin.ts';
import { basePathOf } from '../../http/base-path.ts';
import { requestIdOf } from '../request-id.ts';
import { preparePage } from '../../http/page/prepare-page.ts';
import { escapeHtml, renderPage } from '../../http/page/render-page.ts';

type DemoWidget = { readonly name: string; readonly allowedOrigins: readonly string[] };

export type DemoPageOptions = {
  readonly publicUrl: string;
  /** The public key of the widget that was made at first start. */
  readonly key: string;
  /** Null where that widget is not there, or its key is not this one. */
  readonly findWidget: (requestId: string) => Promise<DemoWidget | null>;
};

/** A page as a visitor sees it, with the chat of the installation's own workspace; where that has none, what to do instead. */
export function createDemoPage({ publicUrl, key, findWidget }: DemoPageOptions) {
  const base = basePathOf(publicUrl);
  const snippet = `<script src="${publicUrl}/widget.js" data-key="${key}" async></script>`;
  const send = (body: string) =>
    preparePage(renderPage({ title: 'Demo page', base, body }), {
      script: ["'self'"],
      connect: ["'self'"],
      image: ['https:'],
    });
  const sendDemo = send(demo(base, key, snippet));
  const sendBarred = send(barred(new URL(publicUrl).origin));
  const sendGone = preparePage(renderPage({ title: 'No demo page', base, body: gone(base) }));

  return async (request: Request, response: Response, next: () => void): Promise<void> => {
    const widget = await findWidget(requestIdOf(response));
    if (!widget) return request.accepts('html') ? sendGone(response, 404) : next();
    const mayChat = allowsOrigin(widget.allowedOrigins, new URL(publicUrl).origin);
    response.setHeader('X-Robots-Tag', 'noindex');
    (mayChat ? sendDemo : sendBarred)(response);
  };
}

const demo = (
  base: string,
  key: string,
  snippet: string,
) => `<h1><img src="${base}/icon.svg" alt="">A page of yours</h1>
<p>This is what a visitor of your site sees: the button at the edge opens the chat. Ask something, and leave an e-mail address: it becomes a lead.</p>
<p><a href="${base}/console/inbox" target="_blank">Open the inbox beside it</a> to read along, take the conversation over, and answer yourself.</p>
<h2>On your own page</h2>
<p>This line is all of it, with the public key of the widget that was made at first start:</p>
<pre><code>${escapeHtml(snippet)}</code></pre>
<p class="muted">A page with a Content-Security-Policy names this installation in <code>script-src</code> and <code>connect-src</code>, and in <code>img-src</code> where people have pictures.
Delete the widget, and this page is gone.</p>
<script src="${base}/widget.js" data-key="${key}" async></script>`;

const barred = (origin: string) => `<h1>The demo cannot chat</h1>
<p>The widget that was made at first start answers pages of other origins. Add <code>${escapeHtml(origin)}</code> to its origins, with <code>updateWidget</code>
or in the console, to try it here.</p>`;

const gone = (base: string) => `<h1><img src="${base}/icon.svg" alt="">There is no demo page</h1>
<p>It shows the chat of the widget that was made at first start. That widget was deleted, its public key was revoked, or this server runs with another
<code>SECRET_KEY</code> than the one it was made under.</p>
<p><a href="${base}/console/widgets">Make a widget in the console</a>, and put the line that it shows on a page of yours: what visitors write there comes to the
inbox as well.</p>
<p><a href="${base}/">Where everything is</a></p>`;
