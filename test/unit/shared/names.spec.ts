import { describe, expect, it } from '@jest/globals';
import { nameFrom, nameProblem } from '../../../src/shared/validation/name.decorator.js';

describe('a name', () => {
  it.each([
    'Acme',
    'Ünïted & Söhne',
    'Order API 2',
    '株式会社',
    'Acme 🚀',
    'I ❤️ APIs',
    '☎️ support',
    'שלום',
    'a\u0301',
  ])('may be %j', (name) => {
    expect(nameProblem(name)).toBeNull();
  });

  it.each([
    ...[
      'Ac\u034fme',
      'Acme\ufe0f',
      '1\ufe0f',
      '\u3164Acme',
      '\u3164',
      'Acme\u115f',
      '\uffa0Acme',
      '\u17b4Acme',
      'Acme\u180b',
    ],
    ...[
      'Acme\u{e0100}',
      'Acme\u{e0041}',
      'Acme\u00a0',
      '\u3000Acme',
      '\u2800',
      'Ac\u200bme',
      'Ac\u{1d173}me',
      'Ac\u{1bca0}me',
    ],
    ...['Acme\t', ' Acme', 'Acme ', 'Ac\u202eme', '\ufffe', '\u{1ffff}', '', 'x'.repeat(101)],
  ])('may not be %j', (name) => {
    expect(nameProblem(name)).not.toBeNull();
  });

  it('that is made of another text has what a name may have', () => {
    expect(nameFrom('\u3164Ac\u034fme\u{e0100}\u00a0')).toBe('Acme');
    expect(nameFrom('I ❤️ APIs 1\ufe0f')).toBe('I ❤️ APIs 1');
    expect(nameFrom('\u2800\u3164')).toBeNull();
  });
});
