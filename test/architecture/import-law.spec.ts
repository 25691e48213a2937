import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
  readonly to: string;
}

/** Judges the folder `src` below `folder` by the project's law. */
function violationsIn(folder: string): string[] {
  const cruiser = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const law = join(ROOT, '.dependency-cruiser.cjs');
  const run = spawnSync(process.execPath, [cruiser, '--config', law, '--output-type', 'json', 'src'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (!run.stdout.startsWith('{')) throw new Error(run.stderr);
  const { summary } = JSON.parse(run.stdout) as { summary: { violations: Violation[] } };
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}

describe('the import law', () => {
  it('is kept by src', () => {
    expect(violationsIn(ROOT)).toEqual([]);
  });
});

// [who imports, what, the rule that must object or null when it is allowed]
const CASES: readonly [string, string, string | null][] = [
  ['src/users/user.service.ts', 'src/audit/audit.service.ts', null],
  ['src/users/user.service.ts', 'src/shared/clock/clock.ts', null],
  ['src/users/user.controller.ts', 'src/http/paging.ts', null],
  ['src/auth/auth.module.ts', 'src/tokens/token.types.ts', null],
  ['src/admin/remove-user.ts', 'src/certificates/certificate.errors.ts', null],
  ['src/app.module.ts', 'src/auth/auth.module.ts', null],
  ['src/database/entities.ts', 'src/users/user.entity.ts', null],
  ['src/users/user.service.ts', 'src/tokens/token.service.ts', 'users-imports'],
  ['src/audit/audit.service.ts', 'src/sites/site.service.ts', 'audit-imports'],
  ['src/tokens/token.service.ts', 'src/auth/auth.module.ts', 'tokens-imports'],
  ['src/applications/application.service.ts', 'src/admin/remove-user.service.ts', 'applications-imports'],
  ['src/proxies/proxy.service.ts', 'src/gateway/gateway.service.ts', 'proxies-imports'],
  ['src/roles/role.service.ts', 'src/http/problem.filter.ts', 'roles-imports'],
  ['src/tokens/token.repository.ts', 'src/users/user.entity.ts', 'modules-meet-at-their-front-door'],
  ['src/auth/principal.query.ts', 'src/tokens/dto/token.response.ts', 'modules-meet-at-their-front-door'],
  ['src/admin/reassign.ts', 'src/tokens/token.repository.ts', 'modules-meet-at-their-front-door'],
  ['src/shared/ids/ids.ts', 'src/config/settings.ts', 'shared-imports-nothing-of-ours'],
  ['src/config/settings.ts', 'src/database/database.ts', 'config-imports'],
  ['src/database/database.ts', 'src/users/user.service.ts', 'database-imports'],
  ['src/database/entities.ts', 'src/users/user.errors.ts', 'entities-list-imports-entities-only'],
  ['src/http/health.controller.ts', 'src/auth/auth.service.ts', 'http-imports'],
  ['src/sessions/session.service.ts', 'src/app.module.ts', 'only-the-root-loads-the-application'],
  ['src/sites/a.ts', 'src/sites/b.ts', null],
  ['src/sites/circle-a.ts', 'src/sites/circle-b.ts', 'no-circles'],
  // a circle is reported once
  ['src/sites/circle-b.ts', 'src/sites/circle-a.ts', null],
  ['src/roles/role.types.ts', 'src/roles/index.ts', 'no-barrels'],
  ['src/helpers/strings.ts', 'src/shared/clock/clock.ts', 'no-unknown-folder'],
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
    violations = violationsIn(folder);
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
  return `${'../'.repeat(dirname(from).split('/').length)}${path}`.replace(/\.ts$/, '.js');
}
