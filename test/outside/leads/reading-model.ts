import type { FlatFacts } from '../../../src/domain/conversations/responder/captured.ts';
import { saying } from '../chat-completions-server.ts';
import type { Behaviour, ProviderRequest } from '../provider-server.ts';

const nothing = {
  name: null,
  email: null,
  phone: null,
  company: null,
  jobTitle: null,
  budget: null,
  authority: null,
  need: null,
  timeline: null,
} as const satisfies Record<keyof FlatFacts, null>;

/** What a model answers that found this. */
export const toReading = (found: FlatFacts): string => JSON.stringify({ ...nothing, ...found });

export const isReading = ({ body }: ProviderRequest): boolean => body['response_format'] !== undefined;

/** A model that answers visitors, and does this where it is to read a lead. */
export const answering =
  (reads: Behaviour, answer = 'We sell oak kitchens.'): Behaviour =>
  (response, request) =>
    (isReading(request) ? reads : saying(answer))(response, request);

export const reading = (found: FlatFacts): Behaviour => answering(saying(toReading(found)));
