import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';

/** The only source of randomness: the operating system's CSPRNG. Tests replace it to repeat a run. */
@Injectable()
export class Randomness {
  bytes(length: number): Uint8Array {
    return randomBytes(length);
  }
}
