import type { Provider, Trouble } from './troubles.ts';

/** What visitors and agents are shown, and what operators read of the latest call; null where there are no calls to read. */
export type Sight = {
  readonly seen: Readonly<Record<string, unknown>>;
  readonly told: { readonly error: string | null; readonly tries: number } | null;
};

const closed = 'The connection was closed before the answer was complete.';
const malformed = 'The answer of the provider was not what its protocol says.';
const busy = 'The provider takes no more calls for now (HTTP 429).';
const selfSigned =
  'The certificate of the host is self-signed. Install one from a public authority, or call the host by http where nobody can listen.';
const late = (seconds: number) => `No complete answer came within ${seconds} s.`;

const well = { error: null, tries: 1 };

/** Where a model does not answer, the rules do; where a translator does not, what was typed goes out. */
const model = (error: string, tries: number): Sight => ({ seen: { reply: 'rules' }, told: { error, tries } });
const translation = (error: string, tries: number): Sight => ({
  seen: { content: 'Good morning', translated: false },
  told: { error, tries },
});
const enrichment = (error: string, tries: number): Sight => ({
  seen: { status: 'failed', error, companyName: null },
  told: { error, tries },
});
const calendar = (name: string, error: string, tries: number, more: Readonly<Record<string, unknown>> = {}): Sight => ({
  seen: { code: 'CONFLICT', message: `${name}: ${error}`, ...more },
  told: { error, tries },
});
const refusedToken = (what: string): Sight => ({
  seen: { code: 'INVALID', message: 'token: is refused by the provider' },
  told: { error: `The provider refused the key. Check ${what}.`, tries: 1 },
});
/** A mail that was not taken over waits in the queue. */
const queued = (error: string): Sight => ({ seen: { state: 'QUEUED', error }, told: { error, tries: 1 } });
const mailbox = (error: string): Sight => ({ seen: { error }, told: null });

const alike = (error: string, tries: number) => ({
  MODEL: model(error, tries),
  TRANSLATION: translation(error, tries),
  ENRICHMENT: enrichment(error, tries),
  CALENDLY: calendar('Calendly', error, tries),
  CAL_COM: calendar('Cal.com', error, tries),
});

const unacknowledged =
  'The mail server took the mail and said nothing more: it may have gone out, and is not sent again.';

/** The table: a provider or a trouble without its row does not compile. */
export const sights = {
  none: {
    MODEL: { seen: { reply: 'We sell oak kitchens.' }, told: well },
    TRANSLATION: { seen: { content: '[es] Good morning', translated: true }, told: well },
    ENRICHMENT: { seen: { status: 'complete', error: null, companyName: 'Bright Dental' }, told: well },
    MAIL: { seen: { state: 'SENT', error: null }, told: well },
    CALENDLY: { seen: { connected: true }, told: well },
    CAL_COM: { seen: { connected: true }, told: well },
    MAILBOX: { seen: { told: 1 }, told: null },
  },
  slow: {
    MODEL: model(late(18), 1),
    TRANSLATION: translation(late(4.5), 1),
    ENRICHMENT: enrichment(late(10), 1),
    MAIL: queued('The mail server did not answer in time.'),
    CALENDLY: calendar('Calendly', late(8), 1),
    CAL_COM: calendar('Cal.com', late(8), 1),
    MAILBOX: mailbox('The mailbox could not be reached, or hung up (NoConnection).'),
  },
  busy: {
    ...alike(busy, 1),
    CALENDLY: calendar('Calendly', busy, 1, { retryAfterSeconds: 600 }),
    CAL_COM: calendar('Cal.com', busy, 1, { retryAfterSeconds: 600 }),
    MAIL: queued('The mail server refused it for the time being (SMTP 421); it is tried again.'),
    MAILBOX: mailbox('The mailbox cannot be read for now (LIMIT); it is tried again.'),
  },
  failing: {
    ...alike('The provider failed (HTTP 500).', 2),
    MAIL: queued('The mail server refused it for the time being (SMTP 451); it is tried again.'),
    MAILBOX: mailbox('The mailbox cannot be read for now (SERVERBUG); it is tried again.'),
  },
  malformed: {
    ...alike(malformed, 1),
    // A stream that ends without its end was cut off, whatever was in it.
    MODEL: model(closed, 2),
    MAIL: queued('The mail server could not be reached, or hung up.'),
    MAILBOX: mailbox('The mailbox could not be reached, or hung up (ClosedAfterConnectText).'),
  },
  'cut off': {
    ...alike(closed, 2),
    MAIL: { seen: { state: 'UNCERTAIN', error: unacknowledged }, told: { error: unacknowledged, tries: 1 } },
    MAILBOX: mailbox('The mailbox could not be reached, or hung up (NoConnection).'),
  },
  'wrong key': {
    MODEL: model('The provider refused the key. Check AI_API_KEY.', 1),
    TRANSLATION: translation('The provider refused the key. Check TRANSLATE_API_KEY.', 1),
    ENRICHMENT: enrichment('The provider refused the key. Check ENRICH_SECRET.', 1),
    MAIL: queued('The mail server refused the password. Check SMTP_URL.'),
    CALENDLY: refusedToken('the personal access token'),
    CAL_COM: refusedToken('the API key'),
    MAILBOX: mailbox('The mailbox refused the password. Check BOUNCE_IMAP_URL.'),
  },
  'a certificate nobody signed': {
    ...alike(selfSigned, 1),
    MAIL: queued('The mail server has no certificate that can be trusted, or cannot speak TLS.'),
    MAILBOX: mailbox('The mailbox has no certificate that can be trusted, or cannot speak TLS.'),
  },
} as const satisfies Record<Trouble, Record<Provider, Sight>>;
