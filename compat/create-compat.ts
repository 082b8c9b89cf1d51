import type { Response, Router } from 'express';
import type { Actor } from '../src/access/actor.ts';
import { basePathOf } from '../src/http/base-path.ts';
import { ai93 } from './ai93/dialect.ts';
import { apply, type CompatServices } from './answer-request.ts';
import { admitOrigin, welcomeOrigin } from './chat/cors.ts';
import { chat } from './chat/dialect.ts';
import { clawcrm } from './clawcrm/dialect.ts';
import type { Surface } from './dialect.ts';
import { mountCompat } from './mount.ts';
import { createDocsRouter } from './openapi/docs-router.ts';
import { openApiDocuments } from './openapi/documents.ts';
import { quincer } from './quincer/dialect.ts';
import { renderSkill } from './quincer/skill.ts';

export type CompatOptions = CompatServices & {
  readonly publicUrl: string;
  /** The pages a widget key may speak from; `*` is any. */
  readonly allowedOrigins: (actor: Actor) => Promise<readonly string[]>;
};

/** Every vendor's API, its documents, and the skill made of them: mount it before anything that reads bodies. */
export function createCompat(options: CompatOptions): Router {
  const skill = renderSkill(quincer, options.publicUrl);
  const base = basePathOf(options.publicUrl);
  const router = mountCompat({ ...options, base, surfaces: surfacesOf(options), fallback: ai93 });
  router.use(createDocsRouter({ documents: openApiDocuments(), base }));
  router.get('/skills/quincer/SKILL.md', (_request, response: Response) => {
    response.type('text/markdown').send(skill);
  });
  return router;
}

function surfacesOf({ allowedOrigins, rateLimits }: CompatOptions): Surface[] {
  return [
    {
      basePath: chat.basePath,
      dialects: [chat],
      fallback: chat,
      welcome: welcomeOrigin,
      async admit(actor, exchange) {
        await admitOrigin(allowedOrigins, actor, exchange);
        apply(exchange, await rateLimits.spendAddress('chat', exchange.address));
      },
    },
    { basePath: clawcrm.basePath, dialects: [clawcrm], fallback: clawcrm },
    // A Quincer client reads only `error`; AI93's shape has it too, so strangers get that one.
    { basePath: quincer.basePath, dialects: [quincer, ai93], fallback: ai93 },
  ];
}
