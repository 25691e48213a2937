// Owns figures: verifications and refusals counted by the hour, and how many tokens are in which state.
// Leaves to others: what a verification is, and reporting one (auth); the tokens themselves (tokens).
import { Module } from '@nestjs/common';
import { TokensModule } from '../tokens/tokens.module.js';
import { AdminStatisticsController } from './admin-statistics.controller.js';
import { StatisticsRetention } from './statistics-retention.service.js';
import { StatisticsController } from './statistics.controller.js';
import { VerificationCounter } from './verification-counter.service.js';
import { VerificationCountRepository } from './verification-count.repository.js';
import { VerificationStatistics } from './verification-statistics.service.js';

@Module({
  imports: [TokensModule],
  controllers: [StatisticsController, AdminStatisticsController],
  providers: [StatisticsRetention, VerificationCountRepository, VerificationCounter, VerificationStatistics],
  exports: [StatisticsRetention, VerificationCounter],
})
export class StatisticsModule {}
