import { base } from '../base.ts';
import { exampleId, prefixOf } from '../../../src/ids.ts';
import { shownIn } from '../../route/resources.ts';
import { route, type Route } from '../../route/route.ts';
import { succeed } from '../envelope.ts';
import {
  toClawcrmField,
  toFieldType,
  WireFieldChanged,
  WireFieldDeleted,
  WireFieldId,
  WireFieldList,
  WireFieldMade,
  WireFieldUpdate,
  WireNewField,
} from './wire.ts';
import {
  CreateFieldDocument,
  DeleteFieldDocument,
  FieldAgainDocument,
  type FieldRowFragment,
  FieldsDocument,
  UpdateFieldDocument,
} from '../generated/operations.ts';
import { takesNothing } from '../hints.ts';
import { readAgain } from '../read-again.ts';
import { nothingAsked } from '../nothing-asked.ts';

const path = '/fields';
const unknownId = `GET ${base}/fields shows the ids there are.`;
const types = 'text, number, date, select, multiselect, boolean';

function made(row: FieldRowFragment) {
  const field = toClawcrmField(row);
  const required = field.required
    ? [`Every lead that is created over ${base} must give customFields.${field.name} from now on.`]
    : [];
  const step = `PATCH ${base}/leads/{leadId} { customFields: { ${field.name}: … } } gives a lead a value.`;
  return succeed({ id: field.id, field }, { warnings: required, nextSteps: [step] });
}

const fieldIn = shownIn(path, 'custom_fields', prefixOf('CustomField'));

/** Section "Custom Fields". */
export const fieldRoutes: readonly Route[] = [
  route({
    method: 'get',
    path,
    kind: 'read',
    scope: 'leads:read',
    summary: 'List custom fields',
    hints: takesNothing,
    reply: WireFieldList,
    operation: FieldsDocument,
    variables: () => ({}),
    present: ({ customFields }) => succeed({ fields: customFields.map(toClawcrmField), total: customFields.length }),
  }),
  route({
    method: 'post',
    path,
    kind: 'write',
    scope: 'pipeline:write',
    status: 201,
    summary: 'Add a custom field',
    hints: {
      INVALID: `Send name, label and fieldType (${types}); options with select and multiselect; optionally required.`,
      CONFLICT: `GET ${base}/fields shows the fields there are: use one of them, or another name.`,
    },
    body: WireNewField,
    example: { name: 'plan', label: 'Plan', fieldType: 'select', options: ['basic', 'pro'] },
    reply: WireFieldMade,
    operation: CreateFieldDocument,
    variables: ({ body: { fieldType, ...body } }) => ({ input: { ...body, fieldType: toFieldType(fieldType) } }),
    present: ({ createCustomField }) => made(createCustomField.customField),
    rebuild: readAgain({ type: 'CustomField', operation: FieldAgainDocument, scope: 'leads:read', present: made }),
  }),
  route({
    method: 'put',
    path,
    kind: 'write',
    scope: 'pipeline:write',
    summary: 'Change a custom field',
    description: 'Takes the `id` in the body. Values that leads have stay as they are.',
    hints: {
      INVALID: `Send id, and what is to change of label, fieldType (${types}), options and required.`,
      NOT_FOUND: unknownId,
      CONFLICT: 'Leave fieldType as it is, or make another field of the new type.',
    },
    body: WireFieldUpdate,
    example: { id: exampleId('CustomField'), label: 'Plan wanted' },
    reply: WireFieldChanged,
    operation: UpdateFieldDocument,
    resource: ({ body }) => fieldIn(body),
    variables: ({ body: { id, fieldType, ...body } }) => ({
      id,
      input: { ...body, fieldType: toFieldType(fieldType) },
    }),
    present: ({ updateCustomField }, { body }) =>
      succeed({ field: toClawcrmField(updateCustomField.customField) }, { warnings: nothingAsked(body) }),
  }),
  route({
    method: 'delete',
    path,
    kind: 'write',
    scope: 'pipeline:write',
    summary: 'Delete a custom field',
    description: 'Leads keep their values under its name; they are not checked any more.',
    hints: { INVALID: 'Send the field as `?id=fld_…`.', NOT_FOUND: unknownId },
    query: WireFieldId,
    reply: WireFieldDeleted,
    operation: DeleteFieldDocument,
    resource: ({ query }) => fieldIn(query),
    variables: ({ query }) => query,
    present({ deleteCustomField }) {
      const field = toClawcrmField(deleteCustomField.customField);
      const kept = `Leads keep the values they have under ${field.name}; they are not checked any more.`;
      return succeed({ id: field.id, deleted: true as const, field }, { warnings: [kept] });
    },
  }),
];
