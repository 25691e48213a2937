import { OmitType, PartialType } from '@nestjs/swagger';
import { Equals, IsOptional } from 'class-validator';
import { RegisterApplicationRequest } from './register-application.request.js';

/** What is left out stays. `scopes: null` lifts the scope ceiling, which only a credential without bounds can do. */
export class UpdateApplicationRequest extends PartialType(
  OmitType(RegisterApplicationRequest, ['issueToken'] as const),
) {
  /**
   * Null, and nothing else, lifts the ceiling that an inherited application came with. It takes a session of the owner.
   * @example null
   */
  @IsOptional()
  @Equals(null)
  ceiling?: null;
}
