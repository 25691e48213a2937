import type { OpenApiSettings } from './document.types.js';

const STYLE = `      .auth-container:has(.session-sign-in) .auth-btn-wrapper .authorize { display: none !important }
      .session-sign-in label, .session-sign-in input { display: block }
      .session-sign-in button + button { margin-left: 0.75rem }
      .swagger-ui .microlight span[style*="211, 99, 99"] { color: #f2a3a3 !important }
      html.dark-mode {
        .swagger-ui .header-col { color: #e4e6e6 }
        .swagger-ui .btn.cancel { color: #ff9b9b }
        .swagger-ui .opblock-put .opblock-section-header { background: #7a4630 }
      }
      /* Swagger's own colours, as dark as white text, or a white page, needs them (WCAG 1.4.3) */
      html:not(.dark-mode) {
        .swagger-ui .info a, .swagger-ui .renderedMarkdown a, .swagger-ui a.link { color: #2a5db0 }
        .swagger-ui .info .title small { background: #5f6673 }
        .swagger-ui .info .title small.version-stamp { background: #4a6b00 }
        .swagger-ui .btn.authorize, .swagger-ui .btn.authorize span { color: #1a7347; border-color: #1a7347 }
        .swagger-ui .btn.authorize svg { fill: #1a7347 }
        .swagger-ui .btn.cancel { color: #b3261e; border-color: #b3261e }
        .swagger-ui .btn.execute { background: #1f62b0; border-color: #1f62b0 }
        .swagger-ui .download-contents { background: #3b4151; color: #fff }
        .swagger-ui .opblock-get .opblock-summary-method { background: #1f62b0 }
        .swagger-ui .opblock-post .opblock-summary-method { background: #1a7347 }
        .swagger-ui .opblock-put .opblock-summary-method { background: #8f5200 }
        .swagger-ui .opblock-patch .opblock-summary-method { background: #0f6f5e }
        .swagger-ui .opblock-delete .opblock-summary-method { background: #b3261e }
        .swagger-ui .parameter__name.required::after, .swagger-ui .parameter__name.required span { color: #b3261e }
        .swagger-ui .parameter__in, .swagger-ui .parameter__extension, .swagger-ui .prop-format { color: #595959 }
        .swagger-ui .header-example, .swagger-ui .json-schema-2020-12-expand-deep-button { color: #595959 }
        .swagger-ui .prop-type { color: #3d3d9e }
        .swagger-ui .response-control-media-type__accept-message { color: #1a6b1a }
        .swagger-ui .info code, .swagger-ui .renderedMarkdown code { color: #6a1b9a }
      }
`;

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
${STYLE}    </style>
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
 * - calls go to the origin that served the page, unless the reader chooses the public URL;
 * - what Swagger UI leaves without a name gets one, headings follow each other, and no link is inside a button.
 */
export function swaggerUiScript(base: string, settings: OpenApiSettings): string {
  const values = {
    base,
    api: base + settings.apiPrefix,
    publicUrl: settings.publicUrl,
    secretPrefix: `${settings.tokenPrefix}_sec_`,
  };
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

/** Fields and headings of Swagger UI's that say nothing to a screen reader, and what they should say. */
const NAMES = [
  ['#servers', 'aria-label', () => 'Server'],
  ['.operation-filter-input', 'aria-label', () => 'Filter by task'],
  ['.close-modal', 'aria-label', () => 'Close'],
  ['.body-param__text', 'aria-label', () => 'Request body'],
  ['.information-container, .scheme-container', 'role', () => 'region'],
  ['.information-container', 'aria-label', () => 'About'],
  ['.scheme-container', 'aria-label', () => 'Server and credentials'],
  ['.filter-container', 'role', () => 'search'],
  ['.models h4', 'aria-level', () => '2'],
  ['.modal-ux', 'role', () => 'dialog'],
  ['.modal-ux', 'aria-label', () => 'Authorize'],
  ['.opblock-tag', 'aria-level', () => '2'],
  ['.modal-ux-header h3', 'aria-level', () => '2'],
  ['.modal-ux h4, .opblock h4', 'aria-level', () => '3'],
  ['.opblock h5', 'aria-level', () => '4'],
  ['.responses-table, .live-responses-table', 'aria-label', (element) => 'Responses of ' + element.closest('.opblock')?.id],
  ['.parameters-col_description :is(select, input, textarea)', 'aria-label', (element) =>
    element.closest('tr')?.getAttribute('data-param-name') ?? 'Value'],
  ['.content-type-wrapper select, .body-param-content-type select', 'aria-label', () => 'Media type'],
  ['.examples-select select', 'aria-label', () => 'Example'],
];

const nameElements = () => {
  for (const [selector, attribute, nameOf] of NAMES) {
    for (const element of document.querySelectorAll(selector + ':not([' + attribute + '])'))
      element.setAttribute(attribute, nameOf(element));
  }
};
new MutationObserver(nameElements).observe(document, { childList: true, subtree: true });

/** The path of an operation is on the button that opens it: a link inside would be a control in a control. */
const unlinked = (_Original, system) => ({ text }) => system.React.createElement('span', null, text);

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
  const here = location.origin + gatehouse.base;
  spec.servers = [{ url: here, description: 'where this page is from' }];
  if (gatehouse.publicUrl !== here) spec.servers.push({ url: gatehouse.publicUrl, description: 'the public address' });
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
      wrapComponents: { apiKeyAuth: signInForm, Input: unfocused, DeepLink: unlinked },
      statePlugins: { auth: { wrapActions: { logout: signOut } } },
    }],
    requestInterceptor: oneCredential,
  });
};

void start();
`;
