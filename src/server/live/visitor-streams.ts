import type { DocumentNode, ExecutionResult } from 'graphql';
import type { Actor } from '../../access/actor.ts';
import { isUseNews } from '../../access/visitor-token.ts';
import type { VisitorUse } from '../../access/visitor-usage.ts';
import { networkOf } from '../../access/network-of.ts';
import type { Clock } from '../../clock.ts';
import { DomainError, forbidden, unauthenticated } from '../../errors.ts';
import { limits } from '../../limits.ts';
import type { LiveExecution } from './live-execution.ts';
import { RenderedStream } from './rendered-stream.ts';
import { TwofoldStream, type TwofoldAnswer } from './twofold-stream.ts';
import { createPlaces } from './open-places.ts';
import type { OriginWatch } from './origin-watch.ts';
import type { KeyWatch } from './key-watch.ts';

export type VisitorCaps = Readonly<Record<Owner, number>>;

type Owner = 'conversation' | 'address' | 'widget' | 'workspace' | 'server';

const defaultCaps: VisitorCaps = {
  conversation: limits.visitorStreamsPerConversation,
  address: limits.visitorStreamsPerAddress,
  widget: limits.visitorStreamsPerWidget,
  workspace: limits.visitorStreamsPerOrganisation,
  server: limits.visitorStreams,
};

export type VisitorStreamOptions = {
  readonly live: LiveExecution;
  readonly keyWatch: Pick<KeyWatch, 'open'>;
  readonly origins: Pick<OriginWatch, 'open'>;
  readonly clock: Clock;
  /** Told that a visitor's token is in use still. */
  readonly seen: (use: VisitorUse) => void;
  readonly renewMs?: number | undefined;
  readonly caps?: VisitorCaps;
};

export type VisitorSubscription = {
  readonly actor: Actor;
  readonly document: DocumentNode;
  readonly variables: unknown;
  /** A subscription of hints that goes beside it, and ends with it. */
  readonly beside?: { readonly document: DocumentNode; readonly variables: unknown } | undefined;
  readonly address: string;
  /** The page's; null for a caller that is no page. */
  readonly origin: string | null;
  /** Aborted when the caller has left. */
  readonly signal: AbortSignal;
};

export type VisitorStreams = {
  /**
   * The stream of answers, or the one answer that says why there is none.
   * @throws LIMITED where too many are open
   */
  open(subscription: VisitorSubscription): Promise<AsyncIterable<TwofoldAnswer> | ExecutionResult>;
  /** The streams that are open now. */
  readonly count: number;
  /** Ends them, each after what it has told: who comes back goes on where they were. */
  close(): Promise<void>;
};

const hourMs = 60 * 60 * 1000;

type OpenStream = { readonly orgId: string; readonly conversationId: string; usedAt: Date };

/** What visitors follow in their conversations: bounded by whose it is, and ended with the widget's key and the page's permission. */
export function createVisitorStreams(options: VisitorStreamOptions): VisitorStreams {
  const { live, keyWatch, origins, clock, seen, renewMs = hourMs, caps = defaultCaps } = options;
  const places = createPlaces(caps);
  const streams = new Map<RenderedStream, OpenStream>();
  let renewing: NodeJS.Timeout | undefined;

  /** A stream uses its token for as long as it is open, which may be longer than a token lives that nobody uses. */
  function renew(open: OpenStream): void {
    const now = clock.now();
    if (!isUseNews(open.usedAt, now)) return;
    open.usedAt = now;
    seen({ orgId: open.orgId, conversationId: open.conversationId, at: now });
  }

  function track(stream: RenderedStream, { orgId, conversationId }: Actor): void {
    const open = { orgId, conversationId: conversationId ?? '', usedAt: clock.now() };
    streams.set(stream, open);
    renewing ??= setInterval(() => {
      for (const each of streams.values()) renew(each);
    }, renewMs).unref();
    stream.onDone(() => {
      renew(open);
      streams.delete(stream);
      if (streams.size > 0) return;
      clearInterval(renewing);
      renewing = undefined;
    });
  }

  function keep(stream: RenderedStream, { actor, origin, signal }: VisitorSubscription): void {
    const { orgId, widgetId } = actor;
    track(stream, actor);
    stream.onDone(keyWatch.open(actor, () => void stream.end(unauthenticated('The widget’s key was revoked.'))));
    if (origin !== null && widgetId !== null) {
      const end = () => void stream.end(forbidden('This widget does not answer this page any more.'));
      stream.onDone(origins.open({ orgId, widgetId, origin }, end));
    }
    const left = () => void stream.return();
    signal.addEventListener('abort', left, { once: true });
    stream.onDone(() => signal.removeEventListener('abort', left));
    if (signal.aborted) left();
  }

  return {
    async open(subscription) {
      const { actor, document, variables, beside } = subscription;
      const subscribe = (to: DocumentNode, given: unknown) =>
        live.subscribe({ document: to, variableValues: toRecord(given), actor });
      const entered = places.enter(ownersOf(subscription));
      if ('full' in entered) throw tooMany(entered.full);
      let stream: RenderedStream | ExecutionResult | undefined;
      try {
        stream = await subscribe(document, variables);
      } finally {
        if (!(stream instanceof RenderedStream)) entered.leave();
      }
      if (!(stream instanceof RenderedStream)) return stream;
      stream.onDone(entered.leave);
      keep(stream, subscription);
      // Hints may be lost, and cost nobody their events.
      const hints = beside && (await subscribe(beside.document, beside.variables).catch(() => null));
      return new TwofoldStream(stream, hints instanceof RenderedStream ? hints : null);
    },
    get count() {
      return streams.size;
    },
    async close() {
      await Promise.all([...streams.keys()].map((stream) => stream.return()));
    },
  };
}

const ownersOf = ({ actor, address }: VisitorSubscription): [Owner, string][] => [
  ['conversation', `${actor.orgId}/${actor.conversationId}`],
  ['address', networkOf(address)],
  ['widget', `${actor.orgId}/${actor.widgetId}`],
  ['workspace', actor.orgId],
  ['server', ''],
];

const retryAfterSeconds = 15;

const tooMany = (owner: Owner) =>
  new DomainError('LIMITED', `Too many streams of this ${owner} are open. Read the messages meanwhile.`, {
    retryAfterSeconds,
  });

const toRecord = (variables: unknown): Record<string, unknown> =>
  typeof variables === 'object' && variables !== null ? { ...variables } : {};
