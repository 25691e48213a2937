import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, ValidateNested } from 'class-validator';
import { IsTextWithout } from '../../../shared/validation/problem.decorator.js';
import { PROXY_METHODS } from '../rules/proxy-methods.js';
import { MOST_ROUTES } from '../proxies.types.js';
import { ProxyRouteRequest } from './proxy.request.js';

const LONGEST_PATH = 2000;

function testedPathProblem(path: string): string | null {
  if (!path.startsWith('/')) return 'must begin with a slash';
  return path.length > LONGEST_PATH ? `must have at most ${LONGEST_PATH} characters` : null;
}

export class RuleTestRequest {
  /**
   * The rules, as a proxy has them or will have them.
   * @example [{"methods": ["GET"], "path": "/orders/{id}", "scopes": ["orders:read"]}]
   */
  @IsArray()
  @ArrayMaxSize(MOST_ROUTES)
  @ValidateNested({ each: true })
  @Type(() => ProxyRouteRequest)
  routes: ProxyRouteRequest[];

  /**
   * The method of the request to test.
   * @example "GET"
   */
  @IsIn(PROXY_METHODS)
  method: (typeof PROXY_METHODS)[number];

  /**
   * Its path below the proxy, as a client would send it. A query makes no difference.
   * @example "/orders/17"
   */
  @IsTextWithout('isTestedPath', testedPathProblem)
  path: string;
}
