import { describe, expect, it } from '@jest/globals';
import { PLAIN_SETTINGS, SECRET_SETTINGS } from '../../../src/platform/config/reading/setting-names.js';
import { BUILT_IN_ROLES } from '../../../src/shared/authz/built-in-roles.js';
import { BUILT_IN_SCOPES } from '../../../src/shared/authz/scopes.js';
import type { OAuthErrorCode } from '../../../src/shared/errors/oauth-error.js';
import { codesOf, readDoc, tableBelow } from './documents.js';

interface Operation {
  readonly parameters?: readonly { readonly name: string }[];
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
}

interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, { readonly properties?: object }>> };
}

const PAGE = readDoc('contract.md');
const DOCUMENT = JSON.parse(readDoc('openapi.json')) as Described;
const API = '/api/v1';

/** The headings of all tables of calls that the OpenAPI document has. */
const CALL_TABLES = [
  'OAuth calls',
  'Sign-in and oneself',
  'Tokens',
  'Applications',
  'Accounts',
  'Users',
  'Tokens of the site',
  'Site, roles, audit and figures',
  'Projects and proxies',
  'Upstreams',
  'Health calls',
];

/** Each code once: the compiler refuses this object when one is added or gone. */
const OAUTH_CODES: Record<OAuthErrorCode, true> = {
  invalid_request: true,
  invalid_client: true,
  invalid_scope: true,
  insufficient_scope: true,
  account_pinned: true,
  inherited_credential: true,
  unauthorized_client: true,
  unsupported_grant_type: true,
  temporarily_unavailable: true,
  server_error: true,
};

/** A row of a table: what its first cell names, the row itself, and whether its building is still to come. */
interface Row {
  readonly name: string;
  readonly cells: readonly string[];
  readonly isPlanned: boolean;
}

/** A first cell can name several things. */
function rowsBelow(heading: string): Row[] {
  return tableBelow(PAGE, heading).flatMap((cells) => {
    const isPlanned = cells.at(-1)?.endsWith('*planned*') ?? false;
    return codesOf(cells[0] ?? '').map((name) => ({ name, cells, isPlanned }));
  });
}

/** What the page says of things and what there is: nothing is missing, nothing is invented, and no mark outlives the building. */
function compared(rows: readonly Row[], built: readonly string[]) {
  const names = rows.map(({ name }) => name);
  return {
    missing: built.filter((name) => !names.includes(name)),
    invented: rows.filter(({ name, isPlanned }) => !isPlanned && !built.includes(name)).map(({ name }) => name),
    builtButMarked: rows.filter(({ name, isPlanned }) => isPlanned && built.includes(name)).map(({ name }) => name),
    twice: names.filter((name, index) => names.indexOf(name) !== index),
  };
}

const AGREED = { missing: [], invented: [], builtButMarked: [], twice: [] };

/** `GET {api}/tokens`; the one route that takes any method is written `ANY`. */
const OPERATIONS: ReadonlyMap<string, Operation> = new Map(
  Object.entries(DOCUMENT.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const verb = path === '/verify' ? 'ANY' : method.toUpperCase();
      return [`${verb} ${path.startsWith(API) ? `{api}${path.slice(API.length)}` : path}`, operation] as const;
    }),
  ),
);
const CALLS = CALL_TABLES.flatMap(rowsBelow);
const BUILT_CALLS = CALLS.flatMap(({ name, cells }) => {
  const operation = OPERATIONS.get(name);
  return operation === undefined ? [] : [{ name, cells, operation }];
});

function marksThatDiffer(mark: string, header: string): string[] {
  const differs = BUILT_CALLS.filter(({ cells, operation }) => {
    const takesIt = operation.parameters?.some(({ name }) => name === header) ?? false;
    return takesIt !== cells[2]?.includes(mark);
  });
  return differs.map(({ name }) => name);
}

