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

const introduce = (publicUrl: string, { name, keys }: FirstWorkspace): string => `
The workspace "${name}" was made with one key of each kind. They are shown this once:

${keyLines(keys)}

Send what a visitor might write, then read the lead it made:

  curl -X POST ${publicUrl}/api/chat -H 'Authorization: Bearer ${keys.widget}' \\
    -H 'Content-Type: application/json' -d '{"message":"Hi, I am Ada, ada@example.com. We need a booking page by March."}'

  curl ${publicUrl}/graphql -H 'Authorization: Bearer ${keys.graphql}' \\
    -H 'Content-Type: application/json' -d '{"query":"{ leads { nodes { name email bant { need timeline } } } }"}'
`;

/** Who takes which key, in two columns. */
function keyLines({ graphql, widget, vendors }: FirstWorkspace['keys']): string {
  const rows = [
    ['GraphQL and operators', graphql],
    ...vendors.map(({ vendor: { title, basePath }, secret }) => [`${title} ${basePath}`, secret]),
    ['Widget (public)', widget],
  ];
  const width = Math.max(...rows.map(([who = '']) => who.length)) + 3;
  return rows.map(([who = '', key]) => `  ${who.padEnd(width)}${key}`).join('\n');
}
