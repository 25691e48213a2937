import { IsUUID, ValidateIf } from 'class-validator';
import { IdInEitherCase } from '../../../shared/validation/id.decorator.js';

export class SiteOwnerRequest {
  /**
   * The id of an active person of the site who has set a password, or null for no owner. Without an owner, the tokens and
   * applications of a removed user are decommissioned.
   * @example "0199c0de-0000-7000-8000-0000000000aa"
   */
  @ValidateIf((request: SiteOwnerRequest) => request.userId !== null)
  @IsUUID()
  @IdInEitherCase()
  userId: string | null;
}
