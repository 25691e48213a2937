import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { IdInEitherCase } from '../../../shared/validation/id.decorator.js';
import { IsName } from '../../../shared/validation/name.decorator.js';
import { IsBaseUrl } from '../base-url.decorator.js';

/** The same for creating and changing a connection: a change sends every field. */
export class ConnectionRequest {
  /**
   * Unique in the site.
   * @example "Orders API"
   */
  @IsName()
  name: string;

  /**
   * The address of the upstream: http or https, a host and, if the API is below one, a path.
   * @example "https://orders.example.com/v2"
   */
  @IsBaseUrl()
  @MaxLength(2000)
  baseUrl: string;

  /**
   * The id of the credential to show the upstream. Left out or null: none.
   * @example null
   */
  @IsOptional()
  @IsUUID()
  @IdInEitherCase()
  credentialId?: string | null;

  /**
   * The secret of that credential, sent again. It is needed to send the credential where it has not been sent yet: to a scheme,
   * host or port outside its `origins`.
   * @example null
   */
  @IsOptional()
  @IsString()
  @MaxLength(8192)
  credentialSecret?: string | null;

  /**
   * The id of the certificate that must have signed the upstream's own. Left out or null: any of the well-known authorities. Only
   * for https, like the next field.
   * @example null
   */
  @IsOptional()
  @IsUUID()
  @IdInEitherCase()
  caCertificateId?: string | null;

  /**
   * The id of the certificate to present to the upstream in TLS. It needs a private key. Left out or null: none.
   * @example null
   */
  @IsOptional()
  @IsUUID()
  @IdInEitherCase()
  clientCertificateId?: string | null;
}
