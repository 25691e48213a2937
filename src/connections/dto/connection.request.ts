import { IsOptional, IsUUID, MaxLength } from 'class-validator';
import { IsName } from '../../shared/validation/name.decorator.js';
import { IsBaseUrl } from '../base-url.decorator.js';

/** The same for a new connection and for a changed one: a change says all of it. */
export class ConnectionRequest {
  /**
   * Unique in the site.
   * @example "Orders API"
   */
  @IsName()
  name: string;

  /**
   * Where the upstream is: http or https, a host, and a path if what is asked for is below one.
   * @example "https://orders.example.com/v2"
   */
  @IsBaseUrl()
  @MaxLength(2000)
  baseUrl: string;

  /**
   * The id of the credential that the upstream is shown. Left out or null: none.
   * @example null
   */
  @IsOptional()
  @IsUUID()
  credentialId?: string | null;

  /**
   * The id of the certificate that the upstream's own must be signed by. Left out or null: by any of the well-known
   * authorities. Of https alone, as the next.
   * @example null
   */
  @IsOptional()
  @IsUUID()
  caCertificateId?: string | null;

  /**
   * The id of the certificate that the upstream is shown in TLS; it needs a private key. Left out or null: none.
   * @example null
   */
  @IsOptional()
  @IsUUID()
  clientCertificateId?: string | null;
}
