import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import type { OidcOptions } from '../../src/server/console/oidc-client.ts';

/** By default an account for each address. */
export type Account = { readonly sub?: string; readonly email?: string; readonly email_verified?: boolean };

export type SignInProvider = OidcOptions & {
  /** Whoever comes next is signed in as this one. */
  account: Account;
  /** A path at which nobody is answered. */
  silentAt: string | null;
  [Symbol.asyncDispose](): Promise<void>;
};

type Conform = { readonly conformIdTokenClaims?: boolean };

/** A real OpenID Connect provider on a local port, which asks nobody for a password. */
export async function openSignInProvider(
  redirectUri: string,
  { conformIdTokenClaims = false }: Conform = {},
): Promise<SignInProvider> {
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const opened: SignInProvider = {
    issuer,
    clientId: 'tributary',
    clientSecret: 'a secret of the tests',
    account: {},
    silentAt: null,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  const provider = new Provider(issuer, {
    clients: [
      { client_id: opened.clientId, client_secret: opened.clientSecret, redirect_uris: [redirectUri] },
      { client_id: 'another', client_secret: 'another secret of the tests', redirect_uris: [redirectUri] },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims,
    cookies: { keys: ['a key of the tests'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: unknown, accountId: string) => ({
      accountId,
      claims: () => ({ sub: accountId, ...opened.account }),
    }),
  });
  const callback = provider.callback();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (opened.silentAt !== null && request.url?.startsWith(opened.silentAt)) return;
    if (!request.url?.startsWith('/interaction/')) return callback(request, response);
    const { prompt, params } = await provider.interactionDetails(request, response);
    const accountId = opened.account.sub ?? opened.account.email?.toLowerCase() ?? 'somebody';
    if (prompt.name === 'login') return provider.interactionFinished(request, response, { login: { accountId } });
    const grant = new provider.Grant({ accountId, clientId: String(params['client_id']) });
    grant.addOIDCScope('openid email profile');
    return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
  }

  return opened;
}
