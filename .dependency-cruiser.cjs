// The import law: who may import whom (docs/architecture.md). `npm run check:imports` and
// test/architecture/import-law.spec.ts run it.

/** What each module may import besides shared, config and database; from http it may use the paging alone. */
const ALLOWED = {
  audit: [],
  // signing and cookie keys
  keys: ['audit'],
  sites: ['audit'],
  roles: ['audit'],
  users: ['audit'],
  certificates: ['audit'],
  credentials: ['audit'],
  accounts: ['sites', 'audit'],
  sessions: ['users', 'keys', 'audit'],
  tokens: ['sites', 'users', 'roles', 'accounts', 'keys', 'audit'],
  applications: ['tokens', 'accounts', 'audit'],
  // figures
  statistics: ['tokens'],
  projects: ['accounts', 'audit'],
  connections: ['certificates', 'credentials', 'audit'],
  proxies: ['projects', 'connections', 'audit'],
  gateway: ['proxies', 'connections'],
  notifications: ['audit'],
  auth: [
    'sites',
    'roles',
    'users',
    'accounts',
    'sessions',
    'tokens',
    'applications',
    'keys',
    'notifications',
    'statistics',
    'audit',
  ],
  // removal of what is over, on a schedule; each module removes its own rows
  care: [
    'sites',
    'users',
    'roles',
    'sessions',
    'tokens',
    'applications',
    'certificates',
    'notifications',
    'statistics',
    'audit',
  ],
  // the first start, and what it has in common with the operator's `site create`
  setup: ['sites', 'accounts', 'users', 'audit'],
  // the operator's commands: an application of their own, without HTTP
  cli: ['setup', 'sites', 'users', 'keys', 'care', 'certificates', 'credentials', 'audit'],
  // whatever owns rows of a user
  admin: [
    'audit',
    'sites',
    'roles',
    'users',
    'accounts',
    'sessions',
    'tokens',
    'applications',
    'projects',
    'proxies',
    'connections',
    'credentials',
    'certificates',
    'notifications',
  ],
};

const FEATURES = Object.keys(ALLOWED);
const GROUND = ['shared', 'config', 'database'];
const PAGING = '^src/http/paging\\.ts$';

const folder = (...names) => `^src/(?:${names.join('|')})/`;

const featureLaw = FEATURES.map((name) => ({
  name: `${name}-imports`,
  severity: 'error',
  comment: `${name} may import ${['itself', ...GROUND, ...ALLOWED[name]].join(', ')} and src/http/paging.ts.`,
  from: { path: folder(name) },
  to: { path: '^src/', pathNot: [folder(name, ...GROUND, ...ALLOWED[name]), PAGING] },
}));

const groundLaw = [
  {
    name: 'shared-imports-nothing-of-ours',
    severity: 'error',
    from: { path: folder('shared') },
    to: { path: '^src/', pathNot: [folder('shared')] },
  },
  {
    name: 'config-imports',
    severity: 'error',
    comment: 'config may import shared.',
    from: { path: folder('config') },
    to: { path: '^src/', pathNot: [folder('config', 'shared')] },
  },
  {
    name: 'database-imports',
    severity: 'error',
    comment: 'database may import shared and config; entities.ts, the list of all entities, also the entities.',
    from: { path: folder('database'), pathNot: ['^src/database/entities\\.ts$'] },
    to: { path: '^src/', pathNot: [folder('database', 'shared', 'config')] },
  },
  {
    name: 'entities-list-imports-entities-only',
    severity: 'error',
    from: { path: '^src/database/entities\\.ts$' },
    to: { path: '^src/', pathNot: ['\\.entity\\.ts$', folder('database', 'shared')] },
  },
  {
    name: 'http-imports',
    severity: 'error',
    comment: 'http may import shared, config, database and the generated metadata of the OpenAPI plugin.',
    from: { path: folder('http') },
    to: { path: '^src/', pathNot: [folder('http', ...GROUND), '^src/metadata\\.ts$', '^src/app\\.module\\.ts$'] },
  },
  {
    name: 'only-the-root-loads-the-application',
    severity: 'error',
    comment: 'app.module.ts is loaded by main, cli and the function that makes the application, and by no module.',
    from: { path: '^src/', pathNot: ['^src/(?:main|cli)\\.ts$', '^src/http/create-app\\.ts$'] },
    to: { path: '^src/app\\.module\\.ts$' },
  },
];

const boundaries = [
  {
    name: 'no-circles',
    severity: 'error',
    comment: 'Circles fail at start under ESM and hide a missing cut.',
    from: { path: '^src/' },
    to: { circular: true },
  },
  {
    name: 'modules-meet-at-their-front-door',
    severity: 'error',
    comment:
      'From another module import its module, types or errors file, or a service (x.service.ts, or named by its verb: ' +
      'token-issuer.ts); never its entity, repository, controller or DTO.',
    from: { path: `^src/(${FEATURES.join('|')})/` },
    to: {
      path: folder(...FEATURES),
      pathNot: ['^src/$1/', '^src/[a-z]+/[a-z-]+(?:\\.(?:module|service|types|errors))?\\.ts$'],
    },
  },
  {
    name: 'no-barrels',
    severity: 'error',
    from: {},
    to: { path: '/index\\.ts$' },
  },
  {
    name: 'no-unknown-folder',
    severity: 'error',
    comment: 'A new module is entered into the table above first.',
    from: { path: '^src/[^/]+/', pathNot: [folder(...FEATURES, ...GROUND, 'http')] },
    to: {},
  },
  {
    name: 'nothing-of-tests-in-the-product',
    severity: 'error',
    from: { path: '^src/' },
    to: { path: '^(?:test|bench|scripts)/' },
  },
  {
    name: 'no-unresolvable',
    severity: 'error',
    from: { path: '^src/' },
    to: { couldNotResolve: true, pathNot: ['metadata\\.js$'] },
  },
  {
    name: 'no-development-packages-at-run-time',
    severity: 'error',
    comment: 'The image holds no development packages; types are erased and may come from them.',
    from: { path: '^src/' },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [...featureLaw, ...groundLaw, ...boundaries],
  options: {
    tsConfig: { fileName: `${__dirname}/tsconfig.json` },
    // an `import type` is an import too: the law is about what a module knows, not what it loads
    tsPreCompilationDeps: true,
    exclude: { path: '^src/metadata\\.ts$' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
