import type { FirstWorkspace } from '../../domain/workspaces/create-first-workspace.ts';

/** What an operator reads at start: where everything is and, the first time, with which keys. */
export function greet(publicUrl: string, workspace: FirstWorkspace | null): string {
  const addresses = `
Tributary is running.

  Start page   ${publicUrl}/
  GraphiQL     ${publicUrl}/graphql
  REST API     ${publicUrl}/api-docs
  Websocket    ${publicUrl.replace(/^http/, 'ws')}/graphql
`;
  return workspace ? `${addresses}${introduce(publicUrl, workspace)}\n` : `${addresses}\n`;
}

/** How to get into the console: by a link where nobody has come yet, which is good once and for a quarter of an hour. */
export const offerConsole = (publicUrl: string, link: string | null): string =>
  link === null
    ? `Console: ${publicUrl}/console\n\n`
    : `Open the console as its owner (once, within 15 minutes; a restart prints another link):\n\n  ${link}\n\n`;

const introduce = (publicUrl: string, { name, keys }: FirstWorkspace): string => `
The workspace "${name}" was made with one key of each kind. They are shown this once:

${keyLines(keys)}

Talk to it as a visitor of your site would, at ${publicUrl}/demo, or send what one might write, then read the lead it made:

  curl -X POST ${publicUrl}/api/chat -H 'Authorization: Bearer ${keys.widget}' \\
    -H 'Content-Type: application/json' -d '{"message":"Hi, I am Ada, ada@example.com. We need a booking page by March."}'

  curl ${publicUrl}/graphql -H 'Authorization: Bearer ${keys.graphql}' \\
    -H 'Content-Type: application/json' -d '{"query":"{ leads { nodes { name email bant { need timeline } } } }"}'
`;

function keyLines({ graphql, widget, vendors }: FirstWorkspace['keys']): string {
  return columns([
    ['GraphQL and operators', graphql],
    ...vendors.map(({ vendor: { title, basePath }, secret }) => [`${title} ${basePath}`, secret] as const),
    ['Widget (public)', widget],
  ]);
}

/** What stands beside what, in two columns. */
export function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([what]) => what.length)) + 3;
  return rows.map(([what, beside]) => `  ${what.padEnd(width)}${beside}`).join('\n');
}
