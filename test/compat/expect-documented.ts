import { expect } from 'vitest';
import { ai93 } from '../../compat/ai93/dialect.ts';
import { chat } from '../../compat/chat/dialect.ts';
import { clawcrm } from '../../compat/clawcrm/dialect.ts';
import { createMatcher } from '../../compat/match-route.ts';
import { describeDialect } from '../../compat/openapi/describe-dialect.ts';
import { quincer } from '../../compat/quincer/dialect.ts';

const dialects = [quincer, ai93, chat, clawcrm].map((dialect) => ({
  dialect,
  match: createMatcher(dialect),
  document: describeDialect(dialect.title, [dialect]),
}));

type Answer = { readonly status: number; readonly headers: Headers; readonly text: string; readonly json: unknown };

/** Every answer of a documented route has a documented status, and the body its schema promises. */
export function expectDocumented(method: string, path: string, answer: Answer): void {
  const plain = path.split('?')[0] ?? '';
  for (const { dialect, match, document } of dialects) {
    const found = match(plain)?.byMethod.get(method.toLowerCase());
    if (!found || answer.headers.get('tributary-dialect') !== dialect.name) continue;
    const { route } = found;
    const template = (dialect.basePath + route.path).replace(/:(\w+)/g, '{$1}');
    const operation = document.paths?.[template]?.[route.method];
    expect(Object.keys(operation?.responses ?? {}), `${method} ${plain}`).toContain(String(answer.status));
    if (answer.status === 304) return;
    const [schema, media] = answer.status < 300 ? [route.reply, route.media] : [dialect.errorBody, 'application/json'];
    expect(answer.headers.get('content-type'), `${method} ${plain}`).toContain(media);
    const body = media === 'application/json' ? answer.json : answer.text;
    expect(schema.safeParse(body).error, `${method} ${plain} ${answer.status}`).toBeUndefined();
    return;
  }
}
