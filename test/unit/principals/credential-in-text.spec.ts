import { describe, expect, it } from '@jest/globals';
import { CredentialCheck } from '../../../src/principals/credential-check.service.js';
import type { PrincipalQuery } from '../../../src/principals/principal.query.js';
import type { Clock } from '../../../src/shared/clock/clock.js';
import { CredentialFormat } from '../../../src/shared/crypto/credential-format.js';
import { Randomness } from '../../../src/shared/crypto/randomness.js';
import type { JwtCodec } from '../../../src/tokens/jwt-codec.js';

const MIB = 1024 * 1024;
const randomness = new Randomness();
const format = new CredentialFormat('gth');
const digits = (bytes: number) => Buffer.from(randomness.bytes(bytes)).toString('base64url');
const check = new CredentialCheck({} as PrincipalQuery, format, {} as JwtCodec, {} as Clock);
const jwt = () => `eyJhbGciOiJFUzI1NiIsInR5cCI6ImF0K2p3dCJ9.eyJ${digits(150)}.${digits(64)}`;
const tokens = (): string[] => [format.generate('app', randomness), format.generate('pat', randomness), jwt()];

const AROUND: Record<string, (token: string) => string> = {
  nothing: (token) => token,
  'Bearer and a line end': (token) => `Bearer ${token}\r\n`,
  underscores: (token) => `_${token}_`,
  hyphens: (token) => `-${token}-`,
  asterisks: (token) => `**${token}**`,
  'a written line break before it': (token) => `\\n${token}\\n`,
  'a written line break, escaped once more': (token) => `\\\\r\\\\n${token}\\\\n`,
  'encoded quotes': (token) => `%22${token}%22`,
  'quotes that were encoded twice': (token) => `%2522${token}%2522`,
  'escaped quotes': (token) => `\\u0022${token}\\u0022`,
  'references to quotes': (token) => `&#34;${token}&#34;`,
  'a word and a dot': (token) => `x.${token}`,
  'a dot and a word': (token) => `${token}.x`,
  'a name with underscores': (token) => `my_${token}`,
  'a line break within it': (token) => `${token.slice(0, 30)}\n${token.slice(30)}`,
  'a wrapped and quoted line': (token) => `> ${token.slice(0, 30)}\r\n> ${token.slice(30)}\r\n`,
  'a wrapped line before its last letter': (token) => `${token.slice(0, -1)}\n${token.slice(-1)}`,
  'text on the lines around it': (token) => `The token\n${token}\nof the client`,
  'itself, again': (token) => `${token} ${token}`,
  'a token that is none': (token) => `${token.slice(0, -3)} ${token}`,
};

describe('the token in a text', () => {
  it.each(Object.entries(AROUND))('is found with %s around or within it', async (_, written) => {
    for (const token of tokens()) expect(await check.tokenIn(written(token))).toBe(token);
  });

  it.each<[string, (token: string) => string]>([
    ['a letter after it', (token) => `${token}x`],
    ['a digit after it', (token) => `${token}0`],
    ['a letter before it', (token) => `x${token}`],
    ['a digit before it', (token) => `22${token}`],
    ['no last letter', (token) => token.slice(0, -1)],
    ['another beside it', (token) => `${token} ${format.generate('app', randomness)}`],
    ['another on the next line', (token) => `${token}\n${format.generate('app', randomness)}`],
    ['another right after it', (token) => `${token}_${format.generate('app', randomness)}`],
    ['a JWT beside it', (token) => `${token}\n${jwt()}`],
    ['an encoded one beside it', (token) => `${token} ${format.generate('app', randomness).replaceAll('_', '%5F')}`],
  ])('is none with %s', async (_, written) => {
    for (const text of tokens().map(written)) expect(await check.tokenIn(text)).toBe(text);
  });

  /** Quadratic time would be a million times a million steps for each of these: the test would not end. */
  it.each([
    ' ',
    'x',
    '_',
    '.',
    'a.',
    'eyJ',
    '_eyJ',
    'eyJ.',
    'gth_',
    'gth_app_',
    '\\',
    '\\n',
    '%22',
    '%2522',
    '=',
    '\n',
  ])('[79] is looked for in time that grows with the length alone: a MiB of %j', async (part) => {
    const text = part.repeat(Math.ceil(MIB / part.length)).slice(0, MIB);
    expect(await check.tokenIn(`.${text}`)).toBe(`.${text}`);
  });
});
