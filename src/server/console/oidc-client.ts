import type * as Openid from 'openid-client';
import { z } from 'zod';
import { DomainError, forbidden, unavailable } from '../../errors.ts';

export type OidcOptions = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** For the provider to answer; ten by default. */
  readonly timeoutSeconds?: number;
};

/** What must be known again when the person comes back. */
export type OidcAttempt = { readonly verifier: string; readonly state: string; readonly nonce: string };

export type SignedInPerson = {
  readonly address: string;
  /** Which of the provider's accounts it is, whatever address that has. */
  readonly account: { readonly issuer: string; readonly subject: string };
};

export type OidcClient = {
  /** Where to send a person, and what to keep meanwhile. @throws UNAVAILABLE */
  begin(): Promise<{ readonly url: URL; readonly attempt: OidcAttempt }>;
  /** Whom the provider vouches for. @throws FORBIDDEN, UNAVAILABLE */
  finish(query: string, attempt: OidcAttempt): Promise<SignedInPerson>;
};

/** As the specification’s default has it, unless the provider names other ways alone. */
const authenticateClient =
  (openid: typeof Openid, secret: string): Openid.ClientAuth =>
  (server, client, body, headers) => {
    const ways = server.token_endpoint_auth_methods_supported;
    const way = !ways || ways.includes('client_secret_basic') ? openid.ClientSecretBasic : openid.ClientSecretPost;
    return way(secret)(server, client, body, headers);
  };

/** Signs people in at an OpenID Connect provider: by a code, with PKCE, a state and a nonce. The provider is met when somebody comes. */
export function createOidcClient(
  { issuer, clientId, clientSecret, timeoutSeconds = 10 }: OidcOptions,
  callbackUrl: string,
): OidcClient {
  async function discover(): Promise<Met> {
    // Loaded when somebody comes: most installations have no provider.
    const openid = await import('openid-client');
    // Configuration lets plain http through on this machine alone.
    const insecure = issuer.startsWith('http:') ? [openid.allowInsecureRequests] : [];
    const configuration = await openid.discovery(
      new URL(issuer),
      clientId,
      undefined,
      authenticateClient(openid, clientSecret),
      { execute: [...insecure, openid.enableNonRepudiationChecks], timeout: timeoutSeconds },
    );
    return { openid, configuration };
  }
  let met: Promise<Met> | undefined;

  async function meet(): Promise<Met> {
    try {
      return await (met ??= discover());
    } catch (error) {
      met = undefined;
      throw unreachable(error);
    }
  }

  return {
    async begin() {
      const { openid, configuration } = await meet();
      const verifier = openid.randomPKCECodeVerifier();
      const attempt = { verifier, state: openid.randomState(), nonce: openid.randomNonce() };
      const url = openid.buildAuthorizationUrl(configuration, {
        redirect_uri: callbackUrl,
        scope: 'openid email profile',
        code_challenge: await openid.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state: attempt.state,
        nonce: attempt.nonce,
      });
      return { url, attempt };
    },
    async finish(query, { verifier, state, nonce }) {
      const { email, verified, account } = await identify(await meet(), new URL(`${callbackUrl}${query}`), {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      }).catch(refuse);
      if (typeof email !== 'string') throw forbidden('The sign-in provider told no e-mail address.');
      if (verified !== true) throw forbidden('The sign-in provider does not vouch for this e-mail address.');
      return { address: email, account };
    },
  };
}

type Met = { readonly openid: typeof Openid; readonly configuration: Openid.Configuration };

type Identity = Pick<SignedInPerson, 'account'> & { readonly email: unknown; readonly verified: unknown };

/** In the token itself, or else where the provider tells more of a person. */
async function identify(
  { openid, configuration }: Met,
  url: URL,
  checks: Openid.AuthorizationCodeGrantChecks,
): Promise<Identity> {
  const tokens = await openid.authorizationCodeGrant(configuration, url, checks);
  const claims = tokens.claims();
  if (!claims) throw forbidden('The sign-in provider told of nobody.');
  const account = { issuer: claims.iss, subject: claims.sub };
  if (claims['email'] !== undefined) return { email: claims['email'], verified: claims['email_verified'], account };
  const told = await openid.fetchUserInfo(configuration, tokens.access_token, claims.sub);
  return { email: told.email, verified: told.email_verified, account };
}

function refuse(error: unknown): never {
  if (error instanceof DomainError) throw error;
  if (isUnanswered(error)) throw unreachable(error);
  throw new DomainError(
    'FORBIDDEN',
    'Signing in was not completed. Begin again.',
    {},
    isDeclined(error) ? undefined : told(error),
  );
}

const unreachable = (cause: unknown) =>
  unavailable('The sign-in provider cannot be reached. Try again in a moment.', 10, cause);

/** No answer, none in time, or one that tells of a failure of the provider's own. */
function isUnanswered(error: unknown): boolean {
  // What has no code of its own never came to an answer.
  if (error instanceof TypeError) return true;
  if (!(error instanceof Error)) return false;
  const failed = error.cause instanceof Response && error.cause.status >= 500;
  return failed || Reflect.get(error, 'code') === 'OAUTH_TIMEOUT';
}

const words = z.object({ error: z.string(), error_description: z.string().optional() });
const challenged = z.object({ cause: z.array(z.object({ parameters: words })) });

/** What the provider says itself, in its answer or in the challenge that it answers with. */
function wordsOf(error: unknown): z.infer<typeof words> | null {
  const own = words.safeParse(error);
  if (own.success) return own.data;
  const challenge = challenged.safeParse(error);
  return (challenge.success && challenge.data.cause[0]?.parameters) || null;
}

/** The person said no there, which is theirs to say. */
const isDeclined = (error: unknown) => wordsOf(error)?.error === 'access_denied';

/** With the provider's own words, such as `invalid_client` for a wrong secret. */
function told(error: unknown): unknown {
  const said = wordsOf(error);
  if (said === null) return error;
  const described = said.error_description === undefined ? '' : `: ${said.error_description}`;
  return new Error(`The sign-in provider answers ${said.error}${described}`, { cause: error });
}
