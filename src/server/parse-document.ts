import { type DocumentNode, parse } from 'graphql';

const maxDocuments = 1000;
const maxTokens = 10_000;

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
    const document = parse(query, { maxTokens });
    documents.set(query, document);
    if (documents.size > maxDocuments) documents.delete(documents.keys().next().value ?? '');
    return document;
  };
}
