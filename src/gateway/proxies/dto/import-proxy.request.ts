import { ApiProperty } from '@nestjs/swagger';
import { IsObject, IsUUID, ValidateIf } from 'class-validator';
import { IdInEitherCase } from '../../../shared/validation/id.decorator.js';
import { HasNoProblem, IsTextWithout } from '../../../shared/validation/problem.decorator.js';
import { documentProblem, scopeNamesProblem, scopeResourceProblem } from '../import/openapi-import.js';
import { proxyPathProblem } from '../rules/proxy-path.js';

const DOCUMENT = {
  openapi: '3.1.0',
  info: { title: 'Orders', version: '1' },
  paths: { '/orders/{id}': { get: {} } },
};

export class ImportProxyRequest {
  /**
   * The OpenAPI document, version 3: an object, or a text that is JSON or YAML.
   * @example {"openapi": "3.1.0", "info": {"title": "Orders", "version": "1"}, "paths": {"/orders/{id}": {"get": {}}}}
   */
  @ApiProperty({ oneOf: [{ type: 'object', additionalProperties: true }, { type: 'string' }], example: DOCUMENT })
  @IsObject()
  @HasNoProblem('isOpenApiDocument', documentProblem)
  document: Record<string, unknown> | string;

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
   * asks for scopes of its own needs those.
   * @example "orders"
   */
  @ValidateIf((request: ImportProxyRequest) => request.resource !== undefined)
  @IsTextWithout('isScopeResource', scopeResourceProblem)
  resource?: string;

  /**
   * Scopes of the site for the names of scopes in the document. A name that is left out stands for itself if it could be a scope
   * of the site, and else for one below the resource.
   * @example {"Audit.All": "audits:read"}
   */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, example: { 'Audit.All': 'audits:read' } })
  @ValidateIf((request: ImportProxyRequest) => request.scopeNames !== undefined)
  @HasNoProblem('isScopeNames', scopeNamesProblem)
  scopeNames?: Record<string, string>;
}
