import { type Request, type Response, Router } from 'express';
import { limits } from '../../limits.ts';
import { preparePage } from '../../http/page/prepare-page.ts';
import { renderPage } from '../../http/page/render-page.ts';
import { sendErrorPage } from './error-page.ts';

export type UnsubscribeOptions = {
  /** Where links begin. */
  readonly base: string;
  /** Whether a mail carries the token. */
  readonly isKnown: (token: string) => Promise<boolean>;
  /** Answers whether a mail carries the token. */
  readonly unsubscribe: (token: string) => Promise<boolean>;
};

const nothingHere = 'There is nothing at this address.';

/** A page with one button asks, and a `POST` does it: the button’s, or a mail program’s in one click, which sends no cookie and no name. */
export function createUnsubscribe({ base, isKnown, unsubscribe }: UnsubscribeOptions): Router {
  const page = (title: string, text: string, form = '') =>
    preparePage(
      renderPage({ title, base, body: `<h1><img src="${base}/icon.svg" alt="">${title}</h1>\n<p>${text}</p>${form}` }),
      { isForm: true },
    );
  const ask = page(
    'Unsubscribe',
    'You will get no more of these mails at this address.',
    '\n<form method="post"><button>Unsubscribe</button></form>',
  );
  const done = page('Unsubscribed', 'You will get no more of these mails. You can close this page.');

  const router = Router();
  // oxlint-disable-next-line oxc/no-async-endpoint-handlers -- Express 5 awaits its handlers
  router.get('/unsubscribe/:token', async (request: Request<{ token: string }>, response: Response) => {
    guard(response);
    if (await isKnown(request.params.token)) ask(response);
    else sendErrorPage(response, base, 404, nothingHere);
  });
  // oxlint-disable-next-line oxc/no-async-endpoint-handlers -- the same
  router.post('/unsubscribe/:token', async (request: Request<{ token: string }>, response: Response) => {
    guard(response);
    drop(request);
    if (await unsubscribe(request.params.token)) done(response);
    else sendErrorPage(response, base, 404, nothingHere);
  });
  return router;
}

/** The address is a secret of the mail’s: it goes to no other site, and no search engine keeps it. */
function guard(response: Response): void {
  response.set({ 'Referrer-Policy': 'no-referrer', 'X-Robots-Tag': 'noindex' });
}

/** What the body says is not asked for; one that does not end is cut off. */
function drop(request: Request): void {
  let length = 0;
  request.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length > limits.bodyBytes) request.destroy();
  });
  request.resume();
}
