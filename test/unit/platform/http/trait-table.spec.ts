import { All, Controller, Get, Post } from '@nestjs/common';
import type { ModulesContainer } from '@nestjs/core';
import { describe, expect, it } from '@jest/globals';
import { TraitTable } from '../../../../src/platform/http/server/trait-table.js';
import {
  AtRoot,
  IdentityHeaders,
  NO_TRAITS,
  OAuthDialect,
  PassedOn,
  UnreadBody,
} from '../../../../src/shared/protocol/route-traits.js';
import { testSettings } from '../../../support/test-settings.js';

@AtRoot()
@OAuthDialect()
@Controller('oauth/token')
class TokenController {
  @Post() issue(): void {
    return;
  }
}

@OAuthDialect()
@Controller('auth/token')
class SignInController {
  @Post() issue(): void {
    return;
  }
}

@AtRoot()
@PassedOn()
@UnreadBody()
@Controller('gw')
class GatewayController {
  @All('*') pass(): void {
    return;
  }
}

@AtRoot()
@IdentityHeaders()
@Controller('verify')
class VerifyController {
  @All() verify(): void {
    return;
  }
}

@Controller('tokens')
class PlainController {
  @Get() list(): void {
    return;
  }
}

@IdentityHeaders()
@Controller('things')
class ParameterController {
  @Get(':id') read(): void {
    return;
  }
}

type ControllerClass = abstract new (...args: never[]) => object;

function tableOf(...controllers: ControllerClass[]): TraitTable {
  const wrappers = new Map(controllers.map((metatype) => [metatype, { metatype }]));
  const modules = new Map([['one', { controllers: wrappers }]]) as unknown as ModulesContainer; // of a module only these are read
  const table = new TraitTable(modules, testSettings({ dataDir: '', database: { kind: 'sqlite', file: '' } }));
  table.onModuleInit();
  return table;
}

describe('the traits of a path', () => {
  const table = tableOf(TokenController, SignInController, GatewayController, VerifyController, PlainController);
  const named = (path: string): string[] =>
    Object.entries(table.of(path))
      .filter(([, has]) => has === true)
      .map(([name]) => name);

  it.each([
    ['/oauth/token', ['atRoot', 'oauthDialect']],
    ['/oauth/token/', ['atRoot', 'oauthDialect']],
    ['/oauth/nonsense', ['atRoot', 'oauthDialect']],
    ['/oauth', []],
    ['/api/v1/auth/token', ['oauthDialect']],
    ['/api/v1/auth/other', []],
    ['/auth/token', []],
    ['/gw/acme/orders', ['atRoot', 'unreadBody', 'passedOn']],
    ['/gw', []],
    ['/verify', ['atRoot', 'identityHeaders']],
    ['/verify/', ['atRoot', 'identityHeaders']],
    ['/verify/x', []],
    ['/api/v1/tokens', []],
  ])('%s has %j', (path, traits) => {
    expect(named(path)).toEqual(traits);
  });

  it('are none where no controller declares any', () => {
    expect(table.of('/api/v1/tokens')).toBe(NO_TRAITS);
  });

  it('cannot stand on a route with a parameter, and the start says so', () => {
    expect(() => tableOf(ParameterController)).toThrow('/api/v1/things/:id');
  });
});
