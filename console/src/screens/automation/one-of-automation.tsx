import { Trans, useLingui } from '@lingui/react/macro';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { ScreenHeader } from '../../parts/screen-header.tsx';
import { ScreenLink } from '../../parts/screen-link.tsx';
import { OneCampaign } from './campaigns/one-campaign.tsx';
import { OneMail } from './drafts/one-mail.tsx';
import { KindOfDocument } from './generated/operations.ts';
import { NotThere } from './not-there.tsx';
import { OneRule } from './rules/one-rule.tsx';

/** The rule, campaign or mail that the address names. */
export function OneOfAutomation({ id }: { readonly id: string }) {
  const { t } = useLingui();
  const query = useLiveQuery(KindOfDocument, { variables: { id }, on: [] });
  return (
    <>
      <nav aria-label={t`Way back`}>
        <ScreenLink path="automation">
          <Trans>← All automation</Trans>
        </ScreenLink>
      </nav>
      {!query.data && <ScreenHeader title={t`Automation`} />}
      <Loaded query={query}>
        {({ node }) => {
          switch (node?.kind) {
            case 'AutomationRule':
              return <OneRule id={id} />;
            case 'Campaign':
              return <OneCampaign id={id} />;
            case 'Email':
              return <OneMail id={id} />;
            default:
              return <NotThere />;
          }
        }}
      </Loaded>
    </>
  );
}
