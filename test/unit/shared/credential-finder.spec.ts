import { describe, expect, it, jest } from '@jest/globals';
import { connect } from 'node:http2';
import { Duplex } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import type { Pace } from '../../../src/shared/clock/background-pace.js';
import { CredentialFinder } from '../../../src/shared/exposure/credential-finder.js';
import { compressedIn } from '../../../src/shared/exposure/compressed.js';
import { framingsOf } from '../../../src/shared/exposure/framings.js';
import { CredentialFormat } from '../../../src/shared/crypto/credential-format.js';
import { KeyRing } from '../../../src/shared/crypto/key-ring.js';
import { Randomness } from '../../../src/shared/crypto/randomness.js';
import { pastedReadings } from '../../../src/shared/exposure/pasted-text.js';
import { readings } from '../../../src/shared/exposure/readings.js';

const MIB = 1024 * 1024;
const randomness = new Randomness();
const format = new CredentialFormat('gth');
const finder = new CredentialFinder(format);
const digits = (bytes: number) => Buffer.from(randomness.bytes(bytes)).toString('base64url');

/** One of each form. What they are sealed or signed with doesn't matter to the finder. */
const VALUES = {
  'a token': format.generate('pat', randomness),
  'a secret': format.generate('sec', randomness),
  'a JWT': `eyJhbGciOiJFUzI1NiIsInR5cCI6ImF0K2p3dCJ9.${digits(150)}.${digits(64)}`,
  'a session': new KeyRing([randomness.bytes(32)], randomness).seal(
    '0199c0de-0000-7000-8000-0000000000ff',
    'session-cookie',
  ),
};

