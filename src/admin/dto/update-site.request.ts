import { Type } from 'class-transformer';
import { IsObject, ValidateBy, ValidateIf, ValidateNested } from 'class-validator';
import { IsName } from '../../shared/validation/name.decorator.js';
import { slugProblem } from '../../sites/site-slug.js';
import { SitePolicyRequest } from './site-policy.request.js';

/** What is left out stays. */
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
  @IsSlug()
  slug?: string;

  /** What the site asks of its tokens. A rule that is left out stays as it is. */
  @ValidateIf((request: UpdateSiteRequest) => request.policy !== undefined)
  @IsObject()
  @ValidateNested()
  @Type(() => SitePolicyRequest)
  policy?: SitePolicyRequest;
}

function IsSlug(): PropertyDecorator {
  return ValidateBy({
    name: 'isSlug',
    validator: {
      validate: (value: unknown) => problemOf(value) === null,
      defaultMessage: (args) => `$property ${problemOf(args?.value) ?? ''}`,
    },
  });
}

function problemOf(value: unknown): string | null {
  return typeof value === 'string' ? slugProblem(value) : 'must be a text';
}
