// The rules of the import law (docs/architecture.md). `npm run check:imports` and test/architecture/import-law.spec.ts run them.

const { ALLOWED, CONSOLE, FLOORS } = require('./scripts/import-law.cjs');

const MODULES = Object.keys(ALLOWED);

const folder = (...names) => `^src/(?:${names.join('|')})/`;
/** What belongs to a module and not to one that stands inside it. */
const inside = (name) => ({
  path: folder(name),
  pathNot: MODULES.filter((other) => other.startsWith(`${name}/`)).map((other) => folder(other)),
});

const moduleLaw = MODULES.map((name) => ({
  name: `${name.replace('/', '-')}-imports`,
  severity: 'error',
  comment: `${name} may import ${['itself', 'shared', ...ALLOWED[name]].join(', ')}.`,
  from: inside(name),
  to: { path: '^src/', pathNot: [`^src/${name}/`, '^src/shared/', ...ALLOWED[name].map((other) => `^src/${other}/`)] },
}));

const floorLaw = FLOORS.map((wings, floor) => ({
  name: `floor-of-${wings.join('-and-')}`,
  severity: 'error',
  comment: `${wings.join(' and ')} may import what is below: ${FLOORS.slice(0, floor).flat().join(', ') || 'nothing of ours'}.`,
  from: { path: `^src/(${wings.join('|')})/` },
  // the wing itself, those below, and what the generator of the OpenAPI document writes
  to: {
    path: '^src/',
    pathNot: ['^src/$1/', folder(...FLOORS.slice(0, floor).flat(), 'nothing'), '^src/metadata\\.ts$'],
  },
}));

const consoleLaw = Object.entries(CONSOLE).map(([name, others]) => ({
  name: `console-${name}-imports`,
  severity: 'error',
  comment: `${name} of the console may import ${['itself', ...others].join(', ')}.`,
  from: { path: `^console/src/${name}/` },
  to: {
    path: '^console/src/[^/]+/',
    pathNot: [name, ...others].map((other) => `^console/src/${other}/`),
  },
}));

const boundaries = [
  {
    name: 'nobody-imports-the-top',
    severity: 'error',
    comment: 'app composes; auth and admin are used over HTTP alone. main.ts and cli.ts start app.',
    from: { path: '^src/([^/]+)/', pathNot: ['^src/app/'] },
    to: { path: '^src/(app|auth|admin)/', pathNot: ['^src/$1/'] },
  },
  {
    name: 'no-circles',
    severity: 'error',
    comment: 'Circles fail at start under ESM and hide a missing cut.',
    from: { path: '^(?:console/)?src/' },
    to: { circular: true },
  },
  {
    name: 'modules-meet-at-their-front-door',
    severity: 'error',
    comment:
      'From another module import what stands in its root: its module, types or errors file, or a service (x.service.ts, or ' +
      'named by its verb: token-issuer.ts). Never its entity, repository, controller or DTO, nor what stands in its subfolders. ' +
      'app, which composes, is free.',
    from: { path: `^src/(${MODULES.join('|')})/` },
    to: {
      path: folder(...MODULES),
      pathNot: ['^src/$1/', `^src/(?:${MODULES.join('|')})/[a-z-]+(?:\\.(?:module|service|types|errors|query))?\\.ts$`],
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
    from: { path: '^src/[^/]+/', pathNot: [folder(...MODULES, 'app', 'shared')] },
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
  forbidden: [...moduleLaw, ...floorLaw, ...consoleLaw, ...boundaries],
  options: {
    tsConfig: { fileName: `${__dirname}/tsconfig.json` },
    // an `import type` is an import too: the law is about what a module knows, not what it loads
    tsPreCompilationDeps: true,
    exclude: { path: '^src/metadata\\.ts$' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
