import { randomUUID } from 'node:crypto';
import type { Core } from '../../../core/create-core.ts';
import { createRunAcross } from '../../../db/run/run.ts';
import type { Database } from '../../../db/open/database.ts';
import type { DomainContext } from '../../../domain/context.ts';
import { signInByAddress } from '../../../domain/sessions/sign-in-by-address.ts';
import { type Person, team } from '../cast/team.ts';
import type { StoryClock } from './story-clock.ts';

type Session = { readonly token: string; readonly expiresAt: Date };

/** The product as each of those who act in the story has it: what they may do, and whose name stands under it. */
export type Actors = {
  /** In a session of the console: they sign in anew when the last one is over. */
  person(who: Person): Promise<DomainContext>;
  /** Who sends this key with every request: an integration, or the page of a widget. */
  holder(secret: string): Promise<DomainContext>;
};

type Options = {
  readonly core: Pick<Core, 'contexts' | 'authenticate' | 'authenticateSession'>;
  readonly database: Pick<Database, 'pool'>;
  readonly clock: StoryClock;
  readonly slug: string;
};

export function createActors({ core, database, clock, slug }: Options): Actors {
  const { openDomain, services } = core.contexts;
  const runAcross = createRunAcross(database.pool);
  const sessions = new Map<Person, Session>();

  async function signIn(who: Person): Promise<Session> {
    const account = { issuer: 'https://accounts.lakeside.example', subject: who };
    const arriving = { address: team[who].email, account, workspace: slug, requestId: randomUUID() };
    const opened = await signInByAddress({ ...services, runAcross }, arriving);
    if (!('token' in opened)) throw new Error(`${team[who].email} is on several teams of one workspace.`);
    sessions.set(who, opened);
    return opened;
  }

  return {
    async person(who) {
      const last = sessions.get(who);
      const { token } = last && last.expiresAt > clock.now() ? last : await signIn(who);
      return openDomain(await core.authenticateSession(token, randomUUID()));
    },
    holder: async (secret) => openDomain(await core.authenticate(secret, randomUUID())),
  };
}
