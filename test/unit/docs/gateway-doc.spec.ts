import { describe, expect, it } from '@jest/globals';
import { CLAIMING_HEADERS } from '../../../src/shared/protocol/claiming-headers.js';
import { codesOf, readDoc, tableBelow } from './documents.js';

describe('docs/gateway.md', () => {
  it('[80] lists the headers that a caller does not get to say, and why', () => {
    const rows = tableBelow(readDoc('gateway.md'), 'Headers that callers may not set');
    const documented = rows.map(([names = '', because]) => ({ because, names: codesOf(names) }));
    expect(documented).toEqual(CLAIMING_HEADERS.map(({ because, names }) => ({ because, names: [...names] })));
  });
});
