import { composeExchanges, type Exchange, makeOperation, mapExchange, type Operation } from 'urql';

/**
 * The cache, which drops a query without a word where another answer touched it and it cannot answer it, as after a failure, lest two
 * queries ask for each other for ever. The client takes such a query for under way and asks nothing more of the server for it. Here it is
 * let go, so that whoever reads it next is answered, and asked for at once where somebody reads it anew.
 */
export const lettingGo =
  (cache: Exchange): Exchange =>
  (input) => {
    const { client } = input;
    const taken = new Set<number>();
    const release = ({ key }: Operation) => void taken.delete(key);
    const letGo = (operation: Operation) => {
      if (!taken.delete(operation.key)) return;
      // Of one that is under way this only says that it is not.
      client.reexecuteOperation(operation);
      const { kind, context } = operation;
      if (context.requestPolicy === 'cache-and-network')
        client.reexecuteOperation(makeOperation(kind, operation, { ...context, requestPolicy: 'network-only' }));
    };
    return composeExchanges([
      mapExchange({
        onOperation(operation) {
          const { kind, key, context } = operation;
          if (kind !== 'query' || context.requestPolicy === 'network-only') return;
          taken.add(key);
          // The cache answers or passes on at once.
          queueMicrotask(() => letGo(operation));
        },
        onResult: ({ operation }) => release(operation),
      }),
      cache,
      mapExchange({ onOperation: release }),
    ])(input);
  };
