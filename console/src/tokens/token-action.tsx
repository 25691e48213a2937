import { ActionIcon, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';

interface TokenActionProps {
  readonly label: string;
  /** With the token's name: what a screen reader says. */
  readonly named: string;
  readonly onClick: () => void;
  /** The icon. */
  readonly children: ReactNode;
}

/** What can be done with the token of a row. */
export function TokenAction({ label, named, onClick, children }: TokenActionProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="default" size="lg" aria-label={named} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
