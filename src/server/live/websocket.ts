import type { IncomingMessage, Server as HttpServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { CloseCode, handleProtocols, makeServer, type Server } from 'graphql-ws';
import { WebSocketServer } from 'ws';
import { DomainError } from '../../errors.ts';
import { limits } from '../../limits.ts';
import type { PageHeaders } from '../console/own-origin.ts';
import { FanOut } from './fan-out.ts';
import { RenderedStream } from './rendered-stream.ts';
import { Socket, type SocketLog } from './socket.ts';
import { createSocketAdmission, type AdmissionDependencies, type SocketCaller } from './socket-admission.ts';
import { AcceptedOperation, createSocketOperations, type SocketOperationDependencies } from './socket-operations.ts';

export type SocketLimits = {
  readonly maxMessageBytes: number;
  /** All that may come from a socket before its caller is known. */
  readonly maxInitBytes: number;
  readonly maxSockets: number;
  readonly maxSocketsPerKey: number;
  readonly maxSocketsPerOrganisation: number;
  readonly maxOperationsPerSocket: number;
  /** How long a socket may take to say who it is. */
  readonly initTimeoutMs: number;
  readonly keepAliveMs: number;
  /** Unsent bytes above which nothing more is taken from the log for a socket, nor read from it. */
  readonly maxBufferedBytes: number;
  /** Unsent bytes at which a socket is cut. */
  readonly maxUnsentBytes: number;
};

export const defaultSocketLimits: SocketLimits = {
  maxMessageBytes: limits.socketFrameBytes,
  maxInitBytes: limits.socketInitBytes,
  maxSockets: limits.sockets,
  maxSocketsPerKey: limits.socketsPerKey,
  maxSocketsPerOrganisation: limits.socketsPerOrganisation,
  maxOperationsPerSocket: limits.operationsPerSocket,
  initTimeoutMs: limits.socketInitMs,
  keepAliveMs: limits.socketPingMs,
  maxBufferedBytes: limits.socketBufferedBytes,
  maxUnsentBytes: limits.socketUnsentBytes,
};

export type WebSocketDependencies = Omit<AdmissionDependencies, 'caps'> &
  SocketOperationDependencies & { readonly log: SocketLog; readonly limits?: Partial<SocketLimits> };

export type WebSockets = {
  /** The sockets that are open now. */
  readonly open: number;
  /** Turns new sockets away, closes the open ones with 1001 and waits until they are gone. */
  close(): Promise<void>;
};

/** Serves graphql-transport-ws at `/graphql` on the port of the HTTP server. */
export function attachWebSockets(httpServer: HttpServer, dependencies: WebSocketDependencies): WebSockets {
  const socketLimits = { ...defaultSocketLimits, ...dependencies.limits };
  const protocol = createProtocol(dependencies, socketLimits);
  const sockets = new Set<Socket>();
  const acceptor = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: socketLimits.maxMessageBytes,
    handleProtocols,
  });
  let closing: (() => void) | undefined;

  function onUpgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    if (pathOf(request) !== '/graphql') return refuse(stream, '404 Not Found');
    if (closing || sockets.size >= socketLimits.maxSockets) return refuse(stream, '503 Service Unavailable');
    acceptor.handleUpgrade(request, stream, head, (accepted) => {
      const socket = new Socket(accepted, stream, { log: dependencies.log, ...socketLimits });
      sockets.add(socket);
      accepted.once('close', () => {
        sockets.delete(socket);
        if (sockets.size === 0) closing?.();
      });
      boundFirstBytes(stream, socket, socketLimits.maxInitBytes);
      socket.serve(protocol, { socket, page: pageOf(request), admitted: undefined });
    });
  }

  httpServer.on('upgrade', onUpgrade);

  return {
    get open() {
      return sockets.size;
    },
    async close() {
      const gone = new Promise<void>((resolve) => {
        closing = resolve;
      });
      if (sockets.size === 0) return;
      for (const socket of sockets) socket.close(1001, 'Going away');
      await gone;
    },
  };
}

function createProtocol(dependencies: WebSocketDependencies, socketLimits: SocketLimits): Server<SocketCaller> {
  const caps = { perKey: socketLimits.maxSocketsPerKey, perOrganisation: socketLimits.maxSocketsPerOrganisation };
  const admission = createSocketAdmission({ ...dependencies, caps });
  const operations = createSocketOperations(dependencies);
  return makeServer<Record<string, unknown>, SocketCaller>({
    connectionInitWaitTimeout: socketLimits.initTimeoutMs,
    onConnect: ({ extra, connectionParams }) => admission.admit(extra, connectionParams ?? {}),
    onClose: ({ extra }) => admission.release(extra),
    onPing({ extra }, payload) {
      if (payload && bytesOf(JSON.stringify(payload)) > limits.socketPingBytes)
        extra.socket.breach(CloseCode.BadRequest, `A ping carries at most ${limits.socketPingBytes} bytes`);
    },
    onSubscribe({ extra, subscriptions }, id, payload) {
      if (!extra.admitted) throw new Error('An operation came over a socket whose caller is not known.');
      const isIdTooLong = bytesOf(id) > limits.operationIdBytes;
      if (isIdTooLong) extra.socket.breach(CloseCode.BadRequest, `An id has at most ${limits.operationIdBytes} bytes`);
      const isOneTooMany = Object.keys(subscriptions).length > socketLimits.maxOperationsPerSocket;
      const refusal = isIdTooLong || isOneTooMany ? tooManyOperations(socketLimits) : null;
      return operations.accept(extra.admitted.actor, payload, refusal);
    },
    execute: (args) => operations.execute(accepted(args)),
    subscribe: (args) => operations.subscribe(accepted(args)),
    onOperation: ({ extra }, operationId, _payload, _args, result) =>
      result instanceof RenderedStream ? new FanOut({ operationId, stream: result, sink: extra.socket }) : undefined,
  });
}

/** Counts the stream itself: a message that is too long need not be whole to be refused. */
function boundFirstBytes(stream: Duplex, socket: Socket, maxInitBytes: number): void {
  let bytes = 0;
  stream.prependListener('data', function count(chunk: Buffer) {
    bytes += chunk.length;
    if (socket.trusted) return void stream.off('data', count);
    if (bytes > maxInitBytes) socket.breach(messageTooBig, 'Say who you are first');
  });
}

function accepted(args: unknown): AcceptedOperation {
  if (args instanceof AcceptedOperation) return args;
  throw new TypeError('Only accepted operations are executed.');
}

const tooManyOperations = ({ maxOperationsPerSocket }: SocketLimits) =>
  new DomainError('LIMITED', `At most ${maxOperationsPerSocket} operations can be open on one socket.`);

// RFC 6455, 7.4.1.
const messageTooBig = 1009;

const bytesOf = (text: string): number => Buffer.byteLength(text);

/** Of the headers, only what tells the page: they are kept until the caller is known. */
const pageOf = ({ headers }: IncomingMessage): PageHeaders => {
  const { origin, host, cookie, 'x-forwarded-host': forwarded } = headers;
  return { origin, host, cookie, 'x-forwarded-host': forwarded };
};

const pathOf = ({ url = '' }: IncomingMessage): string => url.split('?', 1)[0] ?? '';

function refuse(stream: Duplex, status: string): void {
  stream.on('error', () => stream.destroy());
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
