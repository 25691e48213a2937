import type { Weakening } from './weakening.js';

const ANSWERS = ['e2e/gateway/hostile-upstreams.e2e.spec.ts'];
const IMPORT = ['unit/gateway/proxies/import/rule-proposal.spec.ts'];
const TOKENS = ['unit/gateway/traffic/upstream-token.spec.ts'];

export const GATEWAY_WEAKENINGS: readonly Weakening[] = [
  {
    file: 'gateway/traffic/exchanges/upstream-exchange.ts',
    text: '(status === 204 || status === 304)',
    replacement: 'status === 204',
    specs: ANSWERS,
  },
  {
    file: 'gateway/traffic/exchanges/upstream-exchange.ts',
    text: 'destroy(asUpstreamFailure(error))',
    replacement: 'destroy(error)',
    specs: ANSWERS,
  },
  {
    file: 'gateway/traffic/calls/upstream-call.ts',
    text: '/^(?:chunked|identity)$/i',
    replacement: '/^/',
    specs: ANSWERS,
  },
  {
    file: 'gateway/traffic/gateway-server.ts',
    text: 'if (!reply.raw.headersSent) takeBack(reply, passed, own);',
    replacement: '',
    specs: ANSWERS,
  },
  {
    file: 'gateway/traffic/upstreams/guarded-connector.ts',
    text: "error.code = 'UND_ERR_SOCKET'",
    replacement: "error.code = 'ECONNRESET'",
    specs: ANSWERS,
  },
  {
    file: 'gateway/traffic/calls/forwarded-headers.ts',
    text: 'own.exposed !== undefined && ',
    replacement: '',
    specs: ['e2e/gateway/cors.e2e.spec.ts'],
  },
  {
    file: 'gateway/traffic/upstreams/upstream-token.ts',
    text: '    if (token !== this.#fetched) return;\n',
    replacement: '',
    specs: TOKENS,
  },
  {
    file: 'gateway/traffic/upstreams/upstream-token.ts',
    text: '    if (age < trustMs(this.#refusedInARow)) return;\n',
    replacement: '',
    specs: TOKENS,
  },
  {
    file: 'gateway/traffic/upstreams/upstream-token.ts',
    text: '    if (age >= LONGEST_TRUST_MS && !this.#isDoubted) this.#refusedInARow = 0;\n',
    replacement: '',
    specs: TOKENS,
  },
  {
    file: 'gateway/traffic/upstreams/upstream-token.ts',
    text: '      if (!this.#isDoubted) this.#refusedInARow = 0;\n',
    replacement: '',
    specs: TOKENS,
  },
  {
    file: 'gateway/traffic/upstreams/upstream-token.ts',
    text: "      if (!isBearer(type)) throw new Error('the token is not a bearer token');\n",
    replacement: '',
    specs: TOKENS,
  },
  {
    file: 'gateway/traffic/upstreams/upstream-token.ts',
    text: ' && !this.#isDoubted',
    replacement: '',
    specs: TOKENS,
  },
  {
    file: 'gateway/traffic/upstreams/upstream-token.ts',
    text: "typeof stated === 'string' && NUMBER.test(stated)",
    replacement: "typeof stated === 'string' && false",
    specs: ['e2e/gateway/upstreams.e2e.spec.ts'],
  },
  {
    file: 'gateway/proxies/import/template-parameter.ts',
    text: ' || !isWithinOne(mark, condition)',
    replacement: '',
    specs: IMPORT,
  },
  {
    file: 'gateway/proxies/import/template-parameter.ts',
    text: 'if (isOptional || ',
    replacement: 'if (',
    specs: IMPORT,
  },
  {
    file: 'gateway/proxies/import/openapi-operations.ts',
    text: "if (!pointer.startsWith('/')) return { problem: 'has a $ref to an anchor' };",
    replacement: '',
    specs: IMPORT,
  },
  {
    file: 'gateway/proxies/import/openapi-operations.ts',
    text: " || Object.hasOwn(value, 'security')) {",
    replacement: ') {',
    specs: IMPORT,
  },
  {
    file: 'gateway/proxies/import/required-scopes.ts',
    text: 'alike.length > 1 || defaults.has(scope)',
    replacement: 'alike.length > 1',
    specs: IMPORT,
  },
  {
    file: 'gateway/proxies/import/required-scopes.ts',
    text: 'ownScopeProblem(name) === null ? name',
    replacement: 'true ? name',
    specs: IMPORT,
  },
  {
    file: 'gateway/proxies/import/document-body.ts',
    text: "if (repeated !== null && repeated.depth > 1 && repeated.top === 'document') throw new DocumentRefused(REPEATED);",
    replacement: '',
    specs: ['unit/gateway/proxies/import/document-body.spec.ts'],
  },
  {
    file: 'gateway/proxies/import/document-reading.ts',
    text: 'if (this.#open >= MOST_AT_ONCE)',
    replacement: 'if (false)',
    specs: ['unit/gateway/proxies/import/document-reading.spec.ts'],
  },
];
