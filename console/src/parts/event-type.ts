/** An event type as webhooks and documents write it: `LEAD_STAGE_CHANGED` is `lead.stage_changed`. */
export const writeEventType = (type: string): string =>
  type.toLowerCase().replace(/^(webhook_endpoint|[a-z]+)_/, '$1.');
