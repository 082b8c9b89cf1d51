import { createServer, type Socket } from 'node:net';

/**
 * A subscriber's server in a process of its own: answers 200 to everything and knows when each event began to arrive. It
 * stands for other machines, so it costs this one as little as may be: node's HTTP server took as much time as the sender.
 */
const arrivals = new Map<string, number>();
let received = 0;

const answer = Buffer.from(
  'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\nConnection: keep-alive\r\nKeep-Alive: timeout=5\r\n\r\nok',
);
const [headEnd, lengthHeader, idHeader] = ['\r\n\r\n', 'content-length: ', 'webhook-id: '];

/** Answers each request once it is there to its last byte; senders wait for that before they send another. */
function serve(socket: Socket): void {
  let missing = 0;
  let head = '';
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: Buffer) => {
    let rest = chunk.length;
    if (missing === 0) {
      head += chunk.toString('latin1');
      const bodyAt = head.indexOf(headEnd) + headEnd.length;
      if (bodyAt < headEnd.length) return;
      rest = head.length - bodyAt;
      const names = head.slice(0, bodyAt).toLowerCase();
      missing = Number.parseInt(valueOf(names, lengthHeader), 10);
      const eventId = valueOf(names, idHeader);
      if (!arrivals.has(eventId)) arrivals.set(eventId, performance.timeOrigin + performance.now());
      head = '';
    }
    missing -= rest;
    if (missing > 0) return;
    received += 1;
    socket.write(answer);
  });
}

function valueOf(head: string, header: string): string {
  const at = head.indexOf(header) + header.length;
  return head.slice(at, head.indexOf('\r\n', at));
}

const server = createServer({ noDelay: true }, serve);

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : 0 });
});

process.on('message', (question: 'count' | 'arrivals' | 'forget') => {
  if (question === 'count') process.send?.({ received });
  if (question === 'arrivals') process.send?.({ arrivals: [...arrivals] });
  if (question === 'forget') {
    arrivals.clear();
    received = 0;
    process.send?.({ received });
  }
});
process.on('disconnect', () => process.exit());
