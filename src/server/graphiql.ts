import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { Response } from 'express';

const headers = '{\n  "Authorization": "Bearer <your API key>"\n}';

const welcome = `# Put your API key into the headers below,
# then run what you like with Ctrl-Enter.
# Subscriptions come as server-sent events here;
# other clients may open a websocket instead.

query Leads {
  leads(first: 5) {
    totalCount
    nodes { id name email status stage { name } }
  }
}

query Log {
  eventCursor
  events(first: 10) {
    nodes { id type createdAt }
  }
}

mutation CreateLead {
  createLead(input: {
    name: "Ada Lovelace"
    email: "ada@example.com"
  }) {
    lead { id name temperature stage { key } }
  }
}

subscription LeadEvents {
  leadEvents {
    id
    type
    createdAt
    lead { id name stage { key } }
  }
}
`;

/** Sends GraphiQL, complete in one page that needs nothing from anywhere else. */
export function createGraphiql(): (response: Response) => void {
  let page: Buffer | undefined;
  return (response) => {
    // SSE: this GraphiQL sends what stands in its headers editor with requests, but not when it opens a socket.
    page ??= Buffer.from(
      renderGraphiQL({
        title: 'Tributary GraphiQL',
        subscriptionsProtocol: 'SSE',
        defaultTabs: [{ query: welcome, headers }],
        defaultHeaders: headers,
        defaultEditorToolsVisibility: 'headers',
      }),
    );
    response.type('html').set('Cache-Control', 'no-cache').send(page);
  };
}
