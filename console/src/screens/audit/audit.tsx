import { useAddress } from '../../app/use-address.ts';
import { ScreenBody } from '../../parts/screen-body.tsx';
import { AuditList } from './audit-list.tsx';
import classes from './audit.module.css';
import { OneEntry } from './one-entry.tsx';

/** Who changed what, newest first, and beside it one change as it was before and after. */
export function Audit() {
  const { id } = useAddress();
  return (
    <ScreenBody>
      <div className={classes['split']} data-open={id !== null}>
        <div className={classes['list']}>
          <AuditList current={id} />
        </div>
        {id !== null && <OneEntry key={id} id={id} />}
      </div>
    </ScreenBody>
  );
}
