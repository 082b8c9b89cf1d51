// Runs in the page: asks for a key, tries it, and shows GraphiQL with it.
const storedAs = 'tributary:key';
const find = (selector) => document.querySelector(selector);
const { welcome } = JSON.parse(find('#settings').textContent);
let key = sessionStorage.getItem(storedAs) ?? '';
let shown = false;

const say = (text, isWrong = false) => {
  find('#note').textContent = text;
  find('#note').classList.toggle('wrong', isWrong);
};

async function tryKey(candidate) {
  const response = await fetch(location.pathname, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${candidate}` },
    body: JSON.stringify({ query: '{ viewer { dialect scopes } }' }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(errors[0].message);
  return data.viewer;
}

function show() {
  document.body.classList.add('keyed');
  if (shown) return find('button[aria-label^="Re-fetch GraphQL schema"]')?.click();
  shown = true;
  globalThis.YogaGraphiQL.renderYogaGraphiQL(find('#root'), {
    // This GraphiQL sends these with requests and streams, but not when it opens a socket.
    additionalHeaders: () => ({ authorization: `Bearer ${key}` }),
    subscriptionsProtocol: 'SSE',
    defaultTabs: [{ query: welcome }],
    defaultEditorToolsVisibility: false,
  });
}

async function use(candidate) {
  try {
    const { dialect, scopes } = await tryKey(candidate);
    key = candidate;
    sessionStorage.setItem(storedAs, key);
    say(`A ${dialect} key with ${scopes.length} scopes. It is kept until this tab is closed.`);
    show();
  } catch (error) {
    say(error.message, true);
  }
}

find('#key').value = key;
find('#key-form').addEventListener('submit', (event) => {
  event.preventDefault();
  void use(find('#key').value.trim());
});
addEventListener('load', () => {
  if (key) void use(key);
});
