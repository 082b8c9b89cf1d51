import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { usePolling } from '../../data/use-polling.ts';
import { Loaded } from '../../parts/loaded.tsx';
import classes from './analytics.module.css';
import { Bars } from './chart/bars.tsx';
import { Chart } from './chart/chart.tsx';
import { AnsweringDocument } from './generated/operations.ts';
import { lookMs } from './look-ms.ts';

/** Who answers visitors at present: the AI or a person. */
export function Answering() {
  const { t } = useLingui();
  const query = useLiveQuery(AnsweringDocument, { variables: {}, on: [] });
  usePolling(query.refresh, lookMs);
  const title = t`Who answers in conversations`;
  return (
    <Loaded query={query} lines={3}>
      {({ byAi, byPerson, closed, waiting: { totalCount: waiting } }) => {
        const bars = [
          { key: 'ai', label: t`The AI`, count: byAi.totalCount },
          { key: 'person', label: t`A person`, count: byPerson.totalCount },
          { key: 'closed', label: t`Nobody: closed`, count: closed.totalCount },
        ];
        const note = t`At present. ${plural(waiting, { one: '# visitor waits', other: '# visitors wait' })} for a person.`;
        return (
          <div className={classes['charts']}>
            <Chart isWide title={title} of={t`Who answers`} note={note} bars={bars}>
              <Bars title={title} bars={bars} />
            </Chart>
          </div>
        );
      }}
    </Loaded>
  );
}
