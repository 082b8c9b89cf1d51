import { Agent } from 'undici';
import type { Capability } from '../domain/outside/capabilities.ts';
import type { Translator } from '../domain/conversations/translator.ts';
import type { Responder } from '../domain/conversations/responder/responder.ts';
import { limits } from '../limits.ts';
import { guardedConnect } from '../webhooks/post/guarded-connect.ts';
import type { AddressPolicy } from '../webhooks/post/safe-address.ts';
import { createModelResponder, type ModelOptions } from './model/model-responder.ts';
import type { Provider, ProviderState, Surroundings } from './provider/provider.ts';
import { createLibreTranslate, type TranslateOptions } from './translation/libre-translate.ts';

/** The providers that the operator set up; null for none. */
export type OutsideOptions = { readonly translate: TranslateOptions | null; readonly model?: ModelOptions | null };

export type Outside = {
  /** Null where there is none. */
  readonly translator: Translator | null;
  /** The one that it was given where there is no model. */
  readonly responder: Responder;
  /** How each provider fares that is set up. */
  readonly states: () => Partial<Record<Capability, ProviderState>>;
  /** Asks each whether it is there, and tells the log. */
  readonly check: () => Promise<void>;
  /** Ends the connections that are kept open. */
  readonly close: () => Promise<void>;
};

type Parts = Omit<Surroundings, 'agent'> & {
  readonly addresses: AddressPolicy;
  /** What answers where no model does. */
  readonly rules: Responder;
};

/** What is done by others: every call leaves by the one agent, whose connect holds to the address policy. */
export function createOutside(
  { addresses, rules, ...parts }: Parts,
  { translate, model: chosen = null }: OutsideOptions,
): Outside {
  const agent = new Agent({
    connect: guardedConnect(addresses, limits.providerConnectMs),
    keepAliveTimeout: 1000,
    maxHeaderSize: 16_384,
    // One timer bounds the whole call.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const surroundings = { ...parts, agent };
  const translation = translate && createLibreTranslate(surroundings, translate);
  const model = chosen && createModelResponder(surroundings, chosen, rules);
  const providers: Partial<Record<Capability, Provider>> = {
    ...(model && { MODEL: model.provider }),
    ...(translation && { TRANSLATION: translation.provider }),
  };

  return {
    translator: translation?.translator ?? null,
    responder: model?.responder ?? rules,
    states: () => Object.fromEntries(Object.entries(providers).map(([name, { state }]) => [name, state])),
    check: async () => void (await Promise.all(Object.values(providers).map((provider) => provider.check()))),
    close: () => agent.destroy(),
  };
}
