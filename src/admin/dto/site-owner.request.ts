import { IsUUID, ValidateIf } from 'class-validator';

export class SiteOwnerRequest {
  /**
   * The id of an active person of the site, or null for nobody: what a user who is removed leaves is then decommissioned.
   * @example "0199c0de-0000-7000-8000-0000000000aa"
   */
  @ValidateIf((request: SiteOwnerRequest) => request.userId !== null)
  @IsUUID()
  userId: string | null;
}
