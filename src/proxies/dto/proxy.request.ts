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
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { PageQuery } from '../../http/paging.js';
import { IsScopeList } from '../../shared/validation/lists.decorator.js';
import { IsName } from '../../shared/validation/name.decorator.js';
import { HasNoProblem, IsTextWithout } from '../../shared/validation/problem.decorator.js';
import { IsSearchText } from '../../shared/validation/search.decorator.js';
import { addedHeadersProblem, removedHeadersProblem } from '../header-rules.js';
import { methodsProblem } from '../proxy-methods.js';
import { proxyPathProblem } from '../proxy-path.js';
import { patternProblem } from '../route-pattern.js';

export const MOST_ROUTES = 200;

export class ProxyRouteRequest {
  /**
   * GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS; or `*` alone for all of them. GET includes HEAD.
   * @example ["GET"]
   */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(7)
  @HasNoProblem('isMethodList', methodsProblem)
  methods: string[];

  /**
   * A pattern of paths below the proxy: `/orders`, `/orders/{id}`, `/files/*`. A slash at the end makes no difference.
   * @example "/orders/{id}"
   */
  @IsTextWithout('isPathPattern', patternProblem)
  path: string;

  /**
   * All that a token needs; an empty list lets any token of the site in.
   * @example ["orders:read"]
   */
  @IsScopeList({ least: 0 })
  scopes: string[];
}

export class ProxyHeadersRequest {
  /**
   * Headers to set, in the place of the caller's.
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
   * Headers of the caller to leave out.
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
   * Requests a minute that one token may make.
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
   * What it leads to.
   * @example "The order service, version 2"
   */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  description?: string | null;

  /**
   * Where it is: `/gw/{site}` and this. Unique in the site.
   * @example "/orders"
   */
  @IsTextWithout('isProxyPath', proxyPathProblem)
  path: string;

  /**
   * The connection to its upstream.
   * @example "0199c0de-0000-7000-8000-000000000050"
   */
  @IsUUID()
  connectionId: string;

  /**
   * Who may call what. The first that fits a request decides; a request that none fits is refused.
   * @example [{"methods": ["GET"], "path": "/orders/{id}", "scopes": ["orders:read"]}]
   */
  @IsArray()
  @ArrayMaxSize(MOST_ROUTES)
  @ValidateNested({ each: true })
  @Type(() => ProxyRouteRequest)
  routes: ProxyRouteRequest[];

  /**
   * Whether the upstream is spared the path of the proxy; true when left out.
   * @example true
   */
  @ValidateIf((request: ProxyRequest) => request.stripPrefix !== undefined)
  @IsBoolean()
  stripPrefix?: boolean;

  /**
   * How long the upstream may take to begin its answer, and be silent within it; 30 seconds when left out.
   * @example 30000
   */
  @ValidateIf((request: ProxyRequest) => request.timeoutMs !== undefined)
  @IsInt()
  @Min(100)
  @Max(600_000)
  timeoutMs?: number;

  /**
   * The longest body that is passed on; 10 MiB when left out.
   * @example 10485760
   */
  @ValidateIf((request: ProxyRequest) => request.bodyLimitBytes !== undefined)
  @IsInt()
  @Min(0)
  @Max(1_099_511_627_776)
  bodyLimitBytes?: number;

  /**
   * What to change in the headers of requests on their way to the upstream.
   * @example {"add": {"X-Api-Version": "2"}, "remove": ["X-Debug"]}
   */
  @ValidateIf((request: ProxyRequest) => request.headers !== undefined)
  @IsObject()
  @ValidateNested()
  @Type(() => ProxyHeadersRequest)
  headers?: ProxyHeadersRequest;

  /**
   * A limit for each token; none when left out or null.
   * @example {"perMinute": 600}
   */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => ProxyRateLimitRequest)
  rateLimit?: ProxyRateLimitRequest | null;
}

export class ProxyFilter extends PageQuery {
  /**
   * Only proxies whose name contains this, whatever the case.
   * @example "order"
   */
  @IsOptional()
  @IsSearchText()
  search?: string;
}
