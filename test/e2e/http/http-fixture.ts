import {
  Body,
  Controller,
  Get,
  HttpException,
  Module,
  Param,
  Post,
  Query,
  UnauthorizedException,
  type DynamicModule,
  type INestApplicationContext,
} from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsInt, IsString, MaxLength, ValidateNested } from 'class-validator';
import { PageQuery } from '../../../src/shared/paging.js';
import { Public } from '../../../src/shared/authz/access.js';
import { CurrentRequest, type RequestContext } from '../../../src/shared/authz/actor.js';
import { AtRoot, OAuthDialect } from '../../../src/shared/protocol/route-traits.js';
import { ExposedCredentials } from '../../../src/platform/http/exposed-credentials.js';
import { databaseUnavailable, duplicateName, rateLimited } from '../../../src/shared/errors/general.errors.js';
import { OAuthError } from '../../../src/shared/errors/oauth-error.js';
import { translated } from '../../../src/platform/database/database-failures.js';

class Inner {
  @IsString()
  @MaxLength(5)
  name: string;
}

class Outer {
  @IsInt()
  count: number;

  @ValidateNested({ each: true })
  @Type(() => Inner)
  items: Inner[];
}

class OAuthForm {
  @IsString()
  grant_type: string;
}

const FAILURES: Readonly<Record<string, () => unknown>> = {
  domain: () => duplicateName(),
  limited: () => rateLimited({ retryAfterSeconds: 1.2 }),
  database: () => databaseUnavailable({ retryAfterSeconds: 2 }),
  // as everything in src/database lets the driver's errors out
  refused: () =>
    translated(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', query: 'SELECT secret' })),
  crash: () => new TypeError('SELECT * FROM users exploded'),
  thrown: () => 'a string',
  nest: () => new UnauthorizedException('hidden message'),
  teapot: () => new HttpException('short and stout', 418),
};

@Public()
@Controller()
class FixtureController {
  @Post('fixture/things')
  things(@Body() body: Outer): unknown {
    return body;
  }

  @Get('fixture/page')
  page(@Query() query: PageQuery): unknown {
    return query;
  }

  @Get('fixture/fail/:how')
  fail(@Param('how') how: string): never {
    throw FAILURES[how]?.();
  }

  @Get('fixture/who')
  who(@CurrentRequest() context: RequestContext): RequestContext {
    return context;
  }
}

@Public()
@AtRoot()
@OAuthDialect()
@Controller('oauth')
class OAuthFixtureController {
  @Post('echo')
  echo(@Body() form: Record<string, unknown>): unknown {
    return { ...form };
  }

  @Post('form')
  form(@Body() form: OAuthForm): unknown {
    return form;
  }

  @Get('fail/oauth')
  oauthError(): never {
    throw new OAuthError(401, 'invalid_client', 'Who?', { challenge: 'Basic realm="x"' });
  }

  @Get('fail/database')
  database(): never {
    throw FAILURES['database']?.();
  }

  @Get('fail/crash')
  crash(): never {
    throw FAILURES['crash']?.();
  }
}

/** Remembers what was reported instead of revoking it. */
export class ReportedCredentials extends ExposedCredentials {
  readonly reports: { values: readonly string[]; context: RequestContext }[] = [];
  failure: Error | null = null;

  override report(values: readonly string[], context: RequestContext): Promise<void> {
    this.reports.push({ values, context });
    return this.failure === null ? Promise.resolve() : Promise.reject(this.failure);
  }
}

@Module({})
class FixtureModule {}

/** Routes that fail in every way. */
export function fixture(): DynamicModule {
  return { module: FixtureModule, controllers: [FixtureController, OAuthFixtureController] };
}

/** Puts a recorder in the place of the revocation, which has tests of its own. */
export function recordReports(app: INestApplicationContext): ReportedCredentials {
  const recorder = new ReportedCredentials();
  const revocation = app.get(ExposedCredentials, { strict: false });
  revocation.report = (values, context) => recorder.report(values, context);
  return recorder;
}
