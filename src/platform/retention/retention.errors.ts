import { defineError } from '../../shared/errors/domain-error.js';

export const cleanupUnderWay = defineError({
  kind: 'conflict',
  code: 'care_under_way',
  title: 'Another instance is cleaning up',
  remedy: 'Wait until the other instance is done. If that instance was killed, its turn expires after a minute.',
});
