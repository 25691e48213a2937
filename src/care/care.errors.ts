import { defineError } from '../shared/errors/domain-error.js';

export const careUnderWay = defineError({
  kind: 'conflict',
  code: 'care_under_way',
  title: 'Another instance is cleaning up',
  remedy: 'Wait until it is done. If it was killed, its turn ends by itself after a minute.',
});
