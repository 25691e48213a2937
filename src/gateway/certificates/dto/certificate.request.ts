import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength, ValidateIf } from 'class-validator';
import { PageQuery } from '../../../shared/paging.js';
import { IsName } from '../../../shared/validation/name.decorator.js';
import { IsTime } from '../../../shared/validation/time.decorator.js';
import { EXAMPLE_CERTIFICATE } from './example-certificate.js';

/** Room for ten certificates with long keys and many names. */
const LONGEST_PEM = 32_768;
const LONGEST_KEY = 16_384;

export class CreateCertificateRequest {
  /**
   * Unique in the site.
   * @example "ACME root"
   */
  @IsName()
  name: string;

  /** The certificate in PEM form, followed by its chain if it has one. */
  @ApiProperty({ example: EXAMPLE_CERTIFICATE })
  @IsString()
  @MaxLength(LONGEST_PEM)
  certificate: string;

  /**
   * Its private key in PEM form, not encrypted, to present the certificate to an upstream. No answer ever contains the key.
   * @example null
   */
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_KEY)
  privateKey?: string | null;
}

export class ReplaceCertificateRequest {
  /**
   * Unique in the site.
   * @example "ACME root"
   */
  @IsName()
  name: string;

  /** The new certificate and its chain. If left out, the current one stays. */
  @ApiProperty({ example: EXAMPLE_CERTIFICATE })
  @ValidateIf((request: ReplaceCertificateRequest) => request.certificate !== undefined)
  @IsString()
  @MaxLength(LONGEST_PEM)
  certificate?: string;

  /**
   * The private key of the certificate. If left out, the current key stays, provided it belongs to the certificate. Null removes
   * it.
   * @example null
   */
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_KEY)
  privateKey?: string | null;
}

export class CertificateFilter extends PageQuery {
  /**
   * Only certificates that expire before this time, or have already expired.
   * @example "2026-12-01T00:00:00Z"
   */
  @IsOptional()
  @IsTime()
  expiringBefore?: string;
}