const percent = (text: string) => text.replace(/[^a-z]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
const everySign = (text: string, escape: (code: number) => string) =>
  Array.from(text, (sign) => escape(sign.charCodeAt(0))).join('');
const hex = (code: number, length: number) => code.toString(16).padStart(length, '0');
const base64 = (text: string) => Buffer.from(text).toString('base64');
const chunks = (text: string, size: number, end = '\r\n') =>
  `POST / HTTP/1.1${end}${end}${Array.from({ length: Math.ceil(text.length / size) }, (_, i) => {
    const part = text.slice(i * size, (i + 1) * size);
    return `${part.length.toString(16)}${end}${part}${end}`;
  }).join('')}0${end}${end}`;
const posted = (body: Buffer) =>
  Buffer.concat([Buffer.from(`POST / HTTP/1.1\r\nContent-Length: ${body.length}\r\n\r\n`), body]);
const multipart = (data: string) => `--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n${data}\r\n--x--\r\n`;

const ENCODINGS: Record<string, (value: string) => string | Buffer> = {
  'nothing around it': (value) => value,
  'a header': (value) => `GET / HTTP/1.1\r\nAuthorization: Bearer ${value}\r\nHost: a\r\n\r\n`,
  'words right before and after it': (value) => `the-key_${value}`,
  'more letters right after it': (value) => `${value}abc`,
  'percent-encoding': percent,
  'percent-encoding twice': (value) => percent(percent(value)),
  'percent-encoding four times': (value) => percent(percent(percent(percent(value)))),
  '%u escapes': (value) => everySign(value, (code) => `%u${hex(code, 4)}`),
  'escapes of JSON': (value) => `{"token": "${everySign(value, (code) => `\\u${hex(code, 4)}`)}"}`,
  'JSON in JSON': (value) => JSON.stringify(`{"token": "${everySign(value, (code) => `\\u${hex(code, 4)}`)}"}`),
  'escapes of JavaScript': (value) => everySign(value, (code) => `\\x${hex(code, 2)}`),
  'decimal references of XML': (value) => everySign(value, (code) => `&#${code};`),
  'hexadecimal references of XML': (value) => everySign(value, (code) => `&#x${hex(code, 4)};`),
  'percent-encoded escapes of JSON': (value) => percent(everySign(value, (code) => `\\u${hex(code, 4)}`)),
  base64: (value) => base64(value),
  'base64url without padding, a line after it': (value) =>
    `Basic ${Buffer.from(`client:${value}`).toString('base64url')}\r\nHost: a`,
  'base64 in a path': (value) => `GET /some/path/${base64(`client:${value}`)} HTTP/1.1`,
  'base64 in lines': (value) => multipart(base64(`some text before ${value}`).replace(/.{20}/g, '$&\r\n')),
  'base64, percent-encoded': (value) => encodeURIComponent(base64(`?>${value}`)),
  'percent-encoding in base64': (value) => base64(`client:${percent(value)}`),
  'base64 of UTF-16': (value) => Buffer.from(`curl ${value}`, 'utf16le').toString('base64'),
  'UTF-16, little-endian': (value) => Buffer.from(value, 'utf16le'),
  'UTF-16, big-endian': (value) => Buffer.from(value, 'utf16le').swap16(),
  'chunks of 10': (value) => chunks(value, 10),
  'chunks of 1': (value) => chunks(value, 1),
  'chunks of 7 with bare line feeds': (value) => chunks(value, 7, '\n'),
  'chunks with extensions': (value) => chunks(value, 9).replace(/^(\w)\r$/gm, '$1 ;a="b"\r'),
  'chunks that cut it after its first signs, at the start of a line': (value) =>
    `\r\n\r\n5\r\nx\n${value.slice(0, 3)}\r\n${hex(value.length - 3, 1)}\r\n${value.slice(3)}\r\n0\r\n\r\n`,
  'base64 in chunks': (value) => chunks(base64(value), 11),
  gzip: (value) => gzipSync(`{"token": "${value}"}`),
  'gzip in chunks': (value) => {
    const body = gzipSync(`{"token": "${value}"}`).toString('latin1');
    return Buffer.from(chunks(body, 30), 'latin1');
  },
  'gzip in the body of a second request': (value) =>
    Buffer.concat([`t=${digits(100)}`, `{"token": "${value}"}`].map((text) => posted(gzipSync(text)))),
  'gzip behind a body of lines': (value) =>
    Buffer.concat([Buffer.from('a\r\n\r\n'.repeat(2_000)), gzipSync(value), Buffer.from('\r\n')]),
  'a second gzip member': (value) => Buffer.concat([gzipSync(digits(3_000)), gzipSync(`{"token": "${value}"}`)]),
  'two gzip members that it is cut by': (value) =>
    Buffer.concat([gzipSync(`"${value.slice(0, 20)}`), gzipSync(`${value.slice(20)}"`)]),
  'gzip behind what only begins like it': (value) =>
    Buffer.concat([
      ...[0x00, 0x08, 0xff].map((flags) => Buffer.from([0x1f, 0x8b, 0x08, flags, 1, 2, 3, 0x0a])),
      posted(gzipSync(value)),
    ]),
  'deflate, as zlib writes it': (value) => posted(deflateSync(`{"token": "${value}"}`)),
  'deflate with little compression': (value) => posted(deflateSync(value, { level: 1, windowBits: 10 })),
  'deflate without its zlib header': (value) => posted(deflateRawSync(`{"token": "${value}"}`)),
  'deflate in chunks': (value) => Buffer.from(chunks(deflateSync(value).toString('latin1'), 30), 'latin1'),
  'deflate in chunks without its zlib header': (value) =>
    Buffer.from(chunks(deflateRawSync(value).toString('latin1'), 30), 'latin1'),
  'deflate in the body of a second request': (value) =>
    Buffer.concat([posted(deflateRawSync(digits(100))), posted(deflateRawSync(value))]),
  'a stream of zlib and nothing else': (value) => deflateSync(value),
  'deflate in a part of a form': (value) =>
    Buffer.concat([Buffer.from('--x\r\ncontent-type: a/b\r\n\r\n'), deflateSync(value), Buffer.from('\r\n--x--\r\n')]),
  'gzip of a file, with its name': (value) => {
    const bytes = gzipSync(value);
    bytes[3] = 8;
    return Buffer.concat([bytes.subarray(0, 10), Buffer.from('export.json\0'), bytes.subarray(10)]);
  },
  'gzip that was cut off': (value) => gzipSync(`${value} ${digits(5_000)}`).subarray(0, -1_000),
  'a window that ends within it': (value) => ' '.repeat(64 * 1024 - 20) + value,
  'the end of a long text': (value) => '{"a": 1}\n'.repeat(100_000) + value,
};

/** What a client sends that speaks HTTP/2 without asking: all that it says before it has heard anything. */
async function http2Bytes(headers: Record<string, string>, body: string): Promise<Buffer> {
  const sent: Buffer[] = [];
  const wire = new Duplex({
    read: () => undefined,
    write: (chunk: Buffer, _encoding, done) => {
      sent.push(chunk);
      done();
    },
  });
  const session = connect('http://localhost', { createConnection: () => wire });
  const stream = session.request({ ':method': 'POST', ...headers });
  stream.on('error', () => stream.destroy());
  if (!('authorization' in headers)) stream.write(body);
  await delay(20);
  session.destroy();
  return Buffer.concat(sent);
}

class CountingPace implements Pace {
  rests = 0;

  rest(): Promise<void> {
    this.rests++;
    return Promise.resolve();
  }
}

describe('the finder of credentials', () => {
  it.each(Object.keys(ENCODINGS))('finds each of them in %s', async (encoding) => {
    const missed = [];
    for (const [kind, value] of Object.entries(VALUES)) {
      const sent = ENCODINGS[encoding]?.(value) ?? '';
      if (!(await finder.find(Buffer.from(sent))).includes(value)) missed.push(kind);
    }
    expect(missed).toEqual([]);
  });

  it('finds all of them, one right after the other, also after one that was cut off', async () => {
    const tokens = Array.from({ length: 500 }, () => format.generate('pat', randomness));
    const [cut = ''] = tokens;
    const sent = `${cut.slice(0, 30)}${tokens.join('')}`;
    expect(await finder.find(Buffer.from(sent))).toEqual(tokens);
  });

  it('finds nothing that has not our form, or a wrong checksum', async () => {
    const token = VALUES['a token'];
    const wrong = token.slice(0, -1) + (token.endsWith('a') ? 'b' : 'a');
    expect(await finder.find(Buffer.from(`${wrong} gth_pat_x a.b.c deadbeef.short eyJhbGciOiJFUzI1NiJ9`))).toEqual([]);
  });

  it.each(['a header', 'the body'])('finds each of them in %s of HTTP/2, whose headers are packed', async (where) => {
    for (const [kind, value] of Object.entries(VALUES)) {
      const sent = await http2Bytes(where === 'a header' ? { authorization: `Bearer ${value}` } : {}, `token=${value}`);
      if (where === 'a header') expect(sent.toString('latin1')).not.toContain(value.slice(0, 20));
      expect([kind, (await finder.find(sent)).includes(value)]).toEqual([kind, true]);
    }
    const cut = (await http2Bytes({ authorization: VALUES['a token'] }, '')).subarray(0, -1);
    for (const broken of [cut, Buffer.concat([cut, Buffer.alloc(500, 0xff)]), cut.subarray(0, 24)])
      await expect(finder.find(broken)).resolves.toEqual(expect.any(Array));
  });

  it('[79] unzips no more than a MiB of a bomb', async () => {
    for (const pack of [gzipSync, deflateSync, deflateRawSync]) {
      const bomb = pack(Buffer.concat([Buffer.alloc(50 * MIB, ' '), Buffer.from(VALUES['a token'])]));
      expect(await finder.find(Buffer.concat([posted(bomb), posted(bomb)]))).toEqual([]);
    }
  });

  it('leaves what it can say nothing about', async () => {
    // A text that is short and random would be stored as it is.
    const packed = brotliCompressSync(`${'a token '.repeat(500)}${VALUES['a token']}`);
    expect(packed.toString('latin1')).not.toContain(VALUES['a token']);
    expect(await finder.find(packed)).toEqual([]);
  });

  /** Quadratic time would be a million times a million steps for each of these: the test would not end. */
  it.each([
    'eyJ',
    'eyJ.',
    'a.',
    'eyJhbGciOiJFUzI1NiJ9.eyJhbGciOiJFUzI1NiJ9',
    'gth_',
    'gth_pat_',
    'gth_pat_0123456789',
    'x',
    'deadbeef.',
    'deadbeef',
    '%',
    '%25',
    '%2525252541',
    '\\',
    '\\\\u005c',
    '&#x26;',
    '\r\n',
    '\r\n1\r\na',
    '\r\n1;',
    '\0',
    '\x1f\x8b\x08',
    '\x1f\x8b\x08\0\0\0\0\0\0\x03\x03\0',
    'x\x9c',
    'x\x9c\x03\0',
    '\n\n',
    '\n\n\x03\0',
    '\n\n\x05',
    ' ',
    '=',
  ])('[79] takes time that grows with the length alone: a MiB of %j', async (part) => {
    const sent = Buffer.from(part.repeat(Math.ceil(MIB / part.length)).slice(0, MIB), 'latin1');
    expect((await finder.find(sent)).length).toBeLessThan(MIB / 40);
  });

  it.each([
    ' ',
    '\t',
    ' \t',
    '= ',
    '=\t',
    '=',
    '\r',
    '\n ',
    '\n>',
    '\r\n> ',
    '\\',
    '=5F',
    '\u00ad',
    '\u001b[',
    '\u001b[1;',
  ])('[79] looks through the layout of a text in time that grows with the length alone: a MiB of %j', async (part) => {
    const text = `=${part.repeat(Math.ceil(MIB / part.length)).slice(0, MIB)}${VALUES['a token']}`;
    expect(await finder.findInText(text)).toEqual([VALUES['a token']]);
  });

  it('[79] rests after each step of looking through a layout', async () => {
    const pace = new CountingPace();
    await pastedReadings('a\n  b', pace);
    expect(pace.rests).toBeGreaterThanOrEqual(7);
  });

  it.each([
    ['blank lines', '\r\n'],
    ['bare line feeds', '\n'],
    ['chunks', '\r\n1\r\n'],
    ['headers of zlib', 'x\x9cand no stream after it'],
  ])('[79] rests while it looks where a stream can begin, among %s', async (_, part) => {
    const restsIn = async (places: number): Promise<number> => {
      const pace = new CountingPace();
      expect(await compressedIn(Buffer.from(part.repeat(places), 'latin1'), pace)).toHaveLength(0);
      return pace.rests;
    };
    const [once, twice] = [await restsIn(50_000), await restsIn(100_000)];
    expect(once).toBeGreaterThan(50_000 / 600);
    expect(twice).toBeGreaterThan(1.8 * once);
    expect(twice).toBeLessThan(2.2 * once);
  });

  it('[79] joins chunks with a rest now and then, and once for all kinds of streams', async () => {
    const pace = new CountingPace();
    const bytes = Buffer.from('\r\n1\r\na'.repeat(50_000));
    expect(await framingsOf(bytes, pace)).toHaveLength(2);
    expect(pace.rests).toBeGreaterThan(50_000 / 600);
    const read = jest.spyOn(bytes, 'toString');
    await compressedIn(bytes, pace);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('[79] reads any text at most twenty-four times, and hardly longer ones', () => {
    const nested = chunks(`${percent('%u0041')}\0${base64('x'.repeat(60_000))} &#65; \\u0041`, 900);
    const read = [...readings(nested)];
    expect(read.length).toBeGreaterThan(6);
    expect(read.length).toBeLessThanOrEqual(24);
    for (const text of read) expect(text.length).toBeLessThanOrEqual(4 * nested.length);
  });
});
