import { beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { BUILT_IN_ROLES, ROLE_ADMIN } from '../../../src/shared/authz/built-in-roles.js';
import { BUILT_IN_SCOPES, intersect } from '../../../src/shared/authz/scopes.js';
import { errorCatalogue } from '../../../src/shared/errors/domain-error.js';
import { STATUS_OF_KIND } from '../../../src/platform/http/answers/error-status.js';
import { codesOf, readDoc, tableBelow } from './documents.js';

const PAGE = readDoc('authorization.md');
const SOURCES = new URL('../../../src/', import.meta.url);
const MANAGE = 'ROLE_MANAGE_PROXIES';

function scopesOf(name: string | undefined): readonly string[] {
  return BUILT_IN_ROLES.find((role) => role.name === name)?.scopes ?? [];
}

describe('docs/authorization.md', () => {
  beforeAll(async () => {
    const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.errors.ts'),
    );
    for (const file of files) await import(new URL(file, SOURCES).href);
  });

  it('lists the built-in roles and what they give', () => {
    const rows = tableBelow(PAGE, 'Roles and scopes').map(([role = '', gives = '']) => [codesOf(role)[0], gives]);
    const expected = BUILT_IN_ROLES.map(({ name, scopes }) => {
      return [name, name === ROLE_ADMIN ? 'every scope' : scopes.map((scope) => `\`${scope}\``).join(' ')];
    });
    expect(rows).toEqual(expected);
    expect(scopesOf(ROLE_ADMIN)).toEqual(Object.keys(BUILT_IN_SCOPES));
  });

  it('lists the built-in scopes and what they allow', () => {
    const page = PAGE.replace('Built-in scopes:', '## Built-in scopes');
    const rows = tableBelow(page, 'Built-in scopes').map(([scope = '', allows]) => [codesOf(scope)[0], allows]);
    expect(rows).toEqual(Object.entries(BUILT_IN_SCOPES));
  });

  it('works the effective scopes out', () => {
    const [owner, application, token, effective] = tableBelow(PAGE, 'Effective scopes').map(([, holds = '']) =>
      codesOf(holds),
    );
    expect(owner).toEqual([...scopesOf(MANAGE), 'orders:read']);
    expect(intersect(owner ?? [], application ?? null, token ?? null)).toEqual(effective);
    expect(intersect(scopesOf(MANAGE), application ?? null, token ?? null)).toEqual([]);
  });

  it.each(['401 and 403', 'Narrow credentials'])('names errors below "%s" that exist, with their status', (heading) => {
    const statuses = new Map(errorCatalogue().map(({ code, kind }) => [code, STATUS_OF_KIND[kind]]));
    const rows = tableBelow(PAGE, heading).map((cells) => (heading === '401 and 403' ? cells : ['403', ...cells]));
    const documented = rows.map(([status, code = '']) => [codesOf(code)[0], Number(status)]);
    expect(documented).toEqual(documented.map(([code]) => [code, statuses.get(String(code))]));
  });
});
