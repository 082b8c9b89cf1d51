import type { CustomField } from '../src/db/generated/prisma/client.ts';
import { createCustomField } from '../src/domain/fields/create-custom-field.ts';
import { deleteCustomField } from '../src/domain/fields/delete-custom-field.ts';
import { listCustomFields } from '../src/domain/fields/list-custom-fields.ts';
import { updateCustomField } from '../src/domain/fields/update-custom-field.ts';
import { builder } from './builder/builder.ts';
import { enumOf } from './builder/enums.ts';
import { toGlobalId } from '../src/ids.ts';
import { rowIdOf } from './builder/global-id.ts';
import { NodeRef } from './builder/refs.ts';
import { CustomFieldType } from '../src/db/generated/prisma/enums.ts';

const CustomFieldTypeEnum = enumOf('CustomFieldType', 'What the values of a custom field are.', CustomFieldType, {
  TEXT: 'Text of at most 10,000 characters.',
  NUMBER: 'A number.',
  DATE: 'A date such as 2026-05-04, or an instant such as 2026-05-04T13:22:01Z, as text.',
  SELECT: 'One of its options.',
  MULTISELECT: 'A list of some of its options.',
  BOOLEAN: 'True or false.',
});

export const CustomFieldRef = builder.objectRef<CustomField>('CustomField').implement({
  description: 'A field that the workspace adds to its leads; `Lead.customFields` holds the values under its name.',
  interfaces: [NodeRef],
  fields: (t) => ({
    id: t.id({ description: 'Its id.', resolve: ({ id }) => toGlobalId('CustomField', id) }),
    name: t.exposeString('name', { description: 'The key its values stand under; fixed.' }),
    label: t.exposeString('label', { description: 'What people call it.' }),
    fieldType: t.field({
      type: CustomFieldTypeEnum,
      description: 'What its values are.',
      resolve: ({ fieldType }) => fieldType,
    }),
    options: t.exposeStringList('options', { description: 'What a choice may be; empty for what is no choice.' }),
    required: t.exposeBoolean('required', {
      description: 'Whether a write that gives custom fields must leave a value in it.',
    }),
    createdAt: t.field({ type: 'DateTime', description: 'When it was made.', resolve: ({ createdAt }) => createdAt }),
    updatedAt: t.field({
      type: 'DateTime',
      description: 'When it last changed.',
      resolve: ({ updatedAt }) => updatedAt,
    }),
  }),
});

builder.queryField('customFields', (t) =>
  t.field({
    type: [CustomFieldRef],
    description: 'The fields the workspace adds to its leads, the oldest first: at most 200. Needs `leads:read`.',
    resolve: (_, __, context) => listCustomFields(context),
  }),
);

const CreateCustomFieldInput = builder.inputType('CreateCustomFieldInput', {
  description: 'A new custom field.',
  fields: (t) => ({
    name: t.string({
      required: true,
      description: 'A letter, then up to 63 letters, digits or underscores. Unique in a workspace, and fixed.',
    }),
    label: t.string({ required: true, description: '1 to 200 characters.' }),
    fieldType: t.field({ type: CustomFieldTypeEnum, required: true, description: 'What its values are.' }),
    options: t.stringList({ description: 'What a choice may be: 1 to 200 of them; for SELECT and MULTISELECT only.' }),
    required: t.boolean({ description: 'Whether there must be a value; false by default.' }),
  }),
});

const UpdateCustomFieldInput = builder.inputType('UpdateCustomFieldInput', {
  description: 'What to change of a custom field. An absent field and null are the same: it stays.',
  fields: (t) => ({
    name: t.string({ description: 'The name it has; another one is INVALID.' }),
    label: t.string({ description: '1 to 200 characters.' }),
    fieldType: t.field({
      type: CustomFieldTypeEnum,
      description: 'What its values are. Another type is a CONFLICT while leads, deleted ones too, hold values.',
    }),
    options: t.stringList({
      description: 'What a choice may be from now on; leads keep what they have. For SELECT and MULTISELECT only.',
    }),
    required: t.boolean({ description: 'Whether there must be a value from now on.' }),
  }),
});

/** The object a mutation answers: the field it changed. */
const payload = (name: string, description: string) =>
  builder.objectRef<{ customField: CustomField }>(name).implement({
    description,
    fields: (t) => ({
      customField: t.field({
        type: CustomFieldRef,
        description: 'The custom field.',
        resolve: ({ customField }) => customField,
      }),
    }),
  });

builder.mutationFields((t) => ({
  createCustomField: t.field({
    type: payload('CreateCustomFieldPayload', 'The custom field that was made.'),
    description:
      'Adds a field to leads. CONFLICT for a name there is, and beyond 200. Needs `pipeline:write` and no business lock.',
    args: { input: t.arg({ type: CreateCustomFieldInput, required: true, description: 'The new field.' }) },
    resolve: async (_, { input }, context) => ({ customField: await createCustomField(context, input) }),
  }),
  updateCustomField: t.field({
    type: payload('UpdateCustomFieldPayload', 'The custom field that was changed.'),
    description:
      'Changes a custom field; values that leads have stay as they are. A change to what is already there does nothing. Needs `pipeline:write` and no business lock.',
    args: {
      id: t.arg.id({ required: true, description: 'The field’s id.' }),
      input: t.arg({ type: UpdateCustomFieldInput, required: true, description: 'What to change.' }),
    },
    resolve: async (_, { id, input }, context) => ({
      customField: await updateCustomField(context, rowIdOf('CustomField', id), input),
    }),
  }),
  deleteCustomField: t.field({
    type: payload('DeleteCustomFieldPayload', 'The custom field that was deleted.'),
    description:
      'Removes a custom field. Leads keep their values under its name, unchecked. Needs `pipeline:write` and no business lock.',
    args: { id: t.arg.id({ required: true, description: 'The field’s id.' }) },
    resolve: async (_, { id }, context) => ({
      customField: await deleteCustomField(context, rowIdOf('CustomField', id)),
    }),
  }),
}));
