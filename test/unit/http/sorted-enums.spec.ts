import { expect, it } from '@jest/globals';
import { withSortedEnums } from '../../../src/http/openapi/sorted-enums.js';

it('puts enumerations in order wherever they are, and nothing else', () => {
  const schema = { enum: ['b', 'a'], example: ['b', 'a'], type: 'string' };
  const sorted = { enum: ['a', 'b'], example: ['b', 'a'], type: 'string' };
  expect(withSortedEnums({ list: [schema, null, 7], nested: { items: schema } })).toEqual({
    list: [sorted, null, 7],
    nested: { items: sorted },
  });
});
