import { z } from 'zod';
import { confidenceFactors, type ConfidenceFactors } from './confidence-of.ts';

const factors = z.record(z.enum(confidenceFactors), z.int()).nullable();

/** The JSON column of a lead, as it was written; null while the lead was not scored. */
export const readFactors = (column: unknown): ConfidenceFactors | null => factors.parse(column);
