/** What the first tab begins with. */
export const welcome = `# Run what you like with Ctrl-Enter; Ctrl-Space completes.
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
