import { ApiProperty } from '@nestjs/swagger';
import { IsObject, IsUUID, ValidateIf } from 'class-validator';
import { HasNoProblem, IsTextWithout } from '../../shared/validation/problem.decorator.js';
import { documentProblem, scopeResourceProblem } from '../openapi-routes.js';
import { proxyPathProblem } from '../proxy-path.js';

const DOCUMENT = {
  openapi: '3.1.0',
  info: { title: 'Orders', version: '1' },
  paths: { '/orders/{id}': { get: {} } },
};

export class ImportProxyRequest {
  /**
   * The OpenAPI document, version 3, as JSON.
   * @example {"openapi": "3.1.0", "info": {"title": "Orders", "version": "1"}, "paths": {"/orders/{id}": {"get": {}}}}
   */
  @ApiProperty({ type: 'object', additionalProperties: true, example: DOCUMENT })
  @IsObject()
  @HasNoProblem('isOpenApiDocument', documentProblem)
  document: Record<string, unknown>;

  /**
   * The connection to the upstream that the document describes.
   * @example "0199c0de-0000-7000-8000-000000000050"
   */
  @IsUUID()
  connectionId: string;

  /**
   * Where the proxy shall be; made from the title of the document when left out.
   * @example "/orders"
   */
  @ValidateIf((request: ImportProxyRequest) => request.path !== undefined)
  @IsTextWithout('isProxyPath', proxyPathProblem)
  path?: string;

  /**
   * The resource of the proposed scopes, `orders` for `orders:read`; made from the path when left out. An operation
   * that names scopes of its own keeps them.
   * @example "orders"
   */
  @ValidateIf((request: ImportProxyRequest) => request.resource !== undefined)
  @IsTextWithout('isScopeResource', scopeResourceProblem)
  resource?: string;
}
