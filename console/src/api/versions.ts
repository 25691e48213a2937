import { answerOf, type Answer } from './client';

/** Something that others may edit too, with the entity tag of the version that was read. */
export type Versioned<T> = T & { readonly etag: string };

export async function versionOf<T extends object>(call: Promise<Answer<T>>): Promise<Versioned<T>> {
  const { headers } = (await call).response;
  return { ...(await answerOf(call)), etag: ownTag(headers.get('etag') ?? '') };
}

/** A reverse proxy that compresses makes the tag weak, or adds how it did: either would match no version. */
function ownTag(tag: string): string {
  return tag.replace(/^W\//, '').replace(/-\w+"$/, '"');
}

/** For `params.header` of a PUT: it is refused when somebody else changed it since. */
export function ifUnchanged({ etag }: { readonly etag: string }): { 'If-Match'?: string } {
  return etag === '' ? {} : { 'If-Match': etag };
}
