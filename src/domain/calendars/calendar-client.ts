/** Whose account it is, as the provider tells. */
type CalendarAccount = {
  readonly name: string | null;
  readonly email: string | null;
  readonly uri: string;
  /** What the account belongs to; null where the provider has none. */
  readonly organisation: string | null;
};

/** A token of a workspace, and whether it is the one that is kept: how calls with another go does not tell how that one fares. */
export type CalendarToken = { readonly orgId: string; readonly token: string; readonly isKept: boolean };

/** What the provider is to post to, and to sign with. */
type WantedWebhook = { readonly url: string; readonly signingKey: string };

/** Why a provider did not do what it was asked: a sentence of ours. */
export type CalendarFailure = {
  readonly failed: string;
  /** Whether it is the token that is to be changed. */
  readonly isRefusedToken: boolean;
  readonly retryAfterSeconds: number | null;
};

/** What a provider of bookings is asked, with the token of a workspace. None of it throws for what the provider does. */
export type CalendarClient = {
  readonly findAccount: (token: CalendarToken) => Promise<CalendarAccount | CalendarFailure>;
  /** Has the account's bookings posted. Answers what the provider calls the webhook. */
  readonly register: (
    token: CalendarToken,
    account: CalendarAccount,
    webhook: WantedWebhook,
  ) => Promise<{ readonly webhookUri: string } | CalendarFailure>;
  /** Whether they are posted: not where the webhook is gone, or was switched off. */
  readonly findWebhook: (
    token: CalendarToken,
    webhookUri: string,
  ) => Promise<{ readonly isActive: boolean } | CalendarFailure>;
  /** Has them posted no more; null where that is so, whoever had done it. */
  readonly unregister: (token: CalendarToken, webhookUri: string) => Promise<CalendarFailure | null>;
};
