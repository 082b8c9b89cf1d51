// A plain `ws` server that sends what is posted to it to everyone: what fan-out costs at least.
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { WebSocketServer } from 'ws';

const server = createServer((request, response) => {
  void buffer(request).then((frame) => {
    for (const socket of sockets.clients) socket.send(frame, { binary: false });
    response.end();
  });
});
const sockets = new WebSocketServer({ server });
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address) process.stdout.write(`${address.port}\n`);
});
