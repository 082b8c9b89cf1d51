import { defaultRateLimitPolicy, type RateLimitPolicy } from '../../src/access/rate-limit.ts';
import type { Translator } from '../../src/domain/conversations/translator.ts';
import type { Clock } from '../../src/clock.ts';
import { startTestApp, type TestAppOptions } from '../support/app.ts';
import { createGraphClient } from '../support/graph-client.ts';
import { askRest, type RestQuestion } from '../support/rest-client.ts';
import { noteAnswer } from './clawcrm/answers.ts';

export type GatewayOptions = Pick<TestAppOptions, 'publicUrl' | 'outside' | 'outsideAllowedRanges'> & {
  /** True for the limits that are the default. */
  readonly limited?: boolean | RateLimitPolicy;
  readonly signup?: boolean;
  readonly signupsPerHour?: number;
  readonly translator?: Translator;
  readonly clock?: Clock;
};

// oxlint-disable-next-line typescript/no-explicit-any -- answers are asserted on, not built upon
export type Json = any;

/** The whole product with one workspace, spoken to over HTTP; every documented answer is held against its document. */
export async function openGateway(options: GatewayOptions = {}) {
  const { limited = false, signup = true, signupsPerHour = 1_000_000, translator, clock, ...reach } = options;
  const app = await startTestApp({
    signup: { open: signup, tier: 'FREE', perHour: signupsPerHour },
    // What a test sends as X-Forwarded-For is where it writes from.
    trustProxy: 1,
    ...reach,
    ...(translator && { translator }),
    ...(clock && { clock }),
    ...(limited !== false && { rateLimitPolicy: limited === true ? defaultRateLimitPolicy : limited }),
  });
  const { keys, widgetId } = await app.workspace();

  async function call(...asked: RestQuestion) {
    const [method, path] = asked;
    const { body, ...answer } = await askRest(app.url, ...asked);
    const json: Json = body;
    noteAnswer(method, path, answer.status, json?.error?.code ?? null);
    return { ...answer, json };
  }

  /** What a GraphQL client with this key is answered. @throws where there is any error */
  const gql = async (key: string, query: string, variables: object = {}): Promise<Json> =>
    createGraphClient(app.url, key).ask(query, variables);

  /** The types of the events about one lead or conversation, oldest first. */
  async function eventTypes(subject: string): Promise<string[]> {
    const about = '... on LeadEvent { lead { id } } ... on ConversationEvent { conversation { id } }';
    const { events } = await gql(keys.graphql, `{ events(first: 200) { nodes { type ${about} } } }`);
    const nodes: { type: string; lead?: { id: string } | null; conversation?: { id: string } | null }[] = events.nodes;
    return nodes.filter(({ lead, conversation }) => (lead ?? conversation)?.id === subject).map(({ type }) => type);
  }

  return {
    call,
    gql,
    eventTypes,
    keys,
    widgetId: bare(widgetId),
    database: app.database,
    url: app.url,
    close: app.close,
  };
}

export type Gateway = Awaited<ReturnType<typeof openGateway>>;

/** The bare row id that Quincer shows of an id of the graph. */
export const bare = (id: string): string => id.slice(id.indexOf('_') + 1);

export const idsOf = (items: { id: string }[]): string[] => items.map(({ id }) => id);
