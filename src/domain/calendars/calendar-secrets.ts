import { openWith } from '../../access/secret-box.ts';
import type { CalendarConnection } from '../../db/generated/prisma/client.ts';
import type { DomainServices } from '../context.ts';

/** What the secrets of a connection are sealed for, so that they open nowhere else. */
export const calendarSecretContext = (orgId: string, connectionId: string): string =>
  `calendar_connection:${orgId}:${connectionId}`;

/** The secrets of a connection are sealed together, so that neither of them opens. */
export const unreadableSecret = 'The signing key was encrypted with another SECRET_KEY. Connect the account again.';

export const unreadableToken = 'The token was encrypted with another SECRET_KEY. Connect the account again.';

/** The token of a connected account; null where the key changed since it was sealed. */
export const tokenOf = (
  { secretBox }: Pick<DomainServices, 'secretBox'>,
  { orgId, id, accessToken }: Pick<CalendarConnection, 'orgId' | 'id' | 'accessToken'>,
): string | null => openWith(secretBox, accessToken, calendarSecretContext(orgId, id));