describe('the calls of docs/contract.md', () => {
  it('are the routes of docs/openapi.json', () => {
    expect(compared(CALLS, [...OPERATIONS.keys()])).toEqual(AGREED);
  });

  it('name the scopes that the routes need', () => {
    const scopesOf = ({ security = [] }: Operation) => security.flatMap((each) => each['clientCredentials'] ?? []);
    const named = BUILT_CALLS.map(({ name, cells }) => [name, codesOf(cells[1] ?? '')]);
    expect(named).toEqual(BUILT_CALLS.map(({ name, operation }) => [name, scopesOf(operation)]));
  });

  it.each([
    ['A', 'X-Account-Id'],
    ['E', 'If-Match'],
    ['K', 'Idempotency-Key'],
  ])('have the mark %s when they take %s, and only then', (mark, header) => {
    expect(marksThatDiffer(mark, header)).toEqual([]);
  });

  it('leave to another table what the OpenAPI document does not have', () => {
    const others = tableBelow(PAGE, 'Paths outside the OpenAPI document').flatMap(([paths = '']) => codesOf(paths));
    expect(others.filter((path) => OPERATIONS.has(path))).toEqual([]);
    expect(others.length).toBeGreaterThan(4);
  });
});

describe('the objects of docs/contract.md', () => {
  const rows = ['Request objects', 'Answer objects'].flatMap((heading) =>
    tableBelow(PAGE, heading).map(([name = '', fields = '']) => [codesOf(name)[0] ?? '', codesOf(fields)] as const),
  );
  const fields = new Map(rows);
  const schemas = Object.entries(DOCUMENT.components.schemas).filter(([name]) => !name.endsWith('PageResponse'));

  /** `...TokenResponse` stands for all fields of that object. */
  function fieldsOf(name: string): string[] {
    return (fields.get(name) ?? []).flatMap((field) => (field.startsWith('...') ? fieldsOf(field.slice(3)) : field));
  }

  it('are the schemas of docs/openapi.json', () => {
    expect(rows.map(([name]) => name).sort()).toEqual(schemas.map(([name]) => name).sort());
  });

  it.each(schemas)('%s has the fields of its schema', (name, { properties = {} }) => {
    expect(fieldsOf(name).sort()).toEqual(Object.keys(properties).sort());
  });

  it('the audit log lists the actions', () => {
    const { AuditEventResponse } = DOCUMENT.components.schemas;
    const { action } = (AuditEventResponse?.properties ?? {}) as { action?: { enum: string[] } };
    const listed = tableBelow(PAGE, 'Audit log').flatMap(([, actions = '']) => codesOf(actions));
    expect(listed.sort()).toEqual([...(action?.enum ?? [])].sort());
  });
});

describe('the settings of docs/contract.md', () => {
  it('are those of the code', () => {
    expect(compared(rowsBelow('Table of settings'), [...PLAIN_SETTINGS, ...SECRET_SETTINGS])).toEqual(AGREED);
  });
});

describe('the error codes of docs/contract.md', () => {
  /** By code, the status: docs/errors.md is generated from the code. */
  const statuses = new Map(
    readDoc('errors.md')
      .split(/^## /m)
      .flatMap((section) => {
        const codes = [...section.matchAll(/^### (\w+)$/gm)];
        return codes.map(([, code = '']) => [code, section.slice(0, 3)] as const);
      }),
  );

  it('are those of docs/errors.md', () => {
    expect(compared(rowsBelow('Error codes'), [...statuses.keys()])).toEqual(AGREED);
  });

  it('have the status of docs/errors.md', () => {
    const built = rowsBelow('Error codes').filter(({ isPlanned }) => !isPlanned);
    expect(built.map(({ name, cells }) => [name, cells[1]])).toEqual(
      built.map(({ name }) => [name, statuses.get(name)]),
    );
  });

  it('of the OAuth endpoints are those of the code', () => {
    expect(compared(rowsBelow('OAuth error codes'), Object.keys(OAUTH_CODES))).toEqual(AGREED);
  });
});

describe('the terms of docs/contract.md', () => {
  it('list the built-in scopes', () => {
    expect(compared(rowsBelow('Scopes'), Object.keys(BUILT_IN_SCOPES))).toEqual(AGREED);
  });

  it('list the built-in roles', () => {
    expect(
      compared(
        rowsBelow('Built-in roles'),
        BUILT_IN_ROLES.map(({ name }) => name),
      ),
    ).toEqual(AGREED);
  });
});

describe('the headings of docs/contract.md', () => {
  it('are nine numbered sections, which comments cite', () => {
    const numbers = [...PAGE.matchAll(/^## (\d+)\. /gm)].map(([, number]) => Number(number));
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('are all different, so that each has an anchor of its own', () => {
    const headings = [...PAGE.replace(/^```.*?^```/gms, '').matchAll(/^#+ (.+)$/gm)].map(([, text = '']) =>
      text.toLowerCase(),
    );
    expect(headings.filter((text, index) => headings.indexOf(text) !== index)).toEqual([]);
  });
});
