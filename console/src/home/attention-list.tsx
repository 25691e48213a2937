import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import classes from './attention.module.css';

export interface Concern {
  readonly key: string;
  readonly what: ReactNode;
  readonly hint?: ReactNode;
  /** Its one click: a button, or a link to where it is dealt with. */
  readonly action: string;
  readonly actionNamed: string;
  readonly act: (() => void) | string;
}

/** What wants to be dealt with, each with its one click. */
export function AttentionList({ concerns }: { readonly concerns: readonly Concern[] }) {
  return (
    <ul className={classes.list}>
      {concerns.map((concern) => (
        <li key={concern.key} className={classes.concern}>
          <div>
            <Text size="sm" fw={500}>
              {concern.what}
            </Text>
            {concern.hint !== undefined && (
              <Text size="xs" c="dimmed">
                {concern.hint}
              </Text>
            )}
          </div>
          <Action concern={concern} />
        </li>
      ))}
    </ul>
  );
}

function Action({ concern: { action, actionNamed, act } }: { readonly concern: Concern }) {
  if (typeof act === 'string')
    return (
      <Button component={Link} to={act} size="xs" variant="default" aria-label={actionNamed}>
        {action}
      </Button>
    );
  return (
    <Button size="xs" variant="default" aria-label={actionNamed} onClick={act}>
      {action}
    </Button>
  );
}
