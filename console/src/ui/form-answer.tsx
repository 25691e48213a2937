import { useEffect, useRef, useState } from 'react';
import { hasCode } from '../api/problem';
import { EditConflict } from './edit-conflict';
import { ProblemAlert, type ProblemAlertProps } from './problem-alert';

interface FormAnswerProps extends ProblemAlertProps {
  /** Of what others edit too. */
  readonly onLoadNewest?: (() => void) | undefined;
}

/**
 * What the service says to the form that it stands in, until that is sent again. It takes the focus: in a long form it would
 * be out of sight, and the button was off meanwhile.
 */
export function FormAnswer({ error, labels, onLoadNewest }: FormAnswerProps) {
  const answer = useRef<HTMLDivElement>(null);
  const [past, setPast] = useState<unknown>(null);
  useEffect(() => {
    if (error !== null && error !== undefined) answer.current?.focus();
    const form = answer.current?.closest('form');
    const forget = () => {
      setPast(error);
    };
    form?.addEventListener('submit', forget);
    return () => form?.removeEventListener('submit', forget);
  }, [error]);
  const current = error === past ? null : error;
  return (
    <div ref={answer} tabIndex={-1}>
      {onLoadNewest !== undefined && hasCode(current, 'edit_conflict') ? (
        <EditConflict onLoadNewest={onLoadNewest} />
      ) : (
        <ProblemAlert error={current} labels={labels} />
      )}
    </div>
  );
}
