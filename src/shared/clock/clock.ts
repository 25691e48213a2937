import { Injectable } from '@nestjs/common';

/** The only reader of the time. Tests replace it with a clock that they can set. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
