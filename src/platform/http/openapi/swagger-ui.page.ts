import type { OpenApiSettings } from './document.types.js';

export function swaggerUiPage(base: string): string {
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Gatehouse API</title>
    <link rel="stylesheet" href="${base}/docs/swagger-ui.css">
    <!-- the session has a button of its own: Swagger's would authorize nothing -->
    <style>
      .auth-container:has(.session-sign-in) .auth-btn-wrapper .authorize { display: none !important }
      .session-sign-in label, .session-sign-in input { display: block }
      .session-sign-in button + button { margin-left: 0.75rem }
    </style>
    <link rel="icon" type="image/png" href="${base}/docs/favicon-32x32.png">
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="${base}/docs/swagger-ui-bundle.js"></script>
    <script src="${base}/docs/init.js"></script>
  </body>
</html>
`;
}

/**
 * The page's own script. Swagger UI can't set an HttpOnly cookie, and does not know our `Secret` scheme, so:
 * - the session scheme gets a sign-in form, which calls the service and lets the browser keep the cookie;
 * - a browser that is still signed in from an earlier visit can sign out there too;
 * - the form opens at its top: Swagger UI would focus, and scroll to, the last scheme;
 * - an optional parameter starts empty: its example would find nothing;
 * - secrets are not kept in the browser's storage, so each visit starts with a new Authorize;
 * - a bare client secret is sent as `Secret <client secret>`;
 * - a request carries one credential: with a header, neither the cookie nor the client of the example form is sent;
 * - calls go to the origin that served the page, whatever GATEHOUSE_PUBLIC_URL says.
 */
export function swaggerUiScript(base: string, settings: OpenApiSettings): string {
  const values = { base, api: base + settings.apiPrefix, secretPrefix: `${settings.tokenPrefix}_sec_` };
  // a `</script>` or a line separator in a setting can't end the script: the script is a file of its own, and the setting is JSON
  return `const gatehouse = ${JSON.stringify(values)};\n${SCRIPT}`;
}

const SCRIPT = `
const darkness = matchMedia('(prefers-color-scheme: dark)');
const followDarkness = () => document.documentElement.classList.toggle('dark-mode', darkness.matches);
darkness.addEventListener('change', followDarkness);
followDarkness();

const post = (path, body) =>
  fetch(gatehouse.api + path, {
    method: 'POST',
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });

const signInForm = (Original, system) => {
  const h = system.React.createElement;
  const SignIn = ({ schema, name }) => {
    const [username, setUsername] = system.React.useState('');
    const [password, setPassword] = system.React.useState('');
    const [message, setMessage] = system.React.useState('');
    const signIn = async (event) => {
      event.preventDefault();
      const answer = await post('/auth/login', { username, password });
      if (!answer.ok) return setMessage('That did not work: ' + answer.status);
      system.authActions.authorize({ [name]: { name, schema, value: 'signed in as ' + username } });
    };
    const leave = async () => {
      const answer = await post('/auth/logout');
      setMessage(answer.ok ? 'Signed out.' : 'That did not work: ' + answer.status);
    };
    const onKeyDown = (event) => (event.key === 'Enter' ? signIn(event) : undefined);
    const field = (label, type, autoComplete, value, set) =>
      h('label', { key: label }, label, h('input', {
        type, value, autoComplete, onKeyDown, name: 'session-' + type, onChange: (event) => set(event.target.value),
      }));
    return h('div', { className: 'session-sign-in' },
      h('h4', null, 'session (cookie)'),
      h('p', null, 'Sign in; your browser keeps the cookie.'),
      field('Username: ', 'text', 'username', username, setUsername),
      field('Password: ', 'password', 'current-password', password, setPassword),
      h('button', { type: 'button', className: 'btn modal-btn auth', onClick: signIn }, 'Sign in'),
      h('button', { type: 'button', className: 'btn modal-btn auth', onClick: leave }, 'Sign out'),
      h('p', { role: 'status' }, message));
  };
  return (props) =>
    props.schema.get('in') === 'cookie' && !props.authorized?.get(props.name)
      ? h(SignIn, props)
      : h(Original, props);
};

const unfocused = (Original, system) => ({ autoFocus, ...props }) => system.React.createElement(Original, props);

const withoutOptionalExamples = (spec) => {
  const operations = Object.values(spec.paths).flatMap((item) => Object.values(item));
  const optional = operations.flatMap(({ parameters }) => parameters).filter(({ required }) => required !== true);
  for (const parameter of optional) {
    delete parameter.example;
    delete parameter.schema.example;
  }
  return spec;
};

const signOut = (original) => (names) => {
  if (names.includes('session')) void post('/auth/logout');
  return original(names);
};

const withoutClient = (form) => {
  const parameters = new URLSearchParams(form);
  for (const name of ['client_id', 'client_secret']) parameters.delete(name);
  return parameters.toString();
};

const oneCredential = (request) => {
  const { Authorization: value, 'Content-Type': type } = request.headers;
  if (value === undefined) return request;
  request.credentials = 'omit';
  const isSecret = value.startsWith(gatehouse.secretPrefix);
  if (isSecret) request.headers.Authorization = 'Secret ' + value;
  if (type !== 'application/x-www-form-urlencoded') return request;
  // the token endpoint for people takes a secret alone, without a form
  if (isSecret && new URL(request.url).pathname === gatehouse.api + '/auth/token') delete request.body;
  else request.body = withoutClient(request.body);
  return request;
};

const start = async () => {
  const spec = withoutOptionalExamples(await (await fetch(gatehouse.base + '/docs/openapi.json')).json());
  spec.servers = [{ url: location.origin + gatehouse.base }];
  const { flows } = spec.components.securitySchemes.clientCredentials;
  flows.clientCredentials.tokenUrl = location.origin + gatehouse.base + '/oauth/token';
  window.ui = SwaggerUIBundle({
    spec,
    dom_id: '#swagger-ui',
    deepLinking: true,
    displayRequestDuration: true,
    tryItOutEnabled: true,
    filter: true,
    validatorUrl: null,
    presets: [SwaggerUIBundle.presets.apis],
    plugins: [{
      wrapComponents: { apiKeyAuth: signInForm, Input: unfocused },
      statePlugins: { auth: { wrapActions: { logout: signOut } } },
    }],
    requestInterceptor: oneCredential,
  });
};

void start();
`;
