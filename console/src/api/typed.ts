import { useEffect } from 'react';

/** Something was typed into a form of this page, and would be lost with it. */
let isTyped = false;

function note({ target }: Event): void {
  if (target instanceof Element && target.closest('form') !== null) isTyped = true;
}

export function hasTyped(): boolean {
  return isTyped;
}

/** For the frame of all pages: another page begins with nothing typed. */
export function useNoteOfTyping(page: string): void {
  useEffect(() => {
    isTyped = false;
    document.addEventListener('input', note);
    return () => {
      document.removeEventListener('input', note);
    };
  }, [page]);
}
