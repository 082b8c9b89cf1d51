import { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import { parseJsonText } from '../../http/parse-json.ts';
import { readForm } from '../../http/read-form.ts';
import type { DomainContext } from '../context.ts';
import { parseInput, text } from '../input.ts';
import { mappingInput } from './mapping.ts';
import { previewClaims } from './read-claims.ts';

const previewInput = z.strictObject({ sample: text(65_536), mapping: mappingInput.nullish() });

/** What a sync source with this mapping would read of a body. @throws INVALID for one that is malformed */
export function previewMapping(
  { actor }: Pick<DomainContext, 'actor'>,
  input: z.input<typeof previewInput>,
): ReturnType<typeof previewClaims> {
  requireScope(actor, 'leads:read');
  const { sample, mapping } = parseInput(previewInput, input);
  return previewClaims(readPasted(sample), mapping ?? null);
}

/** JSON, or else what a form posts. */
const readPasted = (sample: string): unknown =>
  /^[[{"]/.test(sample) || !sample.includes('=')
    ? parseJsonText(sample, 'The sample')
    : readForm(new TextEncoder().encode(sample));
