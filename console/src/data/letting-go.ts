import { composeExchanges, type Exchange, makeOperation, mapExchange, type Operation } from 'urql';

/**
 * The cache, which drops a query without a word where another answer touched it and it cannot answer it, as after a failure, lest two
 * queries ask for each other for ever. The client takes such a query for under way and asks nothing more of the server for it. Here it is
 * let go, so that whoever reads it next is answered, and asked for at once where somebody begins to read it.
 */
export const lettingGo =
  (cache: Exchange): Exchange =>
  (input) => {
    const { client } = input;
    const begun = new Set<number>();
    const release = ({ key }: Operation) => void begun.delete(key);
    const askAnew = (operation: Operation) => {
      const { kind, key, context } = operation;
      if (!begun.delete(key)) return;
      client.reexecuteOperation(operation);
      client.reexecuteOperation(makeOperation(kind, operation, { ...context, requestPolicy: 'network-only' }));
    };
    return composeExchanges([
      mapExchange({
        onOperation(operation) {
          const { kind, key, context } = operation;
          if (kind !== 'query') return;
          // Of one that is under way, as it is from here on, this only says that it is not.
          if (context.requestPolicy === 'cache-first') return client.reexecuteOperation(operation);
          if (context.requestPolicy !== 'cache-and-network') return;
          begun.add(key);
          // The cache answers or passes on at once.
          queueMicrotask(() => askAnew(operation));
        },
        onResult: ({ operation }) => release(operation),
      }),
      cache,
      mapExchange({ onOperation: release }),
    ])(input);
  };
