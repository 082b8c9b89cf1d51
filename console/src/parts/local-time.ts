/** An instant at the viewer’s own place, as a field of `datetime-local` takes it; nothing for what is none. */
export function toLocal(at: string | null): string {
  const date = new Date(at ?? '');
  if (Number.isNaN(date.getTime())) return '';
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** The instant that such a field says; null for none. */
export const fromLocal = (text: string): string | null => (text === '' ? null : new Date(text).toISOString());
