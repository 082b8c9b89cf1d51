import { createHmac, createSecretKey } from 'node:crypto';
import type { OpenWindows } from '../access/fixed-windows.ts';
import type { SecretBox } from '../access/secret-box.ts';
import type { Bus } from '../events/bus.ts';
import { limits } from '../limits.ts';
import type { TypingWire } from '../events/typing.ts';
import type { Pulses } from '../pulses.ts';
import { createCounter } from './counter.ts';
import { readHint, writeHint } from './hint.ts';
import { openLink } from './link.ts';
import { readTyping, writeTyping } from './typing-message.ts';
import { createSharedWindows } from './shared-windows.ts';

/** What the nodes of one installation tell each other and count together. */
export type BetweenNodes = {
  /** Whether the server answers; where it does not, this node goes by itself. */
  readonly isUp: boolean;
  /** Hints to and from the other nodes. */
  readonly bus: Bus;
  /** Who writes in a conversation, to and from the other nodes. */
  readonly typing: TypingWire;
  readonly openWindows: OpenWindows;
  close(): void;
};

export type ConnectRedis = (options: {
  readonly pulses: Pulses;
  readonly secretBox: Pick<SecretBox, 'derive'>;
}) => BetweenNodes;

/** Goes by the server at an address, such as `redis://127.0.0.1:6379`. Installations of another `SECRET_KEY` may share it. */
export const redisAt =
  (url: string, waitMs: number = limits.redisWaitMs): ConnectRedis =>
  ({ pulses, secretBox }) => {
    const key = createSecretKey(secretBox.derive('redis'));
    const digest = (text: string) => createHmac('sha256', key).update(text).digest('base64url').slice(0, 22);
    const prefix = `tributary:${digest('installation')}`;
    const listeners = new Set<Parameters<Bus['onHint']>[0]>();
    const typingListeners = new Set<Parameters<TypingWire['onTold']>[0]>();
    const pulse = pulses.watch({
      name: 'reach Redis',
      failing:
        'Redis cannot be used. This node counts rate limits by itself, and hears of the other nodes’ events by its poll.',
      recovered: 'Redis can be used again: rate limits are counted and hints passed on between the nodes.',
      lateAfterMs: null,
    });
    const link = openLink({
      url,
      channel: `${prefix}:hints`,
      pulse,
      onMessage(text) {
        const hint = readHint(text);
        if (hint) for (const listener of listeners) listener(hint.orgId, hint.position);
        const typing = hint ? null : readTyping(text);
        if (typing) for (const listener of typingListeners) listener(typing);
      },
    });
    const counter = createCounter(link, waitMs);

    return {
      get isUp() {
        return link.isUp;
      },
      bus: {
        hint: (orgId, position) => link.publish(writeHint({ orgId, position })),
        onHint(listener) {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      },
      typing: {
        tell: (hint) => link.publish(writeTyping(hint)),
        onTold(listener) {
          typingListeners.add(listener);
          return () => typingListeners.delete(listener);
        },
      },
      openWindows: (name, windowMs) =>
        createSharedWindows({ counter, windowMs, keyOf: (bucket) => `${prefix}:${digest(`${name} ${bucket}`)}` }),
      close: link.close,
    };
  };
