import { useLingui } from '@lingui/react/macro';
import { Tooltip } from '@mantine/core';
import { useLiveState } from '../data/session.tsx';
import classes from './shell.module.css';

/** Whether what is shown is as of now. */
export function Connection() {
  const { t } = useLingui();
  const state = useLiveState();
  const said = {
    connecting: [t`Connecting`, t`Changes will show as they happen in a moment.`],
    live: [t`Live`, t`Changes show as they happen.`],
    lost: [t`Reconnecting`, t`The connection was lost. What you see may be old; nothing is missed once it is back.`],
    off: [t`Not live`, t`This key may not read events: the screen is read anew every 15 seconds.`],
  }[state];
  return (
    <Tooltip label={said[1]} multiline maw={260} events={{ hover: true, focus: true, touch: true }}>
      <span className={classes['state']} data-state={state} role="status">
        <span className={classes['dot']} aria-hidden="true" />
        {said[0]}
      </span>
    </Tooltip>
  );
}
