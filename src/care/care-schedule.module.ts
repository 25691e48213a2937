// Owns the clockwork of a running service. The operator's command makes a round by itself, and starts none of its own.
import { Module } from '@nestjs/common';
import { CareSchedule } from './care-schedule.js';
import { CareModule } from './care.module.js';

@Module({ imports: [CareModule], providers: [CareSchedule] })
export class CareScheduleModule {}
