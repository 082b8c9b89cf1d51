import { setTimeout as after } from 'node:timers/promises';
import { percentile } from '../statistics.ts';
import type { SeededVisitor } from './seed-visitors.ts';

const mutation = `mutation ($id: ID!, $message: String!) { replyToConversation(id: $id, message: $message) { message { id } } }`;

export type Replies = {
  /** Sends so many, one after the other was due whether that was answered or not, and waits until all that can come has come. */
  send(url: string, visitors: readonly SeededVisitor[], plan: ReplyPlan): Promise<string>;
  readonly heard: (reply: number) => void;
};

type ReplyPlan = { readonly perSecond: number; readonly seconds: number };

/** An agent’s replies, each to another visitor, and how long each took to come to who follows the conversation. */
export function createReplies(key: string): Replies {
  const sentAt = new Map<number, number>();
  let toFrames: number[] = [];
  let number = 0;

  /** How long its answer took; null where it was refused, as where writes wait for too long. */
  async function reply(url: string, { id }: SeededVisitor): Promise<number | null> {
    const own = (number += 1);
    const began = performance.now();
    sentAt.set(own, began);
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query: mutation, variables: { id: `cv_${id}`, message: `reply ${own}` } }),
    }).catch(() => null);
    const text = await answer?.text().catch(() => '');
    if (text?.startsWith('{"data":{"reply')) return performance.now() - began;
    sentAt.delete(own);
    return null;
  }

  return {
    heard(which) {
      const began = sentAt.get(which);
      if (began === undefined) return;
      sentAt.delete(which);
      toFrames.push(performance.now() - began);
    },
    async send(url, visitors, { perSecond, seconds }) {
      toFrames = [];
      sentAt.clear();
      const answers: Promise<number | null>[] = [];
      const began = performance.now();
      for (let index = 0; index < perSecond * seconds; index += 1) {
        await after(Math.max(0, began + (index * 1000) / perSecond - performance.now()));
        answers.push(reply(url, visitors[(index * 7919) % visitors.length]!));
      }
      const toAnswers = (await Promise.all(answers)).filter((ms) => ms !== null);
      for (const until = performance.now() + 5000; sentAt.size > 0 && performance.now() < until;) await after(50);
      const ms = (values: readonly number[]) =>
        `p50 ${percentile(values, 0.5).toFixed(1)} ms, p99 ${percentile(values, 0.99).toFixed(1)} ms`;
      const refused = answers.length - toAnswers.length;
      return `${answers.length} replies, ${refused} refused, ${sentAt.size} unheard; to the visitor ${ms(toFrames)}; answered ${ms(toAnswers)}`;
    },
  };
}
