import { createComplexityRule } from '@pothos/plugin-complexity';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  specifiedRules,
  type ValidationRule,
  visit,
  validate,
} from 'graphql';
import { DomainError } from '../../errors.ts';
import { describeJsonFault, findJsonFault } from '../../json.ts';
import { isStorable } from '../../text.ts';
import { countCounts } from './count-counts.ts';
import type { IncomingOperation } from './incoming-operation.ts';

/** What one operation may ask for. A list counts its page size times what it selects of each row. */
export const operationLimits = { complexity: 25_000, depth: 15, breadth: 400, aliases: 100 } as const;

/** A `totalCount` reads all that matches, however few rows are shown: 60 ms at 200,000 leads. */
const costOfCount = 100;

const refused = (message: string, code: 'INVALID' | 'LIMITED') => new GraphQLError(message, { extensions: { code } });

function countAliases(document: DocumentNode): number {
  let aliases = 0;
  visit(document, { Field: ({ alias }) => void (alias && (aliases += 1)) });
  return aliases;
}

function hasUnstorableText(document: DocumentNode): boolean {
  let found = false;
  visit(document, { [Kind.STRING]: ({ value }: { value: string }) => void (found ||= !isStorable(value)) });
  return found;
}

const toExtensions = ({ code, details }: DomainError) => ({ code, ...details });

const complexityRule = ({ document, variables, operationName }: IncomingOperation): ValidationRule =>
  createComplexityRule({
    context: {},
    variableValues: { ...variables },
    operationName,
    validate({ complexity, depth, breadth }, report) {
      const over = (what: string, value: number, limit: number) =>
        report(refused(`The operation is too large: its ${what} is ${value}, at most ${limit} is allowed.`, 'LIMITED'));
      const cost = complexity + costOfCount * countCounts(document, operationName);
      if (cost > operationLimits.complexity) over('cost', cost, operationLimits.complexity);
      if (depth > operationLimits.depth) over('depth', depth, operationLimits.depth);
      if (breadth > operationLimits.breadth) over('breadth', breadth, operationLimits.breadth);
    },
  });

/**
 * Everything a client's operation must pass before it is executed or subscribed to, on whatever transport it came: the
 * rules of GraphQL, the limits on its size, and text that can be stored. What is fixed for a document is checked once.
 */
export function createOperationCheck(schema: GraphQLSchema) {
  const known = new WeakMap<DocumentNode, readonly GraphQLError[]>();

  function checkDocument(document: DocumentNode): readonly GraphQLError[] {
    const cached = known.get(document);
    if (cached) return cached;
    const aliases = countAliases(document);
    const errors =
      aliases > operationLimits.aliases
        ? [refused(`The document has ${aliases} aliases, at most ${operationLimits.aliases} are allowed.`, 'LIMITED')]
        : hasUnstorableText(document)
          ? [refused('The document contains text that cannot be stored.', 'INVALID')]
          : validate(schema, document, specifiedRules);
    known.set(document, errors);
    return errors;
  }

  /** The operations of a document that were found to be small enough, with no variables to make them larger. */
  const affordable = new WeakMap<DocumentNode, Set<string | null>>();

  function checkSize(operation: IncomingOperation): readonly GraphQLError[] {
    const { document, operationName, variables } = operation;
    const isFixed = Object.keys(variables).length === 0;
    const known = affordable.get(document) ?? new Set();
    if (isFixed && known.has(operationName)) return [];
    const errors = validate(schema, document, [complexityRule(operation)]);
    if (isFixed && errors.length === 0) affordable.set(document, known.add(operationName));
    return errors;
  }

  return (operation: IncomingOperation): readonly GraphQLError[] => {
    const errors = checkDocument(operation.document);
    if (errors.length > 0) return errors;
    const fault = findJsonFault(operation.variables);
    if (fault) return [refused(describeJsonFault('The JSON of the variables', fault), 'INVALID')];
    try {
      return checkSize(operation);
    } catch (error) {
      // To know what a list costs its arguments are read, and what they may be is held then.
      if (error instanceof DomainError) return [new GraphQLError(error.message, { extensions: toExtensions(error) })];
      throw error;
    }
  };
}
