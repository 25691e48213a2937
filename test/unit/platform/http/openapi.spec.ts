import { Body, Controller, Delete, Get, Module, Param, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { ApiProperty, ApiTags, type OpenAPIObject } from '@nestjs/swagger';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { buildOpenApi } from '../../../../src/platform/http/openapi/set-up-openapi.js';
import { operationIdOf, tagOf } from '../../../../src/platform/http/openapi/operation-names.js';
import { OAuthDialect } from '../../../../src/shared/protocol/route-traits.js';
import {
  AccountCall,
  AllowSecret,
  AnyPrincipal,
  Public,
  RequireScopes,
  RequireScopesConfirmed,
  SessionOnly,
} from '../../../../src/shared/authz/access.js';

class SpeechRequest {
  @ApiProperty()
  text: string;
}

@ApiTags('tokens')
@Controller('api/v1/parrots')
class ParrotsController {
  @Get() @Public() list(): void {
    return;
  }
  @Post() @RequireScopes('users:read', 'users:write') create(@Body() _body: SpeechRequest): void {
    return;
  }
  @Get(':id') @AnyPrincipal() @AccountCall() get(@Param('id') _id: string): void {
    return;
  }
  @Delete(':id') @RequireScopesConfirmed('users:write') remove(@Param('id') _id: string): void {
    return;
  }
  @Post('speak') @SessionOnly() speak(): void {
    return;
  }
  @Get('secret') @AllowSecret() secret(): void {
    return;
  }
}

@OAuthDialect()
@Controller('oauth')
class OAuthController {
  @Post('echo') @Public() echo(@Body() _body: SpeechRequest): void {
    return;
  }
}

@Module({ controllers: [ParrotsController, OAuthController] })
class ParrotModule {}

const SETTINGS = {
  publicUrl: 'https://gatehouse.example',
  apiPrefix: '/api/v1',
  tokenPrefix: 'gth',
  cookie: { domain: null, path: '/' },
};

describe('the OpenAPI document', () => {
  let document: OpenAPIObject;

  beforeAll(async () => {
    const app = await NestFactory.create(ParrotModule, new FastifyAdapter(), { preview: true, logger: false });
    document = await buildOpenApi(app, SETTINGS);
  });

  const operation = (method: 'get' | 'post' | 'delete', path: string) => document.paths[path]?.[method];

  it.each([
    ['get', '/api/v1/parrots', []],
    [
      'post',
      '/api/v1/parrots',
      [{ bearer: [] }, { clientCredentials: ['users:read', 'users:write'] }, { session: [] }],
    ],
    ['get', '/api/v1/parrots/{id}', [{ bearer: [] }, { clientCredentials: [] }, { session: [] }]],
    ['post', '/api/v1/parrots/speak', [{ session: [] }]],
    ['get', '/api/v1/parrots/secret', [{ secret: [] }]],
  ] as const)('takes the credentials of %s %s from its declared access', (method, path, security) => {
    expect(operation(method, path)?.security).toEqual(security);
  });

  it('says which errors a call can answer', () => {
    const statuses = (method: 'get' | 'post', path: string) => Object.keys(operation(method, path)?.responses ?? {});
    expect(statuses('get', '/api/v1/parrots')).toEqual(['200', '400', '429', '500', '503']);
    expect(statuses('post', '/api/v1/parrots')).toEqual([
      '201',
      '400',
      '401',
      '403',
      '409',
      '413',
      '415',
      '429',
      '500',
      '503',
    ]);
    expect(statuses('get', '/api/v1/parrots/{id}')).toContain('404');
  });

  it('answers OAuth errors on the OAuth endpoints and problems elsewhere', () => {
    expect(operation('post', '/oauth/echo')?.responses['400']).toEqual({ $ref: '#/components/responses/OAuth400' });
    expect(operation('get', '/api/v1/parrots')?.responses['400']).toEqual({
      $ref: '#/components/responses/Problem400',
    });
  });

  it('names the scopes and the fresh confirmation in words', () => {
    expect(operation('delete', '/api/v1/parrots/{id}')?.description).toMatch(/Needs `users:write`\. .*15 minutes/);
  });

  it('shows the account header on calls about an account', () => {
    expect(operation('get', '/api/v1/parrots/{id}')?.parameters).toContainEqual(
      expect.objectContaining({ name: 'X-Account-Id', in: 'header', required: false }),
    );
  });
});

describe('names in the OpenAPI document', () => {
  it.each([
    ['TokensController', 'create', 'createToken'],
    ['TokensController', 'list', 'listTokens'],
    ['PoliciesController', 'get', 'getPolicy'],
    ['AddressController', 'get', 'getAddress'],
    ['TokensController', 'rotateCurrent', 'rotateCurrent'],
    ['IntrospectionController', 'introspect', 'introspect'],
  ])('%s.%s is %s', (controller, method, operationId) => {
    expect(operationIdOf(controller, method)).toBe(operationId);
  });

  it.each([
    ['AdminUsersController', 'Admin users'],
    ['OAuthController', 'OAuth'],
  ])('%s has the tag %s', (controller, tag) => {
    expect(tagOf(controller)).toBe(tag);
  });
});
