import { describe, expect, it } from '@jest/globals';
import { BodyRefused, DocumentRefused, openBody } from '../../../../../src/gateway/proxies/import/document-body.js';

const opened = (body: string) => openBody(Buffer.from(body));

describe('a name that occurs twice', () => {
  it.each([
    '{"paths":{"/a":{"get":{}},"/b":1,"/a":{"post":{}}}}',
    '{"openapi":"3.1.0","x":[{"a":1},{"b":[{}],"c":"}","b":2}]}',
    '{"paths":{},"p\\u0061ths":{}}',
    '{"\\"":1,"a":{"\\"":2},"\\u0022":3}',
    '{"__proto__":{},"__proto__":{}}',
    '{"a":{"":1,"":2}}',
  ])('is refused in a document, which would lose one of the two: %s', (document) => {
    expect(() => opened(`{"document":${document}}`)).toThrow(DocumentRefused);
    expect(() => opened(JSON.stringify({ document: `\n${document}` }))).toThrow(
      'has a name twice in one object (line 2)',
    );
    expect(() => opened(JSON.stringify({ document: `# YAML\n${document}` }))).toThrow(
      'has a name twice in one object (line 2)',
    );
  });

  it.each([
    '{"document":{},"document":{}}',
    '{"document":{},"scopeNames":{"a":"b:c","a":"d:e"}}',
    '{"document":{"a":1},"path":"/a","path":"/b"}',
  ])('is refused beside the document: %s', (body) => {
    expect(() => opened(body)).toThrow(BodyRefused);
  });

  it.each([
    '{"a":{"b":1},"b":{"b":[{"a":1},{"a":1},["a","a"]],"a":"a"},"c":["b"],"d":"b"}',
    '{"a":"\\\\","b":"\\"a\\":","c":{},"d":[],"e":-1.5e3}',
    '{}',
  ])('in two objects is none: %s', (document) => {
    const expected = JSON.parse(document) as unknown;
    expect(opened(`{"document":${document}}`).document).toEqual(expected);
    expect(opened(JSON.stringify({ document })).document).toEqual(expected);
  });
});
