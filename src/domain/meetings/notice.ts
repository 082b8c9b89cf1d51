import type { Claims } from '../leads/unproven/claims.ts';

/** What a provider tells of one invitee's booking. */
export type MeetingNotice = {
  /** MOVED is of what another booking takes the place of, which is told of by itself. */
  readonly kind: 'BOOKED' | 'CANCELLED' | 'MOVED';
  /** What the provider calls the invitee's booking. */
  readonly reference: string;
  /** What the provider calls the booking where it is moved as a whole, and not by each invitee: then it is the meeting's `eventUri` as well. */
  readonly booking: string | null;
  /** The booking whose place it takes: as `booking` has it, or where that is null its reference. */
  readonly replaces: string | null;
  /** Whether it tells of the same booking at another time, and not of one that takes its place. */
  readonly isMovedInPlace: boolean;
  readonly invitee: Claims & { readonly email: string };
  readonly title: string | null;
  readonly eventUri: string | null;
  readonly joinUrl: string | null;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly cancelReason: string | null;
  /** What the invitee answered to questions, a line each. */
  readonly answers: string | null;
};
