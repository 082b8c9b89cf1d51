import { useAddress } from '../../app/use-address.ts';
import { ScreenBody } from '../../parts/screen-body.tsx';
import { EventList } from './event-list.tsx';
import classes from './events.module.css';
import { OneEvent } from './one-event.tsx';

/** The log, newest first, and beside it what one event set off. */
export function Events() {
  const { id } = useAddress();
  return (
    <ScreenBody>
      <div className={classes['split']} data-open={id !== null}>
        <div className={classes['list']}>
          <EventList current={id} />
        </div>
        {id !== null && <OneEvent key={id} id={id} />}
      </div>
    </ScreenBody>
  );
}
