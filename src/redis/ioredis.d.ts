/** What is used of the client, as its own types say it. */
declare module 'ioredis' {
  export type RedisOptions = {
    readonly lazyConnect?: boolean;
    readonly enableOfflineQueue?: boolean;
    readonly autoResendUnfulfilledCommands?: boolean;
    readonly autoResubscribe?: boolean;
    readonly maxRetriesPerRequest?: number | null;
    readonly connectTimeout?: number;
    readonly commandTimeout?: number;
    readonly disconnectTimeout?: number;
    readonly keepAlive?: number;
    readonly retryStrategy?: (times: number) => number | null;
  };

  export class Redis {
    constructor(url: string, options?: RedisOptions);
    readonly status: string;
    connect(): Promise<void>;
    disconnect(reconnect?: boolean): void;
    on(event: 'error', listener: (error: Error) => void): this;
    on(event: 'ready', listener: () => void): this;
    on(event: 'message', listener: (channel: string, message: string) => void): this;
    publish(channel: string, message: string): Promise<number>;
    subscribe(...channels: string[]): Promise<unknown>;
    eval(script: string, keys: number, ...args: (string | number)[]): Promise<unknown>;
    keys(pattern: string): Promise<string[]>;
    pttl(key: string): Promise<number>;
    pubsub(command: 'CHANNELS', pattern: string): Promise<unknown[]>;
  }
}
