import { t } from '@lingui/core/macro';
import { notifications } from '@mantine/notifications';
import type { CombinedError } from 'urql';
import { toProblem } from '../data/problem.ts';

/** What closes a toast is called so. */
export const closeButton = () => ({ 'aria-label': t`Close` });

/** A toast of what was done; the text says it as done: “Task created”. */
export const tellDone = (message: string): void =>
  void notifications.show({ message, color: 'accent', closeButtonProps: closeButton() });

/** A toast of what was not done, and why. */
export function tellFailed(title: string, error: CombinedError): void {
  const { message, requestId } = toProblem(error);
  tellNotDone(title, requestId === null ? message : `${message} (${requestId})`);
}

/** The same where it is known already why. */
export const tellNotDone = (title: string, message: string): void =>
  void notifications.show({ title, message, color: 'red', autoClose: 10_000, closeButtonProps: closeButton() });
