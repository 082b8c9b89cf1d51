// Runs in the page: shows one dialect's document, the GraphQL behind each operation, and refusals in one line each.
const { url } = JSON.parse(document.querySelector('#settings').textContent);

const dark = matchMedia('(prefers-color-scheme: dark)');
const follow = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
follow();
dark.addEventListener('change', follow);

// A default is told, not filled in: what nobody chose is not sent.
const tellDefault = ({ schema = {}, description = '', ...parameter }) => {
  const { default: usual, ...rest } = schema;
  const told = usual === undefined ? description : `${description} By default ${usual}.`;
  return { ...parameter, schema: rest, description: told };
};

const tellDefaults = (document) => {
  const operations = Object.values(document.paths ?? {}).flatMap((item) => Object.values(item));
  for (const operation of operations)
    if (operation.parameters) operation.parameters = operation.parameters.map(tellDefault);
  return document;
};

const plugin = ({ React }) => {
  const h = React.createElement;
  return {
    components: {
      OperationExt({ extensions }) {
        const scope = extensions.get('x-scope');
        const graphql = extensions.get('x-graphql-document');
        return h(
          'div',
          { className: 'behind' },
          scope && h('p', null, 'Needs a key with the scope ', h('code', null, scope), '.'),
          graphql &&
            h(
              'details',
              null,
              h('summary', null, `The GraphQL document it runs: ${extensions.get('x-graphql-operation')}`),
              h('pre', null, graphql),
            ),
        );
      },
    },
    statePlugins: {
      spec: {
        wrapActions: { updateJsonSpec: (original) => (document) => original(tellDefaults(structuredClone(document))) },
      },
    },
    wrapComponents: {
      response: (Response) => (props) =>
        Number(props.code) < 300
          ? h(Response, props)
          : h(
              'tr',
              { className: 'response' },
              h('td', { className: 'response-col_status' }, props.code),
              h('td', { className: 'response-col_description' }, props.response.get('description')),
            ),
    },
  };
};

globalThis.SwaggerUIBundle({
  url,
  dom_id: '#docs',
  deepLinking: true,
  persistAuthorization: true,
  validatorUrl: null,
  showExtensions: true,
  defaultModelsExpandDepth: -1,
  presets: [globalThis.SwaggerUIBundle.presets.apis],
  plugins: [plugin],
  layout: 'BaseLayout',
});
