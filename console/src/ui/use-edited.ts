import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useState } from 'react';

/**
 * What a form edits: while it is touched, the version that it was filled with, whatever another look finds meanwhile. So
 * what was typed stays, and what is saved is a change of what was seen.
 */
export function useEdited<T>(current: T, isTouched: boolean, queryKey: QueryKey) {
  const queries = useQueryClient();
  const [edited, setEdited] = useState(current);
  const [wantsNewest, setWantsNewest] = useState(false);
  if (edited !== current && (!isTouched || wantsNewest)) {
    setEdited(current);
    setWantsNewest(false);
  }
  const loadNewest = () => {
    setWantsNewest(true);
    void queries.invalidateQueries({ queryKey });
  };
  return { edited, loadNewest };
}
