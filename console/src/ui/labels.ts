import { text } from '../text/text';

/** What a form calls the fields that a problem names by their paths of the API. */
export type Labels = Readonly<Record<string, string | undefined>> | ((path: string) => string | undefined);

/** What is wrong with a field, as a sentence about it by its label. */
export function labelled(labels: Labels | undefined, path: string, message: string): string {
  const label = typeof labels === 'function' ? labels(path) : labels?.[path];
  return label === undefined ? text.errors.field(path, message) : text.errors.below(label, path, message);
}
