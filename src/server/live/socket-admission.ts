import { randomUUID } from 'node:crypto';
import { CloseCode } from 'graphql-ws';
import type { Actor } from '../../access/actor.ts';
import { DomainError } from '../../errors.ts';
import { type Caps, createOpenPlaces } from './open-places.ts';
import type { PageHeaders } from '../console/own-origin.ts';
import { consoleMark, isMarked, personHeader, type ReadSession } from '../console/read-session.ts';
import type { KeyWatch } from './key-watch.ts';
import type { Socket, SocketLog } from './socket.ts';

export type AdmissionDependencies = {
  /** @throws UNAUTHENTICATED */
  readonly authenticate: (token: string, requestId: string) => Promise<Actor>;
  readonly readSession: ReadSession;
  readonly keyWatch: Pick<KeyWatch, 'open'>;
  readonly log: SocketLog;
  readonly caps: Caps;
};

/** Who is behind a socket, once that is known. */
export type SocketCaller = {
  readonly socket: Socket;
  /** What a browser says of the page that opened it, until that is read. */
  page: PageHeaders | null;
  admitted: { readonly actor: Actor; readonly release: () => void } | undefined;
};

type Params = Readonly<Record<string, unknown>>;

export type SocketAdmission = {
  /** False where the caller may not come in; then the socket is closed with 4403. */
  admit(caller: SocketCaller, params: Params): Promise<boolean>;
  release(caller: SocketCaller): void;
};

// 1013, "try again later", is one of the codes after which graphql-ws clients do try again.
const tryAgainLater = 1013;

/** Lets sockets in by the credential of their first message, and out again when it is revoked or expires. */
export function createSocketAdmission(dependencies: AdmissionDependencies): SocketAdmission {
  const { authenticate, readSession, keyWatch, log, caps } = dependencies;
  const places = createOpenPlaces(caps);

  function enter(caller: SocketCaller, actor: Actor): void {
    const entered = places.enter(actor);
    if ('full' in entered) return caller.socket.close(tryAgainLater, `Too many sockets of this ${entered.full}`);
    const stopWatching = keyWatch.open(actor, () => caller.socket.close(CloseCode.Forbidden, 'Forbidden'));
    const release = () => {
      stopWatching();
      entered.leave();
    };
    caller.admitted = { actor, release };
    caller.socket.trusted = true;
  }

  /** By a key where one is given, else by the session of a page of ours. */
  async function identify(params: Params, page: PageHeaders | null): Promise<Actor | null> {
    const authorization = fieldOf(params, 'authorization');
    if (authorization === undefined) {
      if (!page || !isMarked(fieldOf(params, consoleMark))) return null;
      return readSession(page, randomUUID(), fieldOf(params, personHeader));
    }
    const token = bearerToken(authorization);
    return token === null ? null : authenticate(token, randomUUID());
  }

  return {
    async admit(caller, params) {
      const { page } = caller;
      caller.page = null;
      try {
        const actor = await identify(params, page);
        if (!actor) return false;
        // A public widget key stands in every page that embeds the widget.
        if (actor.dialect === 'WIDGET' || !caller.socket.open) return false;
        enter(caller, actor);
      } catch (error) {
        if (error instanceof DomainError && error.code === 'UNAUTHENTICATED') return false;
        log.error({ err: error }, 'The caller of a socket could not be authenticated.');
        caller.socket.close(tryAgainLater, 'Try again later');
      }
      return caller.admitted !== undefined;
    },
    release(caller) {
      caller.admitted?.release();
      caller.admitted = undefined;
    },
  };
}

const fieldOf = (params: Params, wanted: string): unknown =>
  Object.entries(params).find(([name]) => name.toLowerCase() === wanted)?.[1];

function bearerToken(value: unknown): string | null {
  return typeof value === 'string' ? (/^Bearer +(\S+)$/i.exec(value.trim())?.[1] ?? null) : null;
}
