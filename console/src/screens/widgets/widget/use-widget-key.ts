import { useQuery } from 'urql';
import { useSession } from '../../../data/session.tsx';
import { WidgetKeysDocument } from '../generated/operations.ts';
import { useDemoKey } from '../use-demo-key.ts';

export type KnownKey = {
  /** How it begins; null where the viewer may not read keys. */
  readonly hint: string | null;
  readonly lastUsedAt: string | null;
  /** Whether a page can still use it; not known where the viewer may not read keys. */
  readonly isRevoked: boolean;
  /** All of it, where it is the one that the demo page shows to everybody. */
  readonly whole: string | null;
};

/** What is known of a widget’s key. */
export function useWidgetKey(widgetId: string): KnownKey {
  const { may } = useSession();
  const demoKey = useDemoKey();
  const [{ data }] = useQuery({ query: WidgetKeysDocument, pause: !may('keys:read') });
  const key = data?.apiKeys.nodes.find(({ widget }) => widget?.id === widgetId);
  if (!key) return { hint: null, lastUsedAt: null, isRevoked: false, whole: null };
  const { hint, lastUsedAt, revokedAt } = key;
  const isDemo = demoKey?.startsWith(hint) ?? false;
  return { hint, lastUsedAt, isRevoked: revokedAt !== null, whole: isDemo ? demoKey : null };
}
