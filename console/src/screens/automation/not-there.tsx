import { Trans, useLingui } from '@lingui/react/macro';
import { Empty } from '../../parts/empty.tsx';
import { ScreenHeader } from '../../parts/screen-header.tsx';

/** In the place of what the address names and is not there, or not for the viewer. */
export function NotThere() {
  const { t } = useLingui();
  return (
    <>
      <ScreenHeader title={t`Automation`} />
      <Empty title={t`There is nothing at this address`}>
        <Trans>The rule, campaign or mail may have been deleted, or you may not see it.</Trans>
      </Empty>
    </>
  );
}
