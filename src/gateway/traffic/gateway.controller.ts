import { All, Controller, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Direct, Public } from '../../shared/authz/access.js';
import { AtRoot, PassedOn, UnreadBody } from '../../shared/protocol/route-traits.js';
import { Gateway } from './gateway.service.js';

/** The data path of deployed proxies. The routes depend on the site; docs/gateway.md describes what they have in common. */
@ApiExcludeController()
@AtRoot()
@PassedOn()
@UnreadBody()
@Controller('gw')
export class GatewayController {
  constructor(private readonly gateway: Gateway) {}

  /** Passes a request on to the upstream of the proxy at its path. It checks the caller itself, as /verify does. */
  @Public()
  @Direct()
  @All('*')
  handle(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.gateway.handle(request, reply);
  }
}
