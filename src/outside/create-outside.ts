import { Agent } from 'undici';
import type { Capability } from '../domain/outside/capabilities.ts';
import type { Translator } from '../domain/conversations/translator.ts';
import { limits } from '../limits.ts';
import { guardedConnect } from '../webhooks/post/guarded-connect.ts';
import type { AddressPolicy } from '../webhooks/post/safe-address.ts';
import type { Provider, ProviderState, Surroundings } from './provider/provider.ts';
import { createLibreTranslate, type TranslateOptions } from './translation/libre-translate.ts';

/** The providers that the operator set up; null for none. */
export type OutsideOptions = { readonly translate: TranslateOptions | null };

export type Outside = {
  /** Null where there is none. */
  readonly translator: Translator | null;
  /** How each provider fares that is set up. */
  readonly states: () => Partial<Record<Capability, ProviderState>>;
  /** Asks each whether it is there, and tells the log. */
  readonly check: () => Promise<void>;
  /** Ends the connections that are kept open. */
  readonly close: () => Promise<void>;
};

/** What is done by others: every call leaves by the one agent, whose connect holds to the address policy. */
export function createOutside(
  { addresses, ...surroundings }: Omit<Surroundings, 'agent'> & { readonly addresses: AddressPolicy },
  { translate }: OutsideOptions,
): Outside {
  const agent = new Agent({
    connect: guardedConnect(addresses, limits.providerConnectMs),
    keepAliveTimeout: 1000,
    maxHeaderSize: 16_384,
    // One timer bounds the whole call.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const translation = translate && createLibreTranslate({ ...surroundings, agent }, translate);
  const providers: Partial<Record<Capability, Provider>> = {
    ...(translation && { TRANSLATION: translation.provider }),
  };

  return {
    translator: translation?.translator ?? null,
    states: () => Object.fromEntries(Object.entries(providers).map(([name, { state }]) => [name, state])),
    check: async () => void (await Promise.all(Object.values(providers).map((provider) => provider.check()))),
    close: () => agent.destroy(),
  };
}
