import { useState } from 'react';

/** The last value that was not null: what a dialog shows while it fades out, after its subject is gone. */
export function useKept<T>(value: T | null): T | null {
  const [kept, setKept] = useState(value);
  if (value !== null && value !== kept) setKept(value);
  return value ?? kept;
}
