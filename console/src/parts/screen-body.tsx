import type { ReactNode } from 'react';
import classes from './screen-body.module.css';

/** The margins of a screen that is one column of things. */
export const ScreenBody = ({ children }: { readonly children: ReactNode }) => (
  <div className={classes['body']}>{children}</div>
);
