import { parseSync, Visitor } from 'oxc-parser';

/** One small change of what a file means. */
export type Mutation = { readonly start: number; readonly end: number; readonly was: string; readonly becomes: string };

const swapped: Readonly<Record<string, string>> = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '!==': '===',
  '+': '-',
  '-': '+',
  '*': '/',
  '&&': '||',
  '||': '&&',
};

type Span = { readonly start: number; readonly end: number };

/** Every change that is tried of one file: boundaries, conditions, defaults, guards, arguments and numbers. */
export function mutationsOf(path: string, source: string): Mutation[] {
  const found: Mutation[] = [];
  const put = ({ start, end }: Span, becomes: string) => {
    const was = source.slice(start, end);
    if (was !== becomes) found.push({ start, end, was, becomes });
  };
  const swap = (left: Span, operator: string, right: Span) => {
    const becomes = swapped[operator];
    const start = source.indexOf(operator, left.end);
    if (becomes !== undefined && start >= 0 && start < right.start)
      put({ start, end: start + operator.length }, becomes);
  };
  new Visitor({
    BinaryExpression: ({ left, operator, right }) => swap(left, operator, right),
    LogicalExpression({ left, operator, right, start, end }) {
      if (operator === '??') put({ start, end }, source.slice(left.start, left.end));
      else swap(left, operator, right);
    },
    ConditionalExpression({ test }) {
      put(test, `!(${source.slice(test.start, test.end)})`);
    },
    IfStatement({ test }) {
      put(test, 'false');
    },
    ExpressionStatement({ expression, start, end }) {
      const call = expression.type === 'AwaitExpression' ? expression.argument : expression;
      if (call.type === 'CallExpression') put({ start, end }, ';');
    },
    CallExpression({ arguments: given }) {
      const last = given.at(-1);
      const before = given.at(-2);
      // An argument that is ignored, where another one stands before it.
      if (last && before && last.type !== 'ArrowFunctionExpression') put({ start: before.end, end: last.end }, '');
    },
    Literal({ value, start, end }) {
      if (typeof value === 'number' && value > 1) put({ start, end }, String(value * 2));
      if (typeof value === 'boolean') put({ start, end }, String(!value));
    },
  }).visit(parseSync(path, source).program);
  return found;
}
