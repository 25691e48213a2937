import type { OpenApiSettings } from './document.types.js';

export function swaggerUiPage(base: string): string {
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Gatehouse API</title>
    <link rel="stylesheet" href="${base}/docs/swagger-ui.css">
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
 * The page's own script. Swagger UI can't set an HttpOnly cookie, nor does it know our `Secret` scheme, so:
 * - the session scheme gets a sign-in form, which calls the service and lets the browser keep the cookie;
 * - a bare client secret is sent as `Secret <client secret>`;
 * - calls go to the origin that served the page, whatever GATEHOUSE_PUBLIC_URL says.
 */
export function swaggerUiScript(base: string, settings: OpenApiSettings): string {
  const values = { base, api: base + settings.apiPrefix, secretPrefix: `${settings.tokenPrefix}_sec_` };
  // a `</script>` or a line separator in a setting can't end the script: it is a file of its own, and JSON
  return `const gatehouse = ${JSON.stringify(values)};\n${SCRIPT}`;
}

const SCRIPT = `
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
    const field = (label, type, value, set) =>
      h('label', { key: label }, label, h('input', {
        type, value, name: 'session-' + type, autoComplete: 'off', onChange: (event) => set(event.target.value),
      }));
    return h('div', { className: 'session-sign-in' },
      h('h4', null, 'session (cookie)'),
      h('p', null, 'Sign in; your browser keeps the cookie.'),
      field('Username: ', 'text', username, setUsername),
      field('Password: ', 'password', password, setPassword),
      h('button', { type: 'button', className: 'btn modal-btn auth', onClick: signIn }, 'Sign in'),
      h('p', { role: 'status' }, message));
  };
  return (props) =>
    props.schema.get('in') === 'cookie' && !props.authorized?.get(props.name)
      ? h(SignIn, props)
      : h(Original, props);
};

const signOut = (original) => (names) => {
  if (names.includes('session')) void post('/auth/logout');
  return original(names);
};

const oneCredential = (request) => {
  const value = request.headers.Authorization;
  // a request carries one credential: with a header the cookie stays at home
  if (value !== undefined) request.credentials = 'omit';
  if (value !== undefined && value.startsWith(gatehouse.secretPrefix)) request.headers.Authorization = 'Secret ' + value;
  return request;
};

const start = async () => {
  const spec = await (await fetch(gatehouse.base + '/docs/openapi.json')).json();
  spec.servers = [{ url: location.origin + gatehouse.base }];
  const { flows } = spec.components.securitySchemes.clientCredentials;
  flows.clientCredentials.tokenUrl = location.origin + gatehouse.base + '/oauth/token';
  window.ui = SwaggerUIBundle({
    spec,
    dom_id: '#swagger-ui',
    deepLinking: true,
    persistAuthorization: true,
    displayRequestDuration: true,
    tryItOutEnabled: true,
    filter: true,
    validatorUrl: null,
    presets: [SwaggerUIBundle.presets.apis],
    plugins: [{
      wrapComponents: { apiKeyAuth: signInForm },
      statePlugins: { auth: { wrapActions: { logout: signOut } } },
    }],
    requestInterceptor: oneCredential,
  });
};

void start();
`;
