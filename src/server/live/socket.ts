import type { Duplex } from 'node:stream';
import type { Server } from 'graphql-ws';
import { CloseCode } from 'graphql-ws';
import type { Logger } from 'pino';
import type { RawData, WebSocket } from 'ws';
import { limits } from '../../limits.ts';
import type { MessageSink } from './fan-out.ts';
import { writeTextMessage } from './text-message.ts';

export type SocketLog = Pick<Logger, 'error' | 'debug'>;

export type SocketOptions = {
  readonly log: SocketLog;
  /** How often a ping is sent; a socket that has not answered by the next one is gone. */
  readonly keepAliveMs: number;
  /** Unsent bytes above which a receiver counts as slow, and is not listened to until it has read. */
  readonly maxBufferedBytes: number;
  /** Unsent bytes at which it is cut. */
  readonly maxUnsentBytes: number;
};

/** How long a peer may take to answer a close before it is cut off. */
const closeGraceMs = limits.socketCloseMs;

/** One accepted socket: what it is told, how it ends, and that it ends when its peer is gone. */
export class Socket implements MessageSink {
  readonly #socket: WebSocket;
  readonly #stream: Duplex;
  readonly #options: SocketOptions;
  /** Whether it is known who speaks. */
  trusted = false;

  /** `stream` is what the socket writes to. */
  constructor(socket: WebSocket, stream: Duplex, options: SocketOptions) {
    this.#socket = socket;
    this.#stream = stream;
    this.#options = options;
  }

  get open(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  send(message: string): Promise<void> | undefined {
    const options = { binary: false };
    return this.#send(message.length, (sent) => this.#socket.send(message, options, sent));
  }

  sendShared(prefix: Buffer, shared: Buffer): Promise<void> | undefined {
    const length = prefix.length + shared.length;
    return this.#send(length, (sent) => writeTextMessage(this.#stream, prefix, shared, sent));
  }

  #send(length: number, write: (sent?: () => void) => void): Promise<void> | undefined {
    if (!this.open) return undefined;
    const { maxBufferedBytes, maxUnsentBytes } = this.#options;
    const unsent = this.#socket.bufferedAmount;
    if (unsent >= maxUnsentBytes) {
      this.#socket.terminate();
      return undefined;
    }
    if (unsent + length < maxBufferedBytes) {
      write();
      return undefined;
    }
    // Who asks and does not read the answers is not asked what else they want.
    this.#socket.pause();
    const sent = new Promise<void>((resolve) => {
      // Also called, with an error, when the socket closes: then there is nothing more to wait for.
      write(() => {
        if (this.open && this.#socket.bufferedAmount < maxBufferedBytes) this.#socket.resume();
        resolve();
      });
    });
    return unsent < maxBufferedBytes ? undefined : sent;
  }

  /** Closes it for a breach of the protocol, and takes nothing more from it. */
  breach(code: number, reason: string): void {
    this.close(code, reason);
    this.#socket.pause();
  }

  close(code: number, reason: string): void {
    if (!this.open) return;
    this.#socket.close(code, reason);
    const cut = setTimeout(() => this.#socket.terminate(), closeGraceMs);
    this.#socket.once('close', () => clearTimeout(cut));
  }

  /** Hands the socket to the protocol until it closes. */
  serve<Extra>(server: Server<Extra>, extra: Extra): void {
    const closed = server.opened(
      {
        protocol: this.#socket.protocol,
        send: (data) => this.send(data),
        close: (code = CloseCode.InternalServerError, reason = '') => this.close(code, reason),
        onMessage: (take) => void this.#socket.on('message', (data) => void this.#take(data, take)),
      },
      extra,
    );
    const stopPings = this.#keepAlive();
    this.#socket.on('error', (error) => this.#options.log.debug({ err: error }, 'A socket failed.'));
    this.#socket.once('close', (code, reason) => {
      stopPings();
      closed(code, reason.toString()).catch((error: unknown) => {
        this.#options.log.error({ err: error }, 'A closed socket could not be cleaned up.');
      });
    });
  }

  async #take(data: RawData, take: (data: string) => Promise<void>): Promise<void> {
    // A peer may go on talking while it is being closed; it must not be listened to.
    if (!this.open) return;
    try {
      await take(Buffer.isBuffer(data) ? data.toString() : '');
    } catch (error) {
      this.#options.log.error({ err: error }, 'A message of a socket could not be handled.');
      this.close(CloseCode.InternalServerError, 'Internal server error');
    }
  }

  #keepAlive(): () => void {
    let answered = true;
    this.#socket.on('pong', () => {
      answered = true;
    });
    const timer = setInterval(() => {
      if (!answered) return this.#socket.terminate();
      answered = false;
      if (this.open) this.#socket.ping();
    }, this.#options.keepAliveMs);
    return () => clearInterval(timer);
  }
}
