import type { ServerResponse } from 'node:http';
import { preparePage } from '../../http/page/prepare-page.ts';
import { escapeHtml, renderPage } from '../../http/page/render-page.ts';

/** A page that says in a sentence why there is none. */
export function sendErrorPage(response: ServerResponse, base: string, status: number, message: string): void {
  const body = `<h1><img src="${base}/icon.svg" alt="">${status}</h1>
<p>${escapeHtml(message)}</p>
<p><a href="${base}/">Where everything is</a></p>`;
  preparePage(renderPage({ title: `${status}`, base, body }))(response, status);
}
