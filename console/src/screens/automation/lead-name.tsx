import { ScreenLink } from '../../parts/screen-link.tsx';
import type { EnrolmentFactsFragment } from './generated/operations.ts';

type Props = { readonly id: string; readonly lead?: EnrolmentFactsFragment['lead'] | undefined };

/** A lead by its name and a link; by its id where it is gone, or the viewer may not read leads. */
export const LeadName = ({ id, lead }: Props) =>
  lead ? (
    <ScreenLink path="leads" id={id}>
      {lead.name ?? lead.email ?? id}
    </ScreenLink>
  ) : (
    <span className="mono">{id}</span>
  );
