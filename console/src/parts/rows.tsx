import type { ComponentProps } from 'react';
import classes from './rows.module.css';

const join = (...names: readonly (string | undefined)[]): string =>
  names.filter((name) => name !== undefined).join(' ');

/** A list of a screen, a line between each two of its rows. */
export const Rows = ({ className, ...rest }: ComponentProps<'ul'>) => (
  <ul className={join(classes['rows'], className)} {...rest} />
);

type RowProps = ComponentProps<'li'> & { /** It is what stands beside the list. */ readonly 'data-current'?: boolean };

/** One of them: what it is, and what is said of it at the end. A screen with more columns names them by a class of its own. */
export const Row = ({ className, ...rest }: RowProps) => <li className={join(classes['row'], className)} {...rest} />;
