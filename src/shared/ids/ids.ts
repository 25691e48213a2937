import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { Clock } from '../clock/clock.js';
import { Randomness } from '../crypto/randomness.js';

/** Makes UUIDv7 identifiers (RFC 9562 §5.7): they sort by time, and have 74 random bits. */
@Injectable()
export class Ids {
  #msecs = 0;
  #counter = 0;

  constructor(
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  next(): string {
    const msecs = this.clock.now().getTime();
    const random = this.randomness.bytes(16);
    // RFC 9562 §6.2: within a millisecond, a counter keeps ids in the order of their creation. It starts low enough to grow.
    this.#counter = msecs === this.#msecs ? this.#counter + 1 : Buffer.from(random).readUInt32BE(12) >>> 1;
    this.#msecs = msecs;
    return v7({ msecs, seq: this.#counter, random });
  }
}
