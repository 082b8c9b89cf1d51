import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { Dialog } from '../../../parts/dialog.tsx';
import { Failed } from '../../../parts/failed.tsx';
import { When } from '../../../parts/when.tsx';
import { SyncSourceLogDocument } from '../generated/operations.ts';
import { outcomes } from '../words.ts';

type Props = {
  readonly source: { readonly id: string; readonly name: string };
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

/** What came to a source lately, and what was made of it. */
export function SourceLog({ source, isOpen, onClose }: Props) {
  const { t } = useLingui();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t`What came to “${source.name}”`}>
      {isOpen && <Latest id={source.id} />}
    </Dialog>
  );
}

function Latest({ id }: { readonly id: string }) {
  const { t, i18n } = useLingui();
  const [{ data, error }, again] = useQuery({
    query: SyncSourceLogDocument,
    variables: { id },
    requestPolicy: 'network-only',
  });
  if (error) return <Failed error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />;
  if (!data) return null;
  const nodes = data.node && 'deliveries' in data.node ? data.node.deliveries.nodes : [];
  if (nodes.length === 0)
    return (
      <p>
        <Trans>Nothing came yet.</Trans>
      </p>
    );
  return (
    <ul aria-label={t`What came`}>
      {nodes.map((one) => (
        <li key={one.id}>
          {i18n._(outcomes[one.outcome])} · <When at={one.createdAt} />
          {one.reason !== null && <div>{one.reason}</div>}
          {one.body !== null && <code>{one.body}</code>}
        </li>
      ))}
    </ul>
  );
}
