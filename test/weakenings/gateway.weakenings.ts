import type { Weakening } from './weakening.js';

const ANSWERS = ['e2e/gateway/hostile-upstreams.e2e.spec.ts'];
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
];
