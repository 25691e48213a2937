// Owns the clean-up schedule of a running service. The operator's command makes a single round, and starts no schedule.
import { Module } from '@nestjs/common';
import { CleanupSchedule } from '../platform/retention/cleanup-schedule.js';
import { RetentionModule } from './retention.module.js';

@Module({ imports: [RetentionModule], providers: [CleanupSchedule] })
export class RetentionScheduleModule {}
