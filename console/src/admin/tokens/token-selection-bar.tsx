import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { bulk as words } from '../../text/bulk';
import { AllShown, type Selection } from '../../ui/selection';
import { HandOverTokens } from './hand-over-tokens';
import { RevokeTokens } from './revoke-tokens';
import type { SiteToken } from './use-site-tokens';

interface TokenSelectionBarProps {
  readonly selection: Selection<SiteToken>;
  readonly mayHandOver: boolean;
}

/** What can be done with many tokens at once. */
export function TokenSelectionBar({ selection, mayHandOver }: TokenSelectionBarProps) {
  // the dialogs go on with what was chosen when they opened: the list changes under them
  const [moving, setMoving] = useState<readonly SiteToken[] | null>(null);
  const [revoking, setRevoking] = useState<readonly SiteToken[] | null>(null);
  const { chosen, clear } = selection;
  return (
    <Group role="group" aria-label={words.actions} mb="xs" gap="md" mih={36}>
      <AllShown label={words.allShown} selection={selection} />
      <Text size="sm" c="dimmed" role="status">
        {chosen.length > 0 && words.chosen(chosen.length)}
      </Text>
      {chosen.length > 0 && (
        <Group gap="xs">
          {mayHandOver && (
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                setMoving(chosen);
              }}
            >
              {words.handOver}
            </Button>
          )}
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              setRevoking(chosen);
            }}
          >
            {words.revoke}
          </Button>
          <Button size="xs" variant="subtle" onClick={clear}>
            {words.clear}
          </Button>
        </Group>
      )}
      <HandOverTokens
        tokens={moving}
        onDone={clear}
        onClose={() => {
          setMoving(null);
        }}
      />
      <RevokeTokens
        tokens={revoking}
        onDone={clear}
        onClose={() => {
          setRevoking(null);
        }}
      />
    </Group>
  );
}
