import { duplicateName } from '../../shared/errors/general.errors.js';
import { isDuplicateKey } from './database-failures.js';

/** Writes a row whose only other key is its name. @throws duplicateName when another `what` of the site has the name. */
export async function namedOnce(what: string, write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    throw duplicateName({ errors: [{ path: 'name', message: `is the name of another ${what}` }] });
  }
}
