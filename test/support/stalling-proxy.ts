import { connect, createServer, type Socket } from 'node:net';

/** Stands between a client and a server on this machine, and can make the way between them fail. */
export type StallingProxy = {
  /** The client's address of the server. */
  readonly port: number;
  /**
   * What the connections that are open now, or only those that carry a text, send or receive from here on vanishes, while
   * nothing closes: a silent flow.
   */
  swallow(text?: string): void;
  /** What newly opened connections send vanishes too. */
  swallowNew(): void;
  /** Everything that connects from here on gets through. */
  heal(): void;
  /** Breaks off all connections. */
  cut(): void;
  /** The connections of clients that are open now. */
  readonly open: number;
  close(): Promise<void>;
};

const maxConnections = 200;

type Flow = { readonly client: Socket; readonly server: Socket; silent: boolean };

/** A proxy on a free port of the loopback interface. */
export async function startStallingProxy(target: {
  readonly host: string;
  readonly port: number;
}): Promise<StallingProxy> {
  const flows = new Set<Flow>();
  const triggers = new Set<string>();
  let silentFromNowOn = false;

  const listener = createServer((client) => {
    const flow: Flow = { client, server: connect(target), silent: silentFromNowOn };
    flows.add(flow);
    const pass = (from: Socket, to: Socket) => {
      from.on('data', (bytes) => {
        const trigger = [...triggers].find((text) => bytes.includes(text));
        if (trigger !== undefined) flow.silent = triggers.delete(trigger);
        if (!flow.silent) to.write(bytes);
      });
      from.on('error', () => from.destroy());
      from.on('close', () => {
        flows.delete(flow);
        to.destroy();
      });
    };
    pass(client, flow.server);
    pass(flow.server, client);
  });
  listener.maxConnections = maxConnections;
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const address = listener.address();

  const cut = () => {
    for (const { client, server } of flows) [client, server].forEach((socket) => socket.destroy());
  };
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    swallow(text) {
      if (text !== undefined) triggers.add(text);
      else for (const flow of flows) flow.silent = true;
    },
    swallowNew: () => void (silentFromNowOn = true),
    heal() {
      silentFromNowOn = false;
      triggers.clear();
    },
    cut,
    get open() {
      return flows.size;
    },
    async close() {
      const closed = new Promise<void>((resolve) => listener.close(() => resolve()));
      cut();
      await closed;
    },
  };
}
