// Runs in the page: shows one dialect's document, the GraphQL behind each operation, and refusals in one line each.
const { url } = JSON.parse(document.querySelector('#settings').textContent);

const dark = matchMedia('(prefers-color-scheme: dark)');
const follow = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
follow();
dark.addEventListener('change', follow);

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
