import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';

/** What a page needs beside what stands in it, as sources of a Content-Security-Policy. */
export type PageSources = {
  readonly script?: readonly string[];
  readonly style?: readonly string[];
  readonly image?: readonly string[];
  readonly font?: readonly string[];
  readonly worker?: readonly string[];
  readonly connect?: readonly string[];
  /** Whether a form in it may be sent here; none may by default. */
  readonly isForm?: boolean;
  /** Whether pages of this installation may show it in a frame; nobody may by default. */
  readonly isFramed?: boolean;
  /** Whether it is of no origin, however it is opened: it runs, and reaches nothing that this installation keeps in a browser. */
  readonly isApart?: boolean;
};

type SendPage = (response: ServerResponse, status?: number) => void;

/**
 * The page with headers that let nothing run but what stands in it and what it names. Scripts in it are allowed by
 * their hash; styles too, unless it asks for `'unsafe-inline'`, which hashes would switch off.
 */
export function preparePage(html: string, sources: PageSources = {}): SendPage {
  const body = Buffer.from(html);
  const { style = [] } = sources;
  const guard = guardWith(
    {
      scriptSrc: [...hashesOf(html, 'script'), ...(sources.script ?? [])],
      styleSrc: style.includes("'unsafe-inline'") ? style : [...hashesOf(html, 'style'), ...style],
      imgSrc: ["'self'", ...(sources.image ?? [])],
      fontSrc: sources.font ?? [],
      workerSrc: sources.worker ?? [],
      connectSrc: sources.connect ?? [],
      ...(sources.isApart && { sandbox: ['allow-scripts'] }),
    },
    sources,
  );
  return (response, status = 200) => {
    guard(response);
    response.statusCode = status;
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader('Content-Length', body.length);
    response.setHeader('Cache-Control', 'no-cache');
    response.end(response.req.method === 'HEAD' ? undefined : body);
  };
}

function hashesOf(html: string, element: 'script' | 'style'): string[] {
  const inline = html.matchAll(new RegExp(`<${element}>(.*?)</${element}>`, 'gs'));
  return [...inline].map(([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
}

function guardWith(
  directives: Readonly<Record<string, readonly string[]>>,
  { isFramed = false, isForm = false }: Pick<PageSources, 'isFramed' | 'isForm'>,
): (response: ServerResponse) => void {
  const none = ["'none'"];
  const guard = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: none,
        ...Object.fromEntries(Object.entries(directives).map(([name, list]) => [name, list.length > 0 ? list : none])),
        baseUri: none,
        formAction: isForm ? ["'self'"] : none,
        frameAncestors: isFramed ? ["'self'"] : none,
      },
    },
    frameguard: { action: isFramed ? 'sameorigin' : 'deny' },
    // Whether a name is reached by https alone is for the proxy that ends it to promise.
    strictTransportSecurity: false,
  });
  return (response) => {
    guard(response.req, response, (error?: unknown) => {
      if (error instanceof Error) throw error;
    });
  };
}

/** For what is no page: it is what its type says, and nothing in it runs. */
export const guardFile: (request: IncomingMessage, response: ServerResponse, next: () => void) => void = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { defaultSrc: ["'none'"], styleSrc: ["'unsafe-inline'"], frameAncestors: ["'none'"] },
  },
  crossOriginResourcePolicy: { policy: 'cross-origin' },
  frameguard: { action: 'deny' },
  strictTransportSecurity: false,
});
