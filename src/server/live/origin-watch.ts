import type pg from 'pg';
import type { Logger } from 'pino';
import { allowsOrigin } from '../../domain/widgets/allows-origin.ts';
import { createPulses, type Pulses } from '../../pulses.ts';
import { createWatchList } from './watch-list.ts';

export type OriginWatchOptions = {
  readonly pool: Pick<pg.Pool, 'query'>;
  readonly log: Pick<Logger, 'error' | 'info'>;
  readonly pulses?: Pulses;
  /** How long a page may go on that its widget does not list any more. */
  readonly pollMs?: number;
};

export type Page = { readonly orgId: string; readonly widgetId: string; readonly origin: string };

export type OriginWatch = {
  /** Calls `end` once, when the page's widget does not list it any more, or is gone. Answers how to stop watching. */
  open(page: Page, end: () => void): () => void;
  /** The widgets with an open page. */
  readonly widgets: number;
  close(): void;
};

type Watched = { readonly orgId: string; readonly id: string; readonly pages: Map<() => void, string> };

type Row = { readonly id: string; readonly origins: string[] };

const originsSql = `select w.id, w.allowed_origins as origins from unnest($1::text[], $2::text[]) as open (org_id, id)
  join widgets w on w.org_id = open.org_id and w.id = open.id where w.deleted_at is null`;

async function findAllowed(pool: Pick<pg.Pool, 'query'>, widgets: readonly Watched[]) {
  const values = [widgets.map(({ orgId }) => orgId), widgets.map(({ id }) => id)];
  const { rows } = await pool.query<Row>({ name: 'allowed-origins', text: originsSql, values });
  return new Map(rows.map(({ id, origins }) => [id, origins]));
}

/** Watches over the pages that keep something open longer than a request: a widget's list of them may change meanwhile. */
export function createOriginWatch(options: OriginWatchOptions): OriginWatch {
  const { pool, log, pulses = createPulses(log), pollMs = 500 } = options;
  const widgets = createWatchList<Watched>({
    everyMs: pollMs,
    async look(watched) {
      const allowed = await findAllowed(pool, watched);
      for (const widget of watched) endUnlisted(widget, allowed.get(widget.id) ?? []);
    },
    pulse: pulses.watch({
      name: 'look for changed origins',
      failing: 'The origins of widgets cannot be read; open streams go on.',
      recovered: 'The origins of widgets can be read again.',
    }),
  });

  function endUnlisted(widget: Watched, allowed: readonly string[]): void {
    // Thousands of pages are of one origin or two.
    const unlisted = new Set(widget.pages.values());
    for (const origin of unlisted) if (allowsOrigin(allowed, origin)) unlisted.delete(origin);
    if (unlisted.size === 0) return;
    for (const [end, origin] of widget.pages) {
      if (!unlisted.has(origin)) continue;
      leave(widget, end);
      end();
    }
  }

  function leave(widget: Watched, end: () => void): void {
    widget.pages.delete(end);
    if (widget.pages.size === 0 && widgets.items.get(widget.id) === widget) widgets.remove(widget.id);
  }

  return {
    open({ orgId, widgetId: id, origin }, end) {
      const widget = widgets.items.get(id) ?? { orgId, id, pages: new Map() };
      widget.pages.set(end, origin);
      widgets.add(id, widget);
      return () => leave(widget, end);
    },
    get widgets() {
      return widgets.items.size;
    },
    close() {
      for (const id of widgets.items.keys()) widgets.remove(id);
    },
  };
}
