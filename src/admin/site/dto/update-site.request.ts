import { Type } from 'class-transformer';
import { IsObject, Matches, ValidateIf, ValidateNested } from 'class-validator';
import { IsName } from '../../../shared/validation/name.decorator.js';
import { SITE_SLUG, SITE_SLUG_PROBLEM } from '../../../directory/sites/site-slug.js';
import { SitePolicyRequest } from './site-policy.request.js';

/** Fields that you leave out stay as they are. */
export class UpdateSiteRequest {
  /**
   * A new name.
   * @example "ACME"
   */
  @ValidateIf((request: UpdateSiteRequest) => request.name !== undefined)
  @IsName()
  name?: string;

  /**
   * A new slug: 2 to 39 characters of a-z, 0-9 and hyphen; unique in the deployment.
   * @example "acme"
   */
  @ValidateIf((request: UpdateSiteRequest) => request.slug !== undefined)
  @Matches(SITE_SLUG, { message: `$property ${SITE_SLUG_PROBLEM}` })
  slug?: string;

  /** The policy for the site's tokens. Rules that you leave out stay as they are. */
  @ValidateIf((request: UpdateSiteRequest) => request.policy !== undefined)
  @IsObject()
  @ValidateNested()
  @Type(() => SitePolicyRequest)
  policy?: SitePolicyRequest;
}
