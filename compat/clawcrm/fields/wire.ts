import { exampleId } from '../../../src/ids.ts';
import { z } from 'zod';
import { queryObject, strictObject } from '../../route/strict-object.ts';
import { graphValue, wordsOf } from '../../route/words.ts';
import { envelope } from '../envelope.ts';
import type { CustomFieldType, FieldRowFragment } from '../generated/operations.ts';
import { instant } from '../../route/scalars.ts';

const fieldTypeWords = {
  TEXT: 'text',
  NUMBER: 'number',
  DATE: 'date',
  SELECT: 'select',
  MULTISELECT: 'multiselect',
  BOOLEAN: 'boolean',
} as const satisfies Record<CustomFieldType, string>;

export const toFieldType = graphValue(fieldTypeWords);

const fieldType = z.enum(wordsOf(fieldTypeWords));
const id = z.string().meta({ description: 'The field’s id.', example: exampleId('CustomField') });

const WireField = z
  .strictObject({
    id,
    name: z.string().meta({ description: 'The key of its values in `customFields`.', example: 'plan' }),
    label: z.string(),
    fieldType,
    options: z.array(z.string()).meta({ description: 'What a select or multiselect may hold.' }),
    required: z.boolean(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'ClawcrmField' });

export const WireFieldList = envelope({ fields: z.array(WireField), total: z.int() }).meta({
  id: 'ClawcrmFieldList',
  description: 'All of them, the oldest first: at most 200.',
});

export const WireFieldMade = envelope({ id, field: WireField }).meta({ id: 'ClawcrmFieldMade' });
export const WireFieldChanged = envelope({ field: WireField }).meta({ id: 'ClawcrmFieldChanged' });
export const WireFieldDeleted = envelope({ id, deleted: z.literal(true), field: WireField }).meta({
  id: 'ClawcrmFieldDeleted',
});

const options = z
  .array(z.string())
  .optional()
  .meta({ description: '1 to 200 of up to 200 characters; for select and multiselect only.' });

export const WireNewField = strictObject({
  name: z.string().meta({ description: 'A letter, then up to 63 letters, digits or underscores.', example: 'plan' }),
  label: z.string().meta({ description: '1 to 200 characters.', example: 'Plan' }),
  fieldType,
  options,
  required: z.boolean().optional(),
}).meta({ id: 'ClawcrmNewField' });

export const WireFieldUpdate = strictObject({
  id,
  name: z.string().optional().meta({ description: 'The name it has: it is fixed.' }),
  label: z.string().optional(),
  fieldType: fieldType.optional(),
  options,
  required: z.boolean().optional(),
}).meta({ id: 'ClawcrmFieldUpdate', description: 'An absent field stays.' });

export const WireFieldId = queryObject({ id });

export const toClawcrmField = (field: FieldRowFragment) => ({
  ...field,
  fieldType: fieldTypeWords[field.fieldType],
});
