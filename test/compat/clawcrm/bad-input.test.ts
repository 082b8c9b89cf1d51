import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { clawcrm } from '../../../compat/clawcrm/dialect.ts';
import type { Route } from '../../../compat/route/route.ts';
import { fingerprint } from './malformed/fingerprint.ts';
import { malformedRequests, soundRequest } from './malformed/malformed-requests.ts';
import { type Refusal, sendAll } from './malformed/send-all.ts';
import { soundRequests } from './malformed/sound-requests.ts';
import { type Clawcrm, openClawcrm } from './workspace.ts';

let api: Clawcrm;
beforeAll(async () => void (api = await openClawcrm()));
afterAll(() => api.close());

const spellings = clawcrm.routes.flatMap((route) => [
  ...[route.method, ...route.aliases.methods].map((method) => ({ route, method, path: route.path })),
  ...route.aliases.paths.map((path) => ({ route, method: route.method, path })),
]);

const sentence = z.string().trim().min(1);
const refusal = z.object({ success: z.literal(false), error: z.object({ message: sentence, hint: sentence }) });

const knownTo = ({ params, query, body, aliases }: Route): string[] =>
  [params.shape, query.shape, body.shape, aliases.query, aliases.body].flatMap((names) => Object.keys(names));

/** What keeps an agent from correcting itself, or is wrong otherwise; null where nothing is. */
function complaint(route: Route, { sent, status, text }: Refusal): string | null {
  const told = `${sent.method} ${sent.target.slice(0, 80)} (${sent.what}) answers ${status} ${text.slice(0, 300)}`;
  if (!sent.statuses.includes(status)) return told;
  const { success, data } = refusal.safeParse(JSON.parse(text));
  if (!success) return `${told}: that is no refusal with a hint`;
  if (status !== 400) return null;
  const { hint, message } = data.error;
  if (hint !== route.hints.INVALID && !hint.includes('Idempotency-Key'))
    return `${told}: that hint is not the route’s own`;
  const named = message.matchAll(/(?:^|\. )(?!Accepted: )(?:Invalid |In )?(\w+)[\w.]*(?:: | is required\.)/g);
  const unheardOf = [...named].find(([, name = '']) => !knownTo(route).includes(name));
  if (unheardOf) return `${told}: the caller knows no ${unheardOf[1]}`;
  return message.includes('$') || message.length > 1_000 ? `${told}: that is no message for a caller` : null;
}

describe.each(spellings)('$method $path', ({ route, method, path }) => {
  it('refuses whatever is malformed with a hint, and writes nothing', async () => {
    const sound = (await soundRequests[`${route.method} ${route.path}`]?.(api)) ?? {};
    const called = { route, method, path, sound };
    const requests = malformedRequests(called, api.keys);
    expect(requests.length).toBeGreaterThanOrEqual(20);
    const before = await fingerprint(api.database);
    const answers = await sendAll(api.url, requests);
    expect(answers.flatMap((answer) => complaint(route, answer) ?? [])).toEqual([]);
    expect(answers).toHaveLength(requests.length);
    expect(await fingerprint(api.database)).toEqual(before);
    const credential = route.access === 'public' ? {} : { authorization: `Bearer ${api.key}` };
    const [answer] = await sendAll(api.url, [soundRequest(called, credential)]);
    expect([answer?.status], answer?.text).toEqual(answer?.sent.statuses);
  });
});
