import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsObject,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IdInEitherCase } from '../../../shared/validation/id.decorator.js';
import { IsDescription } from '../../../shared/validation/text.decorator.js';
import { PageQuery } from '../../../shared/paging.js';
import { IsScopeList } from '../../../shared/validation/lists.decorator.js';
import { IsName } from '../../../shared/validation/name.decorator.js';
import { HasNoProblem, IsTextWithout } from '../../../shared/validation/problem.decorator.js';
import { IsSearchText } from '../../../shared/validation/search.decorator.js';
import { addedHeadersProblem, removedHeadersProblem } from '../rules/header-rules.js';
import { methodsProblem } from '../rules/proxy-methods.js';
import { proxyPathProblem } from '../rules/proxy-path.js';
import { MOST_ROUTES } from '../proxies.types.js';
import { patternProblem } from '../rules/route-pattern.js';

const MOST_NOTES = 100_000;

export class ProxyRouteRequest {
  /**
   * Any of GET, HEAD, POST, PUT, PATCH, DELETE and OPTIONS, or `*` alone for all of them. GET includes HEAD.
   * @example ["GET"]
   */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(7)
  @HasNoProblem('isMethodList', methodsProblem)
  methods: string[];

  /**
   * A pattern of paths below the proxy: `/orders`, `/orders/{id}`, `/orders/{id}:cancel`, `/files/*`. A trailing slash makes no
   * difference.
   * @example "/orders/{id}"
   */
  @IsTextWithout('isPathPattern', patternProblem)
  path: string;

  /**
   * The scopes that a token needs, all of them. An empty list lets in any token of the site.
   * @example ["orders:read"]
   */
  @IsScopeList({ least: 0 })
  scopes: string[];
}

export class ProxyHeadersRequest {
  /**
   * Headers to set, replacing the caller's.
   * @example {"X-Api-Version": "2"}
   */
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string', maxLength: 1000 },
    example: { 'X-Api-Version': '2' },
  })
  @ValidateIf((request: ProxyHeadersRequest) => request.add !== undefined)
  @IsObject()
  @HasNoProblem('isHeaderMap', addedHeadersProblem)
  add?: Record<string, string>;

  /**
   * Headers of the caller to drop.
   * @example ["X-Debug"]
   */
  @ValidateIf((request: ProxyHeadersRequest) => request.remove !== undefined)
  @IsArray()
  @ArrayMaxSize(50)
  @HasNoProblem('isHeaderList', removedHeadersProblem)
  remove?: string[];
}

export class ProxyRateLimitRequest {
  /**
   * How many requests a minute one token may make.
   * @example 600
   */
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  perMinute: number;
}

export class ProxyRequest {
  /**
   * Unique in the project.
   * @example "Orders"
   */
  @IsName()
  name: string;

  /**
   * What the proxy leads to.
   * @example "The order service, version 2"
   */
  @IsOptional()
  @IsDescription()
  description?: string | null;

  /**
   * The path after `/gw/{site}`. Unique in the site.
   * @example "/orders"
   */
  @IsTextWithout('isProxyPath', proxyPathProblem)
  path: string;

  /**
   * The connection to its upstream.
   * @example "0199c0de-0000-7000-8000-000000000050"
   */
  @IsUUID()
  @IdInEitherCase()
  connectionId: string;

  /**
   * Who may call what. The first rule that matches a request decides; a request that no rule matches is refused.
   * @example [{"methods": ["GET"], "path": "/orders/{id}", "scopes": ["orders:read"]}]
   */
  @IsArray()
  @ArrayMaxSize(MOST_ROUTES)
  @ValidateNested({ each: true })
  @Type(() => ProxyRouteRequest)
  routes: ProxyRouteRequest[];

  /**
   * Whether to remove the path of the proxy from requests to the upstream. The default is true.
   * @example true
   */
  @ValidateIf((request: ProxyRequest) => request.stripPrefix !== undefined)
  @IsBoolean()
  stripPrefix?: boolean;

  /**
   * How long the upstream may take to begin its answer, and how long it may pause within it. The default is 30 seconds.
   * @example 30000
   */
  @ValidateIf((request: ProxyRequest) => request.timeoutMs !== undefined)
  @IsInt()
  @Min(100)
  @Max(600_000)
  timeoutMs?: number;

  /**
   * The longest request body that is passed on. The default is 10 MiB.
   * @example 10485760
   */
  @ValidateIf((request: ProxyRequest) => request.bodyLimitBytes !== undefined)
  @IsInt()
  @Min(0)
  @Max(1_099_511_627_776)
  bodyLimitBytes?: number;

  /**
   * Changes to the headers of requests on their way to the upstream.
   * @example {"add": {"X-Api-Version": "2"}, "remove": ["X-Debug"]}
   */
  @ValidateIf((request: ProxyRequest) => request.headers !== undefined)
  @IsObject()
  @ValidateNested()
  @Type(() => ProxyHeadersRequest)
  headers?: ProxyHeadersRequest;

  /**
   * A rate limit for each token. Left out or null: none.
   * @example {"perMinute": 600}
   */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => ProxyRateLimitRequest)
  rateLimit?: ProxyRateLimitRequest | null;

  /**
   * What an import said about its proposal, which can so be sent as it is. Not kept.
   * @example []
   */
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true }, example: [] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_NOTES)
  scopeNames?: unknown[];

  /**
   * What an import said about its proposal, which can so be sent as it is. Not kept.
   * @example []
   */
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true }, example: [] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_NOTES)
  warnings?: unknown[];
}

export class ProxyFilter extends PageQuery {
  /**
   * Only proxies whose name contains this, ignoring case.
   * @example "order"
   */
  @IsOptional()
  @IsSearchText()
  search?: string;
}
