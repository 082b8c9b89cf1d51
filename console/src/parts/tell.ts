import { notifications } from '@mantine/notifications';
import type { CombinedError } from 'urql';
import { toProblem } from '../data/problem.ts';

const closeButtonProps = { 'aria-label': 'Close' };

/** A toast of what was done; the text says it as done: “Task created”. */
export const tellDone = (message: string): void =>
  void notifications.show({ message, color: 'accent', closeButtonProps });

/** A toast of what was not done, and why. */
export function tellFailed(title: string, error: CombinedError): void {
  const { message, requestId } = toProblem(error);
  notifications.show({
    title,
    message: requestId === null ? message : `${message} (${requestId})`,
    color: 'red',
    autoClose: 10_000,
    closeButtonProps,
  });
}
