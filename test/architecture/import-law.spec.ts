import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

interface Dependency {
  readonly resolved: string;
}

interface Law {
  readonly ALLOWED: Readonly<Record<string, readonly string[]>>;
  readonly FLOORS: readonly (readonly string[])[];
}

interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
  readonly to: string;
}

interface Cruise {
  readonly modules: readonly { readonly source: string; readonly dependencies: readonly Dependency[] }[];
  readonly summary: { readonly violations: readonly Violation[] };
}

const { ALLOWED, FLOORS } = createRequire(import.meta.url)('../../scripts/import-law.cjs') as Law;

/** Judges `src` and `console/src` below `folder` by the project's law. */
function cruise(folder: string): Cruise {
  const cruiser = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const law = join(ROOT, '.dependency-cruiser.cjs');
  const run = spawnSync(process.execPath, [cruiser, '--config', law, '--output-type', 'json', 'src', 'console/src'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (!run.stdout.startsWith('{')) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as Cruise;
}

function violationsOf({ summary }: Cruise): string[] {
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}

const MODULES = Object.keys(ALLOWED).sort((one, other) => other.length - one.length);
const moduleOf = (path: string): string | undefined => MODULES.find((name) => path.startsWith(`src/${name}/`));
const wingOf = (name: string): string => name.split('/')[0] ?? name;
const arrow = (from: string, to: string): string => `${from} → ${to}`;

describe('the import law', () => {
  let house: Cruise;

  beforeAll(() => {
    house = cruise(ROOT);
  });

  it('is kept by src', () => {
    expect(violationsOf(house)).toEqual([]);
  });

  it('permits nothing that is not used', () => {
    const used = new Set(
      house.modules.flatMap(({ source, dependencies }) =>
        dependencies.map(({ resolved }) => arrow(moduleOf(source) ?? '', moduleOf(resolved) ?? '')),
      ),
    );
    const permitted = Object.entries(ALLOWED).flatMap(([name, others]) => others.map((other) => arrow(name, other)));
    expect(permitted.filter((permission) => !used.has(permission))).toEqual([]);
  });

  it('is what docs/architecture.md draws', () => {
    const page = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8');
    const [, drawing = ''] = /```mermaid\n(.*?)```/s.exec(page) ?? [];
    const drawn = new Map<string, Set<string>>();
    for (const [, from = '', to = ''] of drawing.matchAll(/^ +([\w &]+) --> ([\w &]+)$/gm))
      for (const one of from.split(' & ')) drawn.set(one, new Set([...(drawn.get(one) ?? []), ...to.split(' & ')]));
    const reached = (from: string): string[] => [...(drawn.get(from) ?? [])].flatMap((to) => [to, ...reached(to)]);
    const permitted = new Set(
      Object.entries(ALLOWED).flatMap(([name, others]) =>
        [...others, 'shared'].map((other) => arrow(wingOf(name), wingOf(other))),
      ),
    );
    const wings = FLOORS.flat();
    const missing = [...permitted].filter((permission) => {
      const [from = '', to = ''] = permission.split(' → ');
      return from !== to && !reached(from).includes(to);
    });
    // app composes all of them, and is not in the table
    const invented = [...drawn].flatMap(([from, tos]) =>
      [...tos].filter((to) => from !== 'app' && !permitted.has(arrow(from, to))).map((to) => arrow(from, to)),
    );
    expect({ missing, invented, wings: [...new Set(['app', ...reached('app')])].sort() }).toEqual({
      missing: [],
      invented: [],
      wings: [...wings].sort(),
    });
  });
});

// [who imports, what, the rule that must object or null when it is allowed]
const CASES: readonly [string, string, string | null][] = [
  ['src/directory/users/users.service.ts', 'src/platform/audit/audit.service.ts', null],
  ['src/directory/users/users.service.ts', 'src/shared/clock/clock.ts', null],
  ['src/directory/users/users.controller.ts', 'src/shared/paging.ts', null],
  ['src/auth/auth.module.ts', 'src/tokens/tokens.types.ts', null],
  ['src/auth/login/login.service.ts', 'src/auth/own-account/me.service.ts', null],
  ['src/principals/reader.ts', 'src/tokens/tokens.types.ts', null],
  ['src/gateway/traffic/call.ts', 'src/principals/principals.types.ts', null],
  ['src/gateway/connections/call.ts', 'src/principals/limits/limits.module.ts', null],
  ['src/app/entities.ts', 'src/directory/users/user.entity.ts', null],
  ['src/app/app.module.ts', 'src/auth/auth.module.ts', null],
  ['src/main.ts', 'src/app/create-app.ts', null],
  // not in the table
  ['src/directory/users/users.service.ts', 'src/directory/roles/roles.service.ts', 'directory-users-imports'],
  ['src/platform/audit/audit.service.ts', 'src/platform/keys/keys.service.ts', 'platform-audit-imports'],
  ['src/gateway/connections/call.ts', 'src/principals/principals.types.ts', 'gateway-connections-imports'],
  ['src/principals/limits/counters.ts', 'src/principals/principals.types.ts', 'principals-limits-imports'],
  ['src/gateway/proxies/proxies.service.ts', 'src/gateway/traffic/call.ts', 'gateway-proxies-imports'],
  // upstairs
  ['src/directory/users/users.service.ts', 'src/tokens/tokens.service.ts', 'floor-of-directory'],
  ['src/platform/audit/audit.service.ts', 'src/directory/sites/sites.service.ts', 'floor-of-platform'],
  ['src/tokens/tokens.service.ts', 'src/principals/reader.ts', 'floor-of-tokens'],
  [
    'src/applications/applications.service.ts',
    'src/statistics/statistics.service.ts',
    'floor-of-applications-and-statistics',
  ],
  ['src/oauth/grant.ts', 'src/gateway/traffic/call.ts', 'floor-of-oauth-and-gateway'],
  ['src/shared/ids/ids.ts', 'src/platform/config/settings.ts', 'floor-of-shared'],
  ['src/cli/site-commands.ts', 'src/app/app.module.ts', 'floor-of-cli'],
  ['src/admin/removal/remove-user.ts', 'src/auth/auth.module.ts', 'nobody-imports-the-top'],
  ['src/cli/site-commands.ts', 'src/admin/removal/remove-user.ts', 'nobody-imports-the-top'],
  ['src/directory/sessions/sessions.service.ts', 'src/app/app.module.ts', 'nobody-imports-the-top'],
  // not at the front door
  ['src/tokens/token.repository.ts', 'src/directory/users/user.entity.ts', 'modules-meet-at-their-front-door'],
  ['src/principals/principal.query.ts', 'src/tokens/dto/token.response.ts', 'modules-meet-at-their-front-door'],
  ['src/admin/reassign.ts', 'src/tokens/token.repository.ts', 'modules-meet-at-their-front-door'],
  ['src/auth/login/login.service.ts', 'src/principals/row/principal-row.ts', 'modules-meet-at-their-front-door'],
  ['src/directory/sites/a.ts', 'src/directory/sites/b.ts', null],
  ['src/directory/sites/circle-a.ts', 'src/directory/sites/circle-b.ts', 'no-circles'],
  // a circle is reported once
  ['src/directory/sites/circle-b.ts', 'src/directory/sites/circle-a.ts', null],
  ['src/directory/roles/roles.types.ts', 'src/directory/roles/index.ts', 'no-barrels'],
  ['src/helpers/strings.ts', 'src/shared/clock/clock.ts', 'no-unknown-folder'],
  ['console/src/ui/button.tsx', 'console/src/api/client.ts', null],
  ['console/src/ui/button.tsx', 'console/src/session/me.ts', 'console-ui-imports'],
  ['console/src/tokens/tokens.page.tsx', 'console/src/admin/users.page.tsx', 'console-tokens-imports'],
  ['console/src/home/one.tsx', 'console/src/home/other.tsx', 'no-circles'],
  ['console/src/home/other.tsx', 'console/src/home/one.tsx', null],
  ['src/directory/gadgets/gadget.ts', 'src/shared/clock/clock.ts', 'no-unknown-folder'],
];

describe('the import law bites', () => {
  let folder: string;
  let violations: string[];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'import-law-'));
    for (const path of new Set(CASES.flatMap(([from, to]) => [from, to]))) {
      const lines = CASES.filter(([from]) => from === path).map(([, to]) => `import '${specifier(path, to)}';`);
      write(path, `${lines.join('\n')}\nexport {};\n`);
    }
    violations = violationsOf(cruise(folder));
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }

  it.each(CASES)('%s → %s: %s', (from, to, rule) => {
    const found = violations.filter((violation) => violation.endsWith(`: ${from} → ${to}`));
    if (rule === null) expect(found).toEqual([]);
    else expect(found).toContain(`${rule}: ${from} → ${to}`);
  });
});

function specifier(from: string, to: string): string {
  const path = resolve('/', to).slice(1);
  const up = '../'.repeat(dirname(from).split('/').length);
  // the console's imports have no extension: Vite resolves them
  return up + (to.startsWith('console/') ? path.replace(/\.tsx?$/, '') : path.replace(/\.ts$/, '.js'));
}
