import { describe, expect, it } from '@jest/globals';
import 'reflect-metadata';
import { readdirSync } from 'node:fs';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validate } from 'class-validator';

const SOURCES = new URL('../../../src/', import.meta.url);
const FILES = readdirSync(SOURCES, { recursive: true })
  .map(String)
  .filter((file) => /\/dto\/.+(?:request|query|filter)\.ts$/.test(file));

/** What goes on, or is compared, byte by byte: credentials of ours and of upstreams, and passwords, whose form is Passwords' to choose. */
const VERBATIM = new Set([
  'AcceptInvitationRequest.invitation',
  'AcceptInvitationRequest.password',
  'ChangePasswordRequest.currentPassword',
  'ChangePasswordRequest.newPassword',
  'ConfirmRequest.password',
  'ConnectionRequest.credentialSecret',
  'CreateUserRequest.password',
  'IdentifyTokenRequest.token',
  'LoginRequest.password',
  'ReportLeaksRequest.credentials',
  'RevealSecretRequest.password',
  // read by a parser that refuses what is no certificate or key
  'CreateCertificateRequest.certificate',
  'CreateCertificateRequest.privateKey',
  'ReplaceCertificateRequest.certificate',
  'ReplaceCertificateRequest.privateKey',
  // looked up among the roles of the site, each of which has a name of capital letters
  'CreateUserRequest.roles',
  'UpdateUserRequest.roles',
  // refused there as unknown, without counting (auth/login/password-sign-in.service.ts)
  'LoginRequest.username',
]);
/** What a proposal says beside the definition: taken with it, and not kept. */
const NOT_KEPT = new Set(['ProxyRequest.scopeNames', 'ProxyRequest.warnings']);
/** The form of OAuth is read by oauth-form.ts; these classes document it. */
const DOCUMENTATION = /(?:oauth|sign-in-tokens)\/dto/;

type Class = new () => object;

interface Field {
  readonly name: string;
  readonly of: Class;
  readonly property: string;
}

async function fields(): Promise<Field[]> {
  const found = new Map<string, Field>();
  for (const file of FILES.filter((each) => !DOCUMENTATION.test(each))) {
    const exported = (await import(new URL(file, SOURCES).href)) as Record<string, unknown>;
    for (const of of Object.values(exported).filter(
      (each): each is Class => typeof each === 'function' && /^class\b/.test(String(each)),
    ))
      for (const { propertyName: property } of getMetadataStorage().getTargetValidationMetadatas(of, '', true, false))
        found.set(`${of.name}.${property}`, { name: `${of.name}.${property}`, of, property });
  }
  return [...found.values()];
}

/** What is wrong with the field, whatever else the request would need. Of credentials each type has its own fields. */
async function problemsOf({ of, property }: Field, value: unknown): Promise<number> {
  const types = ['basic', 'bearer', 'header', 'query', 'client_credentials'];
  const counts = await Promise.all(
    types.map(async (type) => {
      const instance = plainToInstance(of, { type, kind: 'person', [property]: value });
      return (await validate(instance, { whitelist: true, forbidNonWhitelisted: true })).filter(
        (error) => error.property === property,
      ).length;
    }),
  );
  return Math.min(
    ...(/^Credential|Credential(Request)?$/.test(of.name) ? counts.filter((count) => count > 0) : counts),
    9,
  );
}

