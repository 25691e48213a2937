import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { Clock } from '../clock/clock.js';
import { Randomness } from '../crypto/randomness.js';

/** Makes UUIDv7 identifiers (RFC 9562 §5.7): sortable by the clock, 74 bits of them random. */
@Injectable()
export class Ids {
  constructor(
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  next(): string {
    return v7({ msecs: this.clock.now().getTime(), random: this.randomness.bytes(16) });
  }
}
