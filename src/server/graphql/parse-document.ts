import { type DocumentNode, GraphQLError, Lexer, parse, Source, TokenKind } from 'graphql';

const maxDocuments = 1000;
const maxTokens = 10_000;
/** Brackets within one another; some thousands would exhaust the stack of whoever reads the document. */
const maxNesting = 200;

const opening: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const closing: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

function requireShallow(query: string): void {
  const lexer = new Lexer(new Source(query));
  let depth = 0;
  for (let tokens = 0; tokens <= maxTokens; tokens += 1) {
    const { kind } = lexer.advance();
    if (kind === TokenKind.EOF) return;
    if (opening.has(kind)) depth += 1;
    if (closing.has(kind)) depth -= 1;
    if (depth > maxNesting) throw new GraphQLError(`The document is nested deeper than ${maxNesting} levels.`);
  }
}

/** Parses documents and keeps the latest, so that clients who repeat theirs pay once. @throws GraphQLError */
export function createDocumentParser(): (query: string) => DocumentNode {
  const documents = new Map<string, DocumentNode>();
  return (query) => {
    const known = documents.get(query);
    if (known) {
      documents.delete(query);
      documents.set(query, known);
      return known;
    }
    requireShallow(query);
    const document = parse(query, { maxTokens });
    documents.set(query, document);
    if (documents.size > maxDocuments) documents.delete(documents.keys().next().value ?? '');
    return document;
  };
}
