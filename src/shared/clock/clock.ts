import { performance } from 'node:perf_hooks';
import { Injectable } from '@nestjs/common';

/** The only reader of the time. Tests replace it with a clock that they can set. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** Milliseconds since some moment; goes on evenly when the time of the machine is set. */
  elapsedMs(): number {
    return performance.now();
  }
}
