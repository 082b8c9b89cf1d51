import { useQuery } from 'urql';
import { useSession } from '../../../data/session.tsx';
import { WidgetKeysDocument } from '../generated/operations.ts';

export type KnownKey = {
  /** How it begins; null where the viewer may not read keys. */
  readonly hint: string | null;
  readonly lastUsedAt: string | null;
  /** Whether a page can still use it; not known where the viewer may not read keys. */
  readonly isRevoked: boolean;
};

/** What is known of a widget’s key. */
export function useWidgetKey(widgetId: string): KnownKey {
  const { may } = useSession();
  const [{ data }] = useQuery({ query: WidgetKeysDocument, pause: !may('keys:read') });
  const key = data?.apiKeys.nodes.find(({ widget }) => widget?.id === widgetId);
  if (!key) return { hint: null, lastUsedAt: null, isRevoked: false };
  const { hint, lastUsedAt, revokedAt } = key;
  return { hint, lastUsedAt, isRevoked: revokedAt !== null };
}
