/** What a GraphQL server answers over HTTP. */
export type GraphAnswer<Data> = {
  readonly status: number;
  readonly headers: Headers;
  readonly data: Data | null | undefined;
  readonly errors: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: Record<string, unknown>;
  }[];
};

export type GraphClient = {
  readonly key: string;
  /** Sends an operation and answers whatever comes, errors too. */
  send<Data>(query: string, variables?: object): Promise<GraphAnswer<Data>>;
  /** Sends an operation and answers its data. @throws where there is any error */
  ask<Data>(query: string, variables?: object): Promise<Data>;
  /** Sends an operation that must fail, and answers the code of its first error. */
  refusal(query: string, variables?: object): Promise<unknown>;
};

export function createGraphClient(url: string, key: string): GraphClient {
  async function send<Data>(query: string, variables: object = {}): Promise<GraphAnswer<Data>> {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as { data?: Data | null; errors?: GraphAnswer<Data>['errors'] };
    return { status: response.status, headers: response.headers, data: body.data, errors: body.errors ?? [] };
  }
  return {
    key,
    send,
    async ask<Data>(query: string, variables: object = {}) {
      const { data, errors } = await send<Data>(query, variables);
      if (errors.length > 0 || !data) throw new Error(`The graph refused: ${JSON.stringify(errors)}`);
      return data;
    },
    async refusal(query, variables = {}) {
      const { errors } = await send(query, variables);
      if (!errors[0]) throw new Error('The graph did not refuse.');
      return errors[0].extensions['code'];
    },
  };
}