describe('every text of a request', () => {
  it.each([
    ['a zero-width space', '\u200b'],
    ['a zero-width joiner', '\u200d'],
    ['a mark of direction', '\u200f'],
    ['an Arabic mark of direction', '\u061c'],
    ['a soft hyphen', '\u00ad'],
    ['an override of direction', '\u202e'],
    ['an isolate', '\u2066'],
    ['a word joiner', '\u2060'],
    ['a byte order mark', '\ufeff'],
    ['a noncharacter', '\ufffe'],
    ['another noncharacter', '\uffff'],
    ['a noncharacter of Arabic forms', '\ufdd0'],
    ['a noncharacter of a plane', '\u{1ffff}'],
    ['a tag that nobody sees', '\u{e0041}'],
  ])('[80] a name with %s in it is refused', async (_, sign) => {
    const names = (await fields()).filter(
      ({ name, property }) => ['name', 'email', 'username'].includes(property) && !VERBATIM.has(name),
    );
    expect(names.length).toBeGreaterThan(10);
    const passed: string[] = [];
    for (const field of names)
      for (const text of [`a${sign}b`, `${sign}ab`, `ab${sign}`, `a${sign}b@example.com`])
        if ((await problemsOf(field, text)) === 0) passed.push(`${field.name} ${JSON.stringify(text)}`);
    expect(passed).toEqual([]);
  });

  it('[80] of several lines has nothing that turns the direction of writing, and what scripts need', async () => {
    const described = (await fields()).filter(({ property }) => property === 'description');
    expect(described.length).toBeGreaterThan(5);
    for (const field of described) {
      for (const sign of '\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069')
        expect([field.name, sign, await problemsOf(field, `a${sign}b`)]).toEqual([field.name, sign, 1]);
      for (const text of ['نمی\u200cخواهم', 'क्\u200dष', 'a\u200eb', '👩\u200d💻', 'a\nb'])
        expect([field.name, text, await problemsOf(field, text)]).toEqual([field.name, text, 0]);
    }
  });

  it('[80] a name may have letters of any script, and emoji', async () => {
    const names = (await fields()).filter(({ name }) => /(?:Account|Token|Project)Request\.name$/.test(name));
    expect(names.length).toBeGreaterThan(2);
    for (const field of names)
      for (const text of ['Größe', 'आदेश', 'اردو نام', '注文', '👩', '𝔸b', '\u{1fffd}'])
        expect([field.name, text, await problemsOf(field, text)]).toEqual([field.name, text, 0]);
  });

  it.each([
    ['NUL', 'a\u0000b'],
    ['half a surrogate pair', 'a\ud800b'],
    ['a C1 control character', 'a\u0085b'],
    ['an escape', 'a\u001bb'],
  ])('with %s in it is refused', async (_, text) => {
    const passed: string[] = [];
    for (const field of (await fields()).filter(({ name }) => !VERBATIM.has(name) && !NOT_KEPT.has(name))) {
      const tries = [text, [text], { [text]: text }];
      for (const value of tries)
        if ((await problemsOf(field, value)) === 0) passed.push(`${field.name} ${typeof value}`);
    }
    expect(passed).toEqual([]);
  });

  it('is a field that exists, where it is named here', async () => {
    const names = (await fields()).map(({ name }) => name);
    expect([...VERBATIM, ...NOT_KEPT].filter((name) => !names.includes(name))).toEqual([]);
    expect(names.length).toBeGreaterThan(60);
  });

  it('that names or describes something is in NFC, however it was typed', async () => {
    const named = (await fields()).filter(
      ({ name }) => /\.(?:name|description|search)$/.test(name) && !/Role.*\.name/.test(name),
    );
    expect(named.length).toBeGreaterThan(15);
    for (const { name, of, property } of named) {
      const instance = plainToInstance(of, { [property]: 'Cafe\u0301' }) as Record<string, unknown>;
      expect([name, instance[property]]).toEqual([name, 'Caf\u00e9']);
    }
  });
});

/** The fields that this rule of class-validator guards. */
async function fieldsWith(rule: string, file?: RegExp): Promise<Field[]> {
  const of = (await fields()).filter((field) =>
    getMetadataStorage()
      .getTargetValidationMetadatas(field.of, '', true, false)
      .some(({ propertyName, name }) => propertyName === field.property && name === rule),
  );
  return file === undefined ? of : of.filter(({ name }) => file.test(name));
}

function read({ of, property }: Field, value: unknown): unknown {
  return (plainToInstance(of, { [property]: value }) as Record<string, unknown>)[property];
}

describe('every spelling of a request', () => {
  it('an id in capitals is the same id', async () => {
    const id = '0199c0de-0000-7000-8000-0000000000ab';
    const ids = await fieldsWith('isUuid');
    expect(ids.length).toBeGreaterThan(10);
    for (const field of ids) {
      expect([field.name, read(field, id.toUpperCase())]).toEqual([field.name, id]);
      expect([field.name, read(field, [id.toUpperCase()])]).toEqual([field.name, [id]]);
      expect([field.name, read(field, 5)]).toEqual([field.name, 5]);
    }
  });

  it('a time may have small letters and a leap second', async () => {
    const times = await fieldsWith('isTime');
    expect(times.length).toBeGreaterThan(8);
    for (const field of times)
      for (const text of ['2036-12-31t23:59:60z', '2036-12-31T23:59:59.1234567890Z'])
        expect([field.name, await problemsOf(field, text)]).toEqual([field.name, 0]);
  });

  it('a number in a query is of decimal digits', async () => {
    const numbers = await fieldsWith('isInt', /(?:Query|Filter)\./);
    expect(numbers.length).toBeGreaterThan(5);
    for (const field of numbers) {
      expect([field.name, await problemsOf(field, '50')]).toEqual([field.name, 0]);
      for (const text of ['0x10', '1e2', ' 50', '5.0'])
        expect([field.name, text, await problemsOf(field, text)]).toEqual([field.name, text, 1]);
    }
  });
});
