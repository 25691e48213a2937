import { Badge, Group, List, Popover, Text, UnstyledButton } from '@mantine/core';
import type { Schemas } from '../api/client';
import { text } from '../text/text';
import { MadeWith } from '../ui/made-with';
import { Time } from '../ui/time';

const { tokens: words } = text;
export type Token = Schemas['TokenResponse'];

const COLORS = { active: 'green', expired: 'gray', revoked: 'red' } as const;

interface TokenNameProps {
  readonly token: Token;
  /** Of what was inherited: what it does until its value is replaced, and who does that. */
  readonly callsOnly: string;
}

export function TokenName({ token, callsOnly }: TokenNameProps) {
  return (
    <>
      <Text span inherit>
        {token.name}
      </Text>
      <Group gap={6} mt={2}>
        <Text span size="xs" c="dimmed" ff="monospace" fw={400}>
          {words.endsWith(token.last4)}
        </Text>
        {token.transferred !== null && (
          <Badge size="sm" variant="dot" color="orange">
            {words.transferred}
          </Badge>
        )}
      </Group>
      {token.transferred !== null && token.state === 'active' && (
        <Text size="xs" c="dimmed" fw={400} mt={2}>
          {callsOnly}
        </Text>
      )}
    </>
  );
}

export function TokenState({ token: { state, stoppedBy, revokedReason } }: { readonly token: Token }) {
  return (
    <>
      <Badge variant="dot" color={stoppedBy === null ? COLORS[state] : 'orange'} tt="none">
        {stoppedBy === null ? words.states[state] : words.stopped}
      </Badge>
      {stoppedBy !== null && (
        <Text size="xs" c="dimmed" mt={2}>
          {words.stoppedBecause[stoppedBy]}
        </Text>
      )}
      {revokedReason !== null && (
        <Text size="xs" c="dimmed" mt={2}>
          {words.revokedBecause(revokedReason)}
        </Text>
      )}
    </>
  );
}

/** What it is narrowed to. The scopes are in a list that a click opens: there can be many. */
export function TokenReach({ token, everything }: { readonly token: Token; readonly everything: string }) {
  const { scopes, accountId, allowedNetworks, ceiling } = token;
  return (
    <>
      {scopes === null ? (
        <Text size="sm">{everything}</Text>
      ) : (
        <Opened label={words.scopes(scopes.length)} items={scopes} />
      )}
      {accountId !== null && (
        <Text size="xs" c="dimmed">
          {words.pinned}
        </Text>
      )}
      {allowedNetworks !== null && <Opened label={words.networks(allowedNetworks.length)} items={allowedNetworks} />}
      {ceiling !== null && (
        <Text size="xs" c="dimmed">
          {words.ceiling}
        </Text>
      )}
    </>
  );
}

function Opened({ label, items }: { readonly label: string; readonly items: readonly string[] }) {
  return (
    <Popover withArrow shadow="md" position="bottom-start" trapFocus={false}>
      <Popover.Target>
        <UnstyledButton fz="sm" td="underline dotted" display="block">
          {label}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <List size="sm" listStyleType="none" withPadding={false} ff="monospace">
          {items.map((item) => (
            <List.Item key={item}>{item}</List.Item>
          ))}
        </List>
      </Popover.Dropdown>
    </Popover>
  );
}

export function TokenUse({ token: { lastUsedAt, lastUsedAddress } }: { readonly token: Token }) {
  if (lastUsedAt === null) return <Text size="sm">{words.neverUsed}</Text>;
  return (
    <>
      <Time at={lastUsedAt} words />
      {lastUsedAddress !== null && (
        <Text size="xs" c="dimmed">
          {words.usedFrom(lastUsedAddress)}
        </Text>
      )}
    </>
  );
}

export function TokenExpiry({ token: { expiresAt } }: { readonly token: Token }) {
  return expiresAt === null ? text.never : <Time at={expiresAt} words />;
}

export function TokenMade({ token, isOwn = false }: { readonly token: Token; readonly isOwn?: boolean }) {
  return (
    <>
      <Time at={token.createdAt} words />
      <MadeWith maker={token.issuedWith} isOwn={isOwn} />
    </>
  );
}
