import { Trans, useLingui } from '@lingui/react/macro';
import { Progress } from '@mantine/core';
import classes from './plan.module.css';

type Props = {
  readonly title: string;
  /** Null where the viewer is not shown it. */
  readonly used: number | null;
  /** Null is any number. */
  readonly limit: number | null;
  /** What happens when it is full. */
  readonly whenFull: string;
};

const nearly = 0.8;

/** How much of one thing the plan holds, and how much is there. */
export function Usage({ title, used, limit, whenFull }: Props) {
  const { i18n } = useLingui();
  const write = (count: number) => count.toLocaleString(i18n.locale);
  const share = used === null || limit === null ? null : used / limit;
  const [isFull, isNearly] = [share !== null && share >= 1, share !== null && share >= nearly];
  return (
    <section className={classes['usage']}>
      <div className="spread">
        <h2 className={classes['title']}>{title}</h2>
        <span className="figures">
          {used === null ? (
            limit === null ? (
              <Trans>any number</Trans>
            ) : (
              <Trans>up to {write(limit)}; how many there are your key does not show</Trans>
            )
          ) : limit === null ? (
            <Trans>{write(used)}, of any number</Trans>
          ) : (
            <Trans>
              {write(used)} of {write(limit)}
            </Trans>
          )}
        </span>
      </div>
      {share !== null && (
        <Progress
          value={Math.min(100, share * 100)}
          color={isFull ? 'red' : isNearly ? 'yellow' : 'accent'}
          aria-label={title}
          size="md"
        />
      )}
      {isFull ? (
        <p className={classes['full']}>
          <strong>
            <Trans>Full.</Trans>
          </strong>{' '}
          {whenFull}
        </p>
      ) : (
        isNearly && (
          <p className="muted">
            <Trans>Nearly full.</Trans> {whenFull}
          </p>
        )
      )}
    </section>
  );
}
