import { Plural, Trans } from '@lingui/react/macro';
import { useAddress } from '../../app/use-address.ts';
import { Row } from '../../parts/rows.tsx';
import { ScreenLink } from '../../parts/screen-link.tsx';
import { When } from '../../parts/when.tsx';
import type { AuditRowFragment } from './generated/operations.ts';

type Props = { readonly entry: AuditRowFragment; readonly isCurrent: boolean };

/** A change in the list: what was done, by whom, when. */
export function EntryRow({
  entry: { id, action, member, apiKeyId, apiKeyName, changes, createdAt },
  isCurrent,
}: Props) {
  const { search } = useAddress();
  return (
    <Row data-current={isCurrent}>
      <div className="cut">
        <ScreenLink path="audit" id={id} search={search}>
          {action}
        </ScreenLink>{' '}
        <span className="muted">
          {member?.name ?? apiKeyName ?? apiKeyId ?? <Trans>the product itself</Trans>}
          {changes.length > 0 && (
            <>
              {' · '}
              <Plural value={changes.length} one="# field" other="# fields" />
            </>
          )}
        </span>
      </div>
      <When at={createdAt} />
    </Row>
  );
}
