import { Injectable } from '@nestjs/common';
import { Randomness } from '../../../shared/crypto/randomness.js';

/**
 * Ids of requests: unique among all instances, and made without a call to the kernel for each. An id from a client is never used.
 */
@Injectable()
export class RequestIds {
  readonly #start: string;
  #count = 0;

  constructor(randomness: Randomness) {
    this.#start = Buffer.from(randomness.bytes(9)).toString('base64url');
  }

  next(): string {
    this.#count += 1;
    return `${this.#start}-${this.#count.toString(36)}`;
  }
}
