import { once } from 'node:events';
import { createServer, request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';

/** A proxy that serves what is on `port` of this machine below a path, which it takes off: nginx' `location /crm/`. */
export async function startPrefixProxy(port: number, prefix: string) {
  const strip = ({ url = '/' }: IncomingMessage) => (url.startsWith(`${prefix}/`) ? url.slice(prefix.length) : null);
  const proxy = createServer((asked, response) => {
    const path = strip(asked);
    if (path === null) return void response.writeHead(404).end('not below the prefix');
    const { method, headers } = asked;
    const passed = request({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    asked.pipe(passed);
  });
  proxy.on('upgrade', (asked, client, head) => {
    const server = connect(port, '127.0.0.1', () => {
      const headers = Object.entries(asked.headers).map(([name, value]) => `${name}: ${String(value)}`);
      server.write([`GET ${strip(asked) ?? '/nowhere'} HTTP/1.1`, ...headers, '', ''].join('\r\n'));
      server.write(head);
      server.pipe(client).pipe(server);
    });
    server.on('error', () => client.destroy());
    client.on('error', () => server.destroy());
  });
  await once(proxy.listen(0, '127.0.0.1'), 'listening');
  const address = proxy.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      proxy.closeAllConnections();
      await new Promise((done) => void proxy.close(done));
    },
  };
}
