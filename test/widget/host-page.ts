import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type HostPage = { readonly url: string; close(): Promise<void> };

type HostPageOptions = {
  /** Where the widget's script is, with its key. */
  readonly script: string;
  readonly key: string;
  /** Of the html element. */
  readonly attributes?: string;
  readonly style?: string;
  /** A page that it shows in a sandbox, in place of the widget. */
  readonly frame?: string;
};

/** Rules that a page may well have, and worse. */
export const hostileStyle = `
* { all: unset !important; display: none !important; visibility: hidden !important; color: red !important; font: 3px serif !important; position: static !important; opacity: 0 !important }
html, body { display: block !important; visibility: visible !important; opacity: 1 !important }
button, textarea, [role] { pointer-events: none !important; transform: scale(0) !important }`;

/** A page of another origin that carries the widget. It allows nothing but what the widget's README asks for. */
export async function startHostPage(pages: Readonly<Record<string, HostPageOptions>>): Promise<HostPage> {
  const server = createServer((request, response) => {
    const page = pages[request.url?.split('?')[0] ?? ''];
    if (!page) return void response.writeHead(404).end();
    const { script, key, attributes = 'lang="en"', style = '', frame } = page;
    const origin = new URL(script).origin;
    const policy = `default-src 'none'; script-src ${origin}; connect-src ${origin}; style-src 'nonce-own'; frame-src 'self'`;
    const carried = frame
      ? `<iframe sandbox="allow-scripts" src="${frame}" width="500" height="700"></iframe>`
      : `<script src="${script}" data-key="${key}" async></script>`;
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy });
    response.end(`<!doctype html><html ${attributes}><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>A shop</title><style nonce="own">${style}</style><main><h1>A shop</h1><p>Boots, by hand.</p></main>
${carried}</html>`);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
