import { z } from 'zod';
import { text } from '../input.ts';

/** What a header can hold: one line. */
export const subject = text(500).refine((value) => !/[\p{Cc}\u2028\u2029]/u.test(value), 'must be one line');

/** What somebody writes to a lead. */
export const writtenEmail = z.strictObject({ subject, body: text(50_000) });
