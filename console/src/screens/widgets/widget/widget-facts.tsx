import { Trans } from '@lingui/react/macro';
import { useSession } from '../../../data/session.tsx';
import { Id } from '../../../parts/id.tsx';
import { When } from '../../../parts/when.tsx';
import { Chats } from '../chats.tsx';
import type { WidgetFactsFragment } from '../generated/operations.ts';
import { OriginsInWords } from '../origins-in-words.tsx';
import classes from '../widgets.module.css';

/** What a widget is, and how it goes. */
export function WidgetFacts({ widget }: { readonly widget: WidgetFactsFragment }) {
  const { may } = useSession();
  const { id, allowedOrigins, leadsPerHour, business, createdAt } = widget;
  return (
    <dl className={classes['facts']}>
      <div>
        <dt>
          <Trans>Pages that may use it</Trans>
        </dt>
        <dd>
          <OriginsInWords origins={allowedOrigins} />
        </dd>
      </div>
      {may('conversations:read') && (
        <div>
          <dt>
            <Trans>Conversations</Trans>
          </dt>
          <dd>
            <Chats widgetId={id} />
          </dd>
        </div>
      )}
      <div>
        <dt>
          <Trans>Leads it may make in any hour</Trans>
        </dt>
        <dd>
          <span className="figures">{leadsPerHour}</span>
          <div className="muted">
            <Trans>Beyond, chats go on and make none.</Trans>
          </div>
        </dd>
      </div>
      <div>
        <dt>
          <Trans>Business</Trans>
        </dt>
        <dd>{business?.name ?? <Trans>None: all of the workspace</Trans>}</dd>
      </div>
      <div>
        <dt>
          <Trans>Made</Trans>
        </dt>
        <dd>
          <When at={createdAt} /> <Id id={id} />
        </dd>
      </div>
    </dl>
  );
}
