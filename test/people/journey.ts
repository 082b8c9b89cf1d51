import type { TestApp } from '../support/app.ts';
import { type Answered, send } from './browser.ts';

type Journey = Answered & { readonly url: string; readonly visited: readonly string[] };

/** A browser: it keeps the cookies of each host, and follows where it is sent until somebody answers with a page. */
export function openJourney(publicUrl: string, served: TestApp) {
  const jars = new Map<string, Map<string, string>>();
  const jarOf = ({ host }: URL) => jars.get(host) ?? jars.set(host, new Map()).get(host)!;

  async function visit(address: string, visited: readonly string[] = []): Promise<Journey> {
    const url = new URL(address);
    const jar = jarOf(url);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const target = url.origin === publicUrl ? `${served.url}${url.pathname}${url.search}` : address;
    const answered = await send(target, 'GET', { host: url.host, accept: 'text/html', ...(cookie && { cookie }) });
    for (const line of answered.headers['set-cookie'] ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    const { location } = answered.headers;
    const seen = [...visited, address];
    const next = location && new URL(location, url).href;
    if (!next || next === `${publicUrl}/console`) return { ...answered, url: next ?? address, visited: seen };
    return visit(next, seen);
  }

  return {
    visit,
    session: () => jarOf(new URL(publicUrl)).get('tributary-session'),
    forget: (name: string) => jarOf(new URL(publicUrl)).delete(name),
    keep: (name: string, value: string) => jarOf(new URL(publicUrl)).set(name, value),
    cookie: (name: string) => jarOf(new URL(publicUrl)).get(name) ?? '',
  };
}
