import { Injectable } from '@nestjs/common';
import { Randomness } from '../shared/crypto/randomness.js';

/** Ids of requests: unique among all instances, and made without asking the kernel for each. A client's own is never taken over. */
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
