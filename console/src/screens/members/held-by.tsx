import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Title } from '@mantine/core';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Row, Rows } from '../../parts/rows.tsx';
import { ScreenLink } from '../../parts/screen-link.tsx';
import { When } from '../../parts/when.tsx';
import { HeldByDocument } from './generated/operations.ts';
import classes from './members.module.css';

/** The conversations that a member holds. */
export function HeldBy({ memberId }: { readonly memberId: string }) {
  const { t } = useLingui();
  const query = useLiveQuery(HeldByDocument, { variables: { memberId }, on: ['CONVERSATION_'] });
  return (
    <section className={classes['section']} aria-labelledby="held-by">
      <Title order={3} id="held-by" mb="xs">
        <Trans>Holds</Trans>
      </Title>
      <Loaded query={query} lines={2}>
        {({ conversations: { nodes, totalCount } }) =>
          nodes.length === 0 ? (
            <p className="muted">
              <Trans>No conversation now.</Trans>
            </p>
          ) : (
            <>
              <Rows>
                {nodes.map(({ id, lead, visitor, lastMessageAt }) => (
                  <Row key={id}>
                    <span className="cut">
                      <ScreenLink path="inbox" id={id}>
                        {lead?.name ?? visitor.name ?? visitor.email ?? t`A visitor`}
                      </ScreenLink>
                    </span>
                    <When at={lastMessageAt} />
                  </Row>
                ))}
              </Rows>
              {totalCount > nodes.length && (
                <p className="muted">
                  <Plural value={totalCount - nodes.length} one="and # more" other="and # more" />
                </p>
              )}
            </>
          )
        }
      </Loaded>
    </section>
  );
}
