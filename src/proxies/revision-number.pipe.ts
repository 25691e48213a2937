import { Injectable, type PipeTransform } from '@nestjs/common';
import { validationFailed } from '../shared/errors/general.errors.js';

/** The number of a revision in a path. */
@Injectable()
export class RevisionNumberPipe implements PipeTransform<unknown, number> {
  /** @throws validationFailed */
  transform(value: unknown): number {
    if (typeof value === 'string' && /^[1-9]\d{0,8}$/.test(value)) return Number(value);
    throw validationFailed({ errors: [{ path: 'path.revision', message: 'must be the number of a revision' }] });
  }
}
