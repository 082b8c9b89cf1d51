import { Trans } from '@lingui/react/macro';
import { Title } from '@mantine/core';
import { page } from '../../page.ts';
import { Id } from '../../parts/id.tsx';
import classes from './plan.module.css';

type Props = { readonly id: string; readonly upgradeUrl: string };

/** What to do for a larger plan. */
export function More({ id, upgradeUrl }: Props) {
  const plansUrl = `${page.base}/pricing`;
  const isSoldElsewhere = upgradeUrl !== `${location.origin}${plansUrl}`;
  return (
    <section className={classes['section']} aria-labelledby="plan-more">
      <Title order={2} id="plan-more" mb="xs">
        <Trans>Another plan</Trans>
      </Title>
      {isSoldElsewhere && (
        <p>
          <Trans>
            Plans are chosen <a href={upgradeUrl}>where they are sold</a>.
          </Trans>
        </p>
      )}
      <p>
        <Trans>
          Whoever operates this server moves the workspace, by its id <Id id={id} />, at once; nothing that is there is
          lost. What to send them stands at <a href={plansUrl}>/pricing</a>.
        </Trans>
      </p>
    </section>
  );
}
