import { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import { hashSecret, hookToken, mintSigningSecret } from '../../access/credentials.ts';
import { CalendarProvider } from '../../db/generated/prisma/enums.ts';
import type { CalendarConnection } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { conflict, type DomainError, invalidField } from '../../errors.ts';
import { hookUrl } from '../hook-url.ts';
import { parseInput, text } from '../input.ts';
import { isPublicUrl } from '../public-url.ts';
import type { CalendarClient, CalendarFailure, CalendarToken } from './calendar-client.ts';
import { calendarSecretContext, tokenOf, unreadableToken } from './calendar-secrets.ts';
import { calendars } from './calendars.ts';

const connectCalendarInput = z.strictObject({
  provider: z.enum(CalendarProvider),
  token: text(4096).regex(/^[\x21-\x7e]+$/, 'must be visible ASCII characters'),
});

/**
 * Connects the workspace to an account where meetings are booked: the token is tried, and the provider asked to post each booking
 * to an address of ours, signed by a key of ours. Another account takes the place of the one before, whose webhook is then removed.
 * @throws CONFLICT with the reason `not_configured` where the provider could not reach this server, and `provider_failed` where it did not do
 * what it was asked; INVALID for a token that it refuses
 */
export async function connectCalendar(
  context: DomainContext,
  input: z.input<typeof connectCalendarInput>,
): Promise<Connected> {
  const { actor, services } = context;
  requireScope(actor, 'workspace:write');
  const { provider, token: given } = parseInput(connectCalendarInput, input);
  requirePublicUrl(services.publicUrl, calendars[provider].name);
  const client = services.calendars[provider];
  const token = { orgId: actor.orgId, token: given, isKept: false };
  const account = await client.findAccount(token);
  if ('failed' in account) throw toError(account);
  const [hook, signingKey] = [hookToken.mint(), mintSigningSecret()];
  const webhook = { url: hookUrl(services.publicUrl, 'calendar', hook), signingKey };
  const registered = await client.register(token, account, webhook);
  if ('failed' in registered) throw toError(registered);
  const { webhookUri } = registered;
  const stored = store(context, provider, (id) => {
    const seal = (plain: string) => services.secretBox.seal(plain, calendarSecretContext(actor.orgId, id));
    return {
      accountName: account.name,
      accountEmail: account.email,
      accountUri: account.uri,
      webhookUri,
      tokenHash: hashSecret(hook),
      secret: seal(signingKey),
      accessToken: seal(given),
    };
  });
  // What nobody takes in is not to be posted.
  const { connection, before } = await stored.catch(async (error: unknown) => {
    const left = await undo(client, token, webhookUri);
    if (left !== null)
      services.warn(
        { provider, webhookUri, left, cause: error instanceof Error ? error.message : null },
        'An account was not connected, and its webhook is left at the provider.',
      );
    throw error;
  });
  if (!before) return { connection, warning: null };
  const isSame = before.accountUri === account.uri;
  return { connection, warning: await removeWebhook(context, before, isSame ? { ...token, isKept: true } : null) };
}

/** Has what was just asked for removed; answers why it is there still. */
const undo = (client: CalendarClient, token: CalendarToken, webhookUri: string): Promise<string | null> =>
  client.unregister(token, webhookUri).then(
    (failure) => failure?.failed ?? null,
    (error: unknown) => (error instanceof Error ? error.message : 'unknown'),
  );

/** The account, and what is left to do at the provider about the one before: a sentence. */
export type Connected = { readonly connection: CalendarConnection; readonly warning: string | null };

type Columns = Pick<
  CalendarConnection,
  'accountName' | 'accountEmail' | 'accountUri' | 'webhookUri' | 'tokenHash' | 'secret' | 'accessToken'
>;

async function store({ write }: DomainContext, provider: CalendarProvider, columnsOf: (id: string) => Columns) {
  return write(async (tx) => {
    // As notices do: the row first, then the organisation.
    const known = await tx.calendarConnection.findFirst({ where: { provider }, select: { id: true } });
    if (known) await tx.lock('calendar_connections', known.id);
    await tx.serialise();
    const before = await tx.calendarConnection.findFirst({ where: { provider } });
    if (before) await tx.calendarConnection.deleteMany({ where: { id: before.id } });
    const id = tx.newId();
    const connection = await tx.calendarConnection.create({
      data: { ...columnsOf(id), id, provider, createdAt: tx.now },
    });
    tx.audit('calendar.connected', { id, businessId: null });
    return { connection, before };
  });
}

/**
 * Asks the provider to post no more; answers what is left to do there where it does not hear of it, as a sentence.
 * @param token another one of the same account; null for the connection's own
 */
export async function removeWebhook(
  { services }: DomainContext,
  connection: CalendarConnection,
  token: CalendarToken | null = null,
): Promise<string | null> {
  const { orgId, provider, webhookUri } = connection;
  const own = tokenOf(services, connection);
  const used = token ?? (own === null ? null : { orgId, token: own, isKept: false });
  const failure = used === null ? null : await services.calendars[provider].unregister(used, webhookUri);
  const why = used === null ? unreadableToken : failure?.failed;
  return why === undefined
    ? null
    : `${calendars[provider].name} still has the webhook ${webhookUri}. Remove it there: ${why}`;
}

function requirePublicUrl(publicUrl: string, name: string): void {
  if (isPublicUrl(publicUrl)) return;
  throw conflict(`${name} cannot reach this server: PUBLIC_URL is not a public https address. The operator sets it.`, {
    reason: 'not_configured',
  });
}

function toError({ failed, isRefusedToken, retryAfterSeconds }: CalendarFailure): DomainError {
  if (isRefusedToken) return invalidField('token', 'is refused by the provider');
  return conflict(failed, {
    reason: 'provider_failed',
    ...(retryAfterSeconds !== null && { retryAfterSeconds }),
  });
}
