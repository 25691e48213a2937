import { describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { readBody } from '../../../../src/platform/http/requests/body-reader.js';
import { parseForm } from '../../../../src/platform/http/requests/form-body.js';
import { parseJson } from '../../../../src/platform/http/requests/json-body.js';
import { DomainError } from '../../../../src/shared/errors/domain-error.js';

const REFUSED = 'invalid_request';

/** The code of the refusal; null when it was read. */
function codeOf(read: () => unknown): string | null {
  try {
    read();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

describe('a JSON body', () => {
  const nested = (levels: number, open: string, close: string) =>
    `{"a":${open.repeat(levels - 1)}${close.repeat(levels - 1)}}`;
  const holding = (values: number) =>
    JSON.stringify(Object.fromEntries(Array.from({ length: values }, (_, i) => [`a${i}`, i])));

  it('may be nested 20 levels deep, in objects and in lists', () => {
    const objects = (levels: number) => '{"a":'.repeat(levels) + '1' + '}'.repeat(levels);
    for (const deep of [objects, (levels: number) => nested(levels, '[', ']')])
      expect([codeOf(() => parseJson(deep(20))), codeOf(() => parseJson(deep(21)))]).toEqual([null, REFUSED]);
  });

  it('may hold 2,000 values, wherever they are', () => {
    expect([codeOf(() => parseJson(holding(2_000))), codeOf(() => parseJson(holding(2_001)))]).toEqual([null, REFUSED]);
    const list = (values: number) => `{"a":[${Array(values).fill(1).join(',')}]}`;
    expect([codeOf(() => parseJson(list(1_999))), codeOf(() => parseJson(list(2_000)))]).toEqual([null, REFUSED]);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('has no field of the name %s, at any depth', (name) => {
    for (const body of [`{"${name}":1}`, `{"a":{"${name}":1}}`, `{"a":[{"b":{"${name}":{}}}]}`])
      expect([body, codeOf(() => parseJson(body))]).toEqual([body, REFUSED]);
  });
});

describe('a form', () => {
  const holding = (parameters: number) => Array.from({ length: parameters }, (_, i) => `a${i}=${i}`).join('&');

  it('may have 100 parameters; the same one again counts, an empty one does not', () => {
    expect([codeOf(() => parseForm(holding(100))), codeOf(() => parseForm(holding(101)))]).toEqual([null, REFUSED]);
    expect(codeOf(() => parseForm(`${holding(100)}&a0=1`))).toBe(REFUSED);
    expect(codeOf(() => parseForm(`&&${holding(100)}&&`))).toBeNull();
  });

  it('keeps every value of a parameter that is repeated', () => {
    expect({ ...parseForm('a=1&b=2&a=3&a=') }).toEqual({ a: ['1', '3', ''], b: '2' });
  });
});

describe('a body', () => {
  it('may have as many bytes as the limit, and not one more', async () => {
    const read = (bytes: number) =>
      new Promise<number | string>((resolve) => {
        readBody(Readable.from([Buffer.alloc(bytes - 1), Buffer.alloc(1)]), 10, (error, { length }) => {
          resolve(error === null ? length : error.constructor.name);
        });
      });
    expect([await read(10), await read(11)]).toEqual([10, 'BodyTooLongError']);
  });

  it('of which nothing can come any more has ended early', async () => {
    const body = new Readable({ read: () => undefined });
    body.push('begun');
    body.destroy();
    await once(body, 'close');
    const outcome = new Promise((resolve) => {
      readBody(body, 10, resolve);
    });
    expect(await Promise.race([outcome, setImmediate('no answer')])).toEqual(new Error('the request ended early'));
  });
});
