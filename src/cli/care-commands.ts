import { Injectable } from '@nestjs/common';
import { OPERATOR } from '../audit/audit.types.js';
import { careUnderWay } from '../care/care.errors.js';
import { CareRound } from '../care/care-round.js';
import type { CareCounts } from '../care/care.types.js';

/** `care`: what a running service does every interval, once and now. */
@Injectable()
export class CareCommands {
  constructor(private readonly round: CareRound) {}

  async once(): Promise<CareCounts> {
    const counts = await this.round.run(OPERATOR);
    if (counts === null) throw careUnderWay();
    return counts;
  }
}
