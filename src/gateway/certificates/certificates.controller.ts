import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentPrincipal, RequireScopes } from '../../shared/authz/access.js';
import { type Actor, CurrentActor } from '../../shared/authz/actor.js';
import type { Principal } from '../../shared/authz/principal.js';
import { Clock } from '../../shared/clock/clock.js';
import { Secret } from '../../shared/crypto/secret.js';
import { entityTag } from '../../shared/protocol/entity-tag.js';
import { TakesIdempotencyKey } from '../../shared/protocol/idempotency-key.js';
import { IdPipe } from '../../shared/validation/id.pipe.js';
import { timeOf } from '../../shared/validation/time.decorator.js';
import { CertificateAdministration } from './administration/certificate-administration.js';
import type { WantedCertificate } from './administration/certificate-factory.js';
import { CertificateFilter, CreateCertificateRequest, ReplaceCertificateRequest } from './dto/certificate.request.js';
import { CertificatePageResponse, CertificateResponse, certificateResponse } from './dto/certificate.response.js';

/** The certificates that the site trusts, and those that it presents to its upstreams, in TLS. */
@ApiTags('certificates')
@Controller('certificates')
export class CertificatesController {
  constructor(
    private readonly certificates: CertificateAdministration,
    private readonly clock: Clock,
  ) {}

  /** List the certificates of the site, newest first. */
  @Get()
  @RequireScopes('security:read')
  async list(
    @CurrentPrincipal() principal: Principal,
    @Query() { expiringBefore, ...page }: CertificateFilter,
  ): Promise<CertificatePageResponse> {
    const before = expiringBefore === undefined ? undefined : timeOf(expiringBefore);
    const { items, nextCursor } = await this.certificates.list(principal, { ...page, expiringBefore: before });
    const now = this.clock.now();
    return { items: items.map((certificate) => certificateResponse(certificate, now)), nextCursor };
  }

  /** Add a certificate: one to trust or, with its private key, one to present. */
  @Post()
  @TakesIdempotencyKey()
  @RequireScopes('security:write')
  async create(@CurrentActor() actor: Actor, @Body() request: CreateCertificateRequest): Promise<CertificateResponse> {
    return certificateResponse(await this.certificates.create(actor, wanted(request)), this.clock.now());
  }

  /** Get a certificate. */
  @Get(':id')
  @RequireScopes('security:read')
  async read(
    @CurrentPrincipal() principal: Principal,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CertificateResponse> {
    const certificate = await this.certificates.read(principal, id);
    void reply.header('etag', entityTag(certificate.version));
    return certificateResponse(certificate, this.clock.now());
  }

  /** Rename or renew a certificate. Connections that use it switch to the new one. */
  @Put(':id')
  @RequireScopes('security:write')
  async replace(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() request: ReplaceCertificateRequest,
    @Headers('if-match') ifMatch?: string,
  ): Promise<CertificateResponse> {
    return certificateResponse(await this.certificates.replace(actor, id, wanted(request), ifMatch), this.clock.now());
  }

  /** Delete a certificate that no connection uses. */
  @Delete(':id')
  @RequireScopes('security:write')
  @HttpCode(204)
  async delete(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    await this.certificates.delete(actor, id);
  }
}

function wanted({ name, certificate, privateKey }: ReplaceCertificateRequest): WantedCertificate {
  return { name, certificate, privateKey: typeof privateKey === 'string' ? new Secret(privateKey) : privateKey };
}
