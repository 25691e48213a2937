import { Controller, Get, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../../../shared/authz/access.js';
import { AtRoot } from '../../../shared/protocol/route-traits.js';
import { HealthService, type HealthAnswer } from './health.service.js';

const statusSchema = (status: string) => ({
  type: 'object',
  properties: { status: { type: 'string', enum: [status] } },
  required: ['status'],
  additionalProperties: false,
  example: { status },
});

@ApiTags('health')
@Public()
@AtRoot()
@Controller('health')
export class HealthController {
  constructor(private readonly health: HealthService) {}

  /** Whether the process is alive. Answers 200 even when the database is down. */
  @Get('live')
  @ApiOperation({ summary: 'Is the process alive?' })
  @ApiResponse({ status: 200, description: 'Alive', schema: statusSchema('ok') })
  live(@Res() reply: FastifyReply): void {
    send(reply, this.health.live());
  }

  /** Whether this instance can serve. Asks the database, within a second. */
  @Get('ready')
  @ApiOperation({ summary: 'Can this instance serve?' })
  @ApiResponse({ status: 200, description: 'Ready', schema: statusSchema('ok') })
  @ApiResponse({ status: 503, description: 'Not ready', schema: statusSchema('unavailable') })
  async ready(@Res() reply: FastifyReply): Promise<void> {
    send(reply, await this.health.ready());
  }
}

function send(reply: FastifyReply, { status, body }: HealthAnswer): void {
  void reply.code(status).header('content-type', 'application/json; charset=utf-8').send(body);
}
