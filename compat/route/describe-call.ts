import type { Route } from './route.ts';

/** A route as a line of an agent's SKILL.md: what it does, the scope it asks of a key, and what it takes. */
export function describeCall(basePath: string, { method, path, summary, scope, query, body }: Route): string {
  const parameters = Object.keys(query.shape);
  const fields = Object.keys(body.shape);
  const notes = [
    scope === null ? '' : `Scope \`${scope}\`.`,
    parameters.length > 0 ? `Parameters: ${parameters.map((name) => `\`${name}\``).join(', ')}.` : '',
    fields.length > 0 ? `Body: ${fields.map((name) => `\`${name}\``).join(', ')}.` : '',
  ];
  return `- \`${method.toUpperCase()} ${basePath}${path}\`: ${summary}. ${notes.filter(Boolean).join(' ')}`.trimEnd();
}
