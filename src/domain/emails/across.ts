import type { RunAcross } from '../../db/run/run.ts';
import type { DomainContext } from '../context.ts';

/** For what comes in from outside and does not say of which workspace it is. */
export type Across = {
  readonly runAcross: RunAcross;
  /** Opens a workspace for what the product does by itself. */
  readonly actAsSystem: (orgId: string, purpose: string) => DomainContext;
};
