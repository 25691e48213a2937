import { describe, expect, it } from '@jest/globals';
import { apiPrefix } from '../../../../src/platform/config/reading/parsers.js';
import { CONSOLE_PAGES } from '../../../../src/platform/http/console/console-pages.js';

describe('the addresses of the console', () => {
  it.each([...CONSOLE_PAGES.filter((path) => path !== '/'), '/assets'])(
    'are no prefix that the API can be given: %s',
    (path) => {
      const [, first = ''] = path.split('/');
      expect(() => apiPrefix(`/${first}/v1`)).toThrow('which is taken');
    },
  );
});
