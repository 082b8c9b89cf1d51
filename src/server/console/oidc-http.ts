import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { RateLimits } from '../../access/rate-limit.ts';
import { type SecretBox, SecretBoxError } from '../../access/secret-box.ts';
import type { Clock } from '../../clock.ts';
import type { FoundPerson } from '../../domain/sessions/sign-in-by-address.ts';
import type { OpenedSession } from '../../domain/sessions/insert-session.ts';
import { DomainError, forbidden } from '../../errors.ts';
import { basePathOf } from '../../http/base-path.ts';
import { preparePage } from '../../http/page/prepare-page.ts';
import { escapeHtml, renderPage } from '../../http/page/render-page.ts';
import { sendErrorPage } from '../pages/error-page.ts';
import { requestIdOf } from '../request-id.ts';
import { endBefore } from './end-before.ts';
import type { OidcClient, SignedInPerson } from './oidc-client.ts';
import { attemptCookie, readAttemptCookie, readSessionCookie, sessionCookie } from './session-cookie.ts';

export type OidcHttpOptions = {
  readonly client: OidcClient;
  readonly publicUrl: string;
  readonly clock: Clock;
  readonly secretBox: SecretBox;
  readonly rateLimits: RateLimits;
  readonly signIn: (
    person: SignedInPerson,
    workspace: string | null,
    requestId: string,
  ) => Promise<OpenedSession | readonly FoundPerson[]>;
  /** Ends the session of this token, where it has not ended. */
  readonly close: (token: string, requestId: string) => Promise<unknown>;
  readonly report: (error: unknown, requestId: string) => void;
};

const attemptSeconds = 600;
const sealedFor = 'oidc attempt';

const kept = z.strictObject({
  verifier: z.string(),
  state: z.string(),
  nonce: z.string(),
  workspace: z.string().nullable(),
  /** The session that is signed in over: its cookie does not come along from another site. */
  before: z.string().optional(),
  until: z.number(),
});

/** `/console/oidc` sends a person to the provider, `/console/oidc/callback` takes them back, signed in. */
export function createOidcHttp(options: OidcHttpOptions): Router {
  const { client, publicUrl, clock, secretBox, rateLimits, signIn, close } = options;
  const [{ origin }, base] = [new URL(publicUrl), basePathOf(publicUrl)];

  function readAttempt(request: Request): z.infer<typeof kept> {
    const sealed = readAttemptCookie(request.headers.cookie, origin);
    const attempt = kept.parse(JSON.parse(secretBox.open(Buffer.from(sealed ?? '', 'base64url'), sealedFor)));
    if (attempt.until <= clock.now().getTime()) throw beginAgain();
    return attempt;
  }

  async function begin(request: Request, response: Response): Promise<void> {
    const { workspace } = request.query;
    const { url, attempt } = await client.begin();
    const until = clock.now().getTime() + attemptSeconds * 1000;
    const before = readSessionCookie(request.headers.cookie, origin);
    const named = typeof workspace === 'string' ? workspace.slice(0, 200) : null;
    const remembered = { ...attempt, workspace: named, ...(before && { before }), until };
    const sealed = Buffer.from(secretBox.seal(JSON.stringify(remembered), sealedFor)).toString('base64url');
    response.append('Set-Cookie', attemptCookie(origin, sealed, attemptSeconds)).redirect(303, url.href);
  }

  async function comeBack(request: Request, response: Response): Promise<void> {
    response.append('Set-Cookie', attemptCookie(origin, '', 0));
    const { workspace, before, until: _, ...attempt } = readAttempt(request);
    const { search } = new URL(request.originalUrl, publicUrl);
    const person = await client.finish(search, attempt);
    const requestId = requestIdOf(response);
    const opened = await signIn(person, workspace, requestId);
    if (!('token' in opened)) return choose(response, base, opened);
    response.append('Set-Cookie', sessionCookie(origin, opened.token, opened.seconds));
    response.status(303).location(`${base}/console`);
    if (before !== undefined) await endBefore(response, () => close(before, requestId), options.report);
    response.end();
  }

  const route = (answer: (request: Request, response: Response) => Promise<void>) => {
    return async (request: Request, response: Response): Promise<void> => {
      response.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });
      try {
        const { allowed, message, headers } = await rateLimits.spendAddress('session', request.ip ?? '');
        response.set({ ...headers });
        if (!allowed) throw new DomainError('LIMITED', message);
        await answer(request, response);
      } catch (error) {
        refuse(response, base, error, options.report);
      }
    };
  };

  return Router().get('/console/oidc', route(begin)).get('/console/oidc/callback', route(comeBack));
}

const beginAgain = () => forbidden('Signing in took too long, or began somewhere else. Begin again.');

function choose(response: Response, base: string, people: readonly FoundPerson[]): void {
  const items = people.map(({ slug, workspace }) => {
    const href = `${base}/console/oidc?workspace=${encodeURIComponent(slug)}`;
    return `<li><a href="${escapeHtml(href)}">${escapeHtml(workspace)}</a></li>`;
  });
  const body = `<h1>Which workspace?</h1><ul>${items.join('')}</ul>`;
  preparePage(renderPage({ title: 'Which workspace?', base, body }))(response, 200);
}

const statuses: Readonly<Record<string, number>> = { FORBIDDEN: 403, INVALID: 403, LIMITED: 429, UNAVAILABLE: 503 };

function refuse(response: Response, base: string, error: unknown, report: OidcHttpOptions['report']): void {
  const foreign = error instanceof SecretBoxError || error instanceof SyntaxError || error instanceof z.ZodError;
  const shown = foreign ? beginAgain() : error;
  const status = shown instanceof DomainError ? (statuses[shown.code] ?? 500) : 500;
  // Of what was refused the operator is told where it may be theirs to mend, such as a wrong client secret.
  if (status >= 500 || (shown instanceof DomainError && shown.cause !== undefined))
    report(error, requestIdOf(response));
  const message = shown instanceof DomainError ? shown.message : 'Something went wrong on our side. Begin again.';
  sendErrorPage(response, base, status, message);
}
