import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useCommands } from '../../app/commands.tsx';
import { useSession } from '../../data/session.tsx';
import { usePages } from '../../data/use-pages.ts';
import { usePolling } from '../../data/use-polling.ts';
import { Empty } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Row, Rows } from '../../parts/rows.tsx';
import { ScreenHeader } from '../../parts/screen-header.tsx';
import { ScreenLink } from '../../parts/screen-link.tsx';
import { Chats } from './chats.tsx';
import { WidgetsDocument } from './generated/operations.ts';
import { OriginsInWords } from './origins-in-words.tsx';
import { MakeWidget } from './widget/make-widget.tsx';
import classes from './widgets.module.css';

const lookMs = 15_000;

/** Every widget with the pages that may use it and what comes of it. */
export function AllWidgets() {
  const { t } = useLingui();
  const { may } = useSession();
  const [isMaking, making] = useDisclosure();
  const mayMake = may('widgets:write');
  const { query, nodes, hasMore, isReadingOn, readOn } = usePages(WidgetsDocument, {
    variables: (page) => page,
    select: ({ widgets }) => widgets,
    on: [],
  });
  // No event tells of widgets.
  usePolling(query.refresh, lookMs);
  useCommands(mayMake ? [{ name: t`Make a widget`, key: 'c', run: making.open }] : []);
  return (
    <>
      <ScreenHeader title={t`Widgets`}>
        {mayMake && (
          <Button onClick={making.open}>
            <Trans>Make a widget</Trans>
          </Button>
        )}
      </ScreenHeader>
      <MakeWidget isOpen={isMaking} onClose={making.close} onMade={query.refresh} />
      <Loaded query={query}>
        {() =>
          nodes.length === 0 ? (
            <Empty title={t`No widget yet`}>
              <Trans>A widget is the chat on a page of yours. Make one, and put its line of HTML on the page.</Trans>
            </Empty>
          ) : (
            <Rows aria-label={t`Widgets`}>
              {nodes.map(({ id, name, allowedOrigins, business }) => (
                <Row key={id} className={classes['row']}>
                  <div>
                    <ScreenLink path="widgets" id={id}>
                      {name}
                    </ScreenLink>
                    <div className="muted cut">
                      <OriginsInWords origins={allowedOrigins} />
                      {business && <> · {business.name}</>}
                    </div>
                  </div>
                  {may('conversations:read') && (
                    <div>
                      <Chats widgetId={id} />
                    </div>
                  )}
                </Row>
              ))}
            </Rows>
          )
        }
      </Loaded>
      {hasMore && (
        <Button variant="default" loading={isReadingOn} onClick={readOn}>
          <Trans>Show more</Trans>
        </Button>
      )}
    </>
  );
}
