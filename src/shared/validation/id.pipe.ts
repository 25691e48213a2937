import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { validationFailed } from '../errors/general.errors.js';

/** An id in a path. A text that can't be an id is refused with its place named, like every wrong field (contract §6). */
@Injectable()
export class IdPipe implements PipeTransform<unknown, string> {
  /** Ids are compared byte by byte, and stored in lower case. @throws validationFailed */
  transform(value: unknown, { data }: ArgumentMetadata): string {
    if (isUUID(value)) return String(value).toLowerCase();
    throw validationFailed({ errors: [{ path: `path.${data ?? 'id'}`, message: 'must be an id (a UUID)' }] });
  }
}
