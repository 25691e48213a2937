import type { Weakening } from './weakening.js';

const TRANSPORT = ['e2e/http/transport.e2e.spec.ts'];
const LOGS = ['e2e/http/logging.e2e.spec.ts'];
const BODIES = ['unit/platform/http/bodies.spec.ts'];
const INPUT = ['e2e/security/bad-input.e2e.spec.ts', 'e2e/http/problems.e2e.spec.ts'];

export const HTTP_WEAKENINGS: readonly Weakening[] = [
  { file: 'platform/http/requests/transport.ts', text: 'hops.every(', replacement: 'hops.some(', specs: TRANSPORT },
  { file: 'platform/http/requests/transport.ts', text: 'isNamed && ', replacement: '', specs: TRANSPORT },
  {
    file: 'platform/http/requests/transport.ts',
    text: "    if (!this.#isTrusted(request.socket.remoteAddress ?? '')) return false;\n",
    replacement: '',
    specs: TRANSPORT,
    explained: 'platform/http/plain-port/plain-port.ts keeps the connections of peers that are not trusted to itself',
  },
  { file: 'platform/http/requests/transport.ts', text: 'named.pop()', replacement: 'named.shift()', specs: TRANSPORT },
  {
    file: 'platform/http/requests/request-hooks.ts',
    text: 'const hsts = secure ?',
    replacement: 'const hsts = true ?',
    specs: TRANSPORT,
  },
  { file: 'platform/http/requests/strict-transport.ts', text: '(?:[^:]*\\.)?', replacement: '', specs: TRANSPORT },
  {
    file: 'platform/http/requests/request-hooks.ts',
    text: '(this.#hasProxy && this.transport.isTrustedProxy(socket.remoteAddress))',
    replacement: 'false',
    specs: TRANSPORT,
  },
  { file: 'platform/http/requests/cors.ts', text: ' || !this.#origins.has(origin)', replacement: '', specs: TRANSPORT },
  {
    file: 'platform/http/answers/problem.filter.ts',
    text: "path: loggedPath(request.raw.url ?? '')",
    replacement: "path: request.raw.url ?? ''",
    specs: LOGS,
  },
  {
    file: 'platform/http/logging/access-log.ts',
    text: "path: loggedPath(request.raw.url ?? '')",
    replacement: "path: request.raw.url ?? ''",
    specs: LOGS,
  },
  { file: 'platform/http/requests/request-path.ts', text: '/[?#]/', replacement: '/#/', specs: LOGS },
  {
    file: 'platform/http/logging/log-options.ts',
    text: 'message: masked(error.message)',
    replacement: 'message: error.message',
    specs: LOGS,
  },
  { file: 'platform/http/requests/json-body.ts', text: 'DEEPEST = 20', replacement: 'DEEPEST = 21', specs: BODIES },
  {
    file: 'platform/http/requests/json-body.ts',
    text: '...Object.getOwnPropertyNames(Object.prototype)',
    replacement: "'constructor'",
    specs: BODIES,
  },
  {
    file: 'platform/http/requests/json-body.ts',
    text: 'values.left < 0',
    replacement: 'values.left < -1',
    specs: BODIES,
  },
  {
    file: 'platform/http/requests/form-body.ts',
    text: '++count > MOST_PARAMETERS',
    replacement: '++count > MOST_PARAMETERS + 1',
    specs: BODIES,
  },
  {
    file: 'platform/http/requests/form-body.ts',
    text: 'present === undefined ? value : [present, value].flat()',
    replacement: 'value',
    specs: BODIES,
  },
  {
    file: 'platform/http/requests/body-reader.ts',
    text: 'length <= limit',
    replacement: 'length <= limit + 1',
    specs: ['unit/platform/http/bodies.spec.ts'],
  },
  { file: 'shared/paging.ts', text: '  @Max(HIGHEST_LIMIT)\n', replacement: '', specs: INPUT },
  {
    file: 'platform/http/requests/validation.pipe.ts',
    text: 'forbidNonWhitelisted: true',
    replacement: 'forbidNonWhitelisted: false',
    specs: INPUT,
  },
  {
    file: 'platform/http/requests/request-hooks.ts',
    text: "raw.method !== 'TRACE'",
    replacement: 'true',
    specs: ['e2e/auth/verify-refusals.e2e.spec.ts', 'e2e/http'],
  },
  {
    file: 'platform/http/requests/request-hooks.ts',
    text: 'raw.httpVersionMinor === 0',
    replacement: 'false',
    specs: ['e2e/gateway/hostile-upstreams.e2e.spec.ts', 'e2e/gateway/behind-nginx.e2e.spec.ts'],
  },
  {
    file: 'platform/http/requests/cors.ts',
    text: ' && !isClaiming(plainHeaderName(name))',
    replacement: '',
    specs: ['e2e/gateway/cors.e2e.spec.ts'],
  },
  ...[
    ['if (!passedOn) return elapsed >= after;', 'if (elapsed >= after) return true;'],
    ['request.readableFlowing === true', 'true'],
    ['if (response.headersSent)', 'if (false)'],
    ['< (bytesPerSecond * elapsed) / 1_000', '< 0'],
  ].map(([text = '', replacement = '']) => ({
    file: 'platform/http/server/slow-requests.ts',
    text,
    replacement,
    specs: ['e2e/http/slow-requests.e2e.spec.ts'],
  })),
];
