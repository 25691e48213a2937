import { ApiProperty } from '@nestjs/swagger';
import { IsObject, IsUUID, ValidateIf } from 'class-validator';
import { IdInEitherCase } from '../../../shared/validation/id.decorator.js';
import { HasNoProblem, IsTextWithout } from '../../../shared/validation/problem.decorator.js';
import { documentProblem, scopeResourceProblem } from '../import/openapi-routes.js';
import { proxyPathProblem } from '../rules/proxy-path.js';

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
  @IdInEitherCase()
  connectionId: string;

  /**
   * The path of the proxy. If left out, it is made from the title of the document.
   * @example "/orders"
   */
  @ValidateIf((request: ImportProxyRequest) => request.path !== undefined)
  @IsTextWithout('isProxyPath', proxyPathProblem)
  path?: string;

  /**
   * The resource of the proposed scopes: `orders` for `orders:read`. If left out, it is made from the path. An operation that
   * names its own scopes keeps them.
   * @example "orders"
   */
  @ValidateIf((request: ImportProxyRequest) => request.resource !== undefined)
  @IsTextWithout('isScopeResource', scopeResourceProblem)
  resource?: string;
}
