import { Anchor, Button, Code, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { answerOf, api, type Schemas } from '../api/client';
import { pageSettings } from '../api/page-settings';
import { useChange } from '../api/use-change';
import { text } from '../text/text';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { Page } from '../ui/page';
import { SecretValue } from '../ui/secret-value';
import { Section } from '../ui/section';
import { Time } from '../ui/time';

const { developer: words } = text.profile;
type DeveloperSecret = Schemas['DeveloperSecretResponse'];
type Dialog = 'reveal' | 'rotate' | null;

export function DeveloperPage() {
  const [secret, setSecret] = useState<DeveloperSecret | null>(null);
  const [dialog, setDialog] = useState<Dialog>(null);
  const close = () => {
    setDialog(null);
  };
  const show = (shown: DeveloperSecret) => {
    setSecret(shown);
    close();
  };
  return (
    <Page title={text.pages.developer} intro={words.intro}>
      <Section title={words.title}>
        <Stack>
          {secret === null ? <Text>{words.hidden}</Text> : <ShownSecret secret={secret} />}
          <Group>
            {secret === null ? (
              <Button
                onClick={() => {
                  setDialog('reveal');
                }}
              >
                {words.show}
              </Button>
            ) : (
              <Button
                variant="default"
                onClick={() => {
                  setSecret(null);
                }}
              >
                {words.hide}
              </Button>
            )}
            <Button
              variant="default"
              onClick={() => {
                setDialog('rotate');
              }}
            >
              {words.rotate}
            </Button>
          </Group>
        </Stack>
      </Section>
      <Section title={words.example}>
        <Code
          block
        >{`curl -X POST ${location.origin}${pageSettings.api}/auth/token -H "Authorization: Secret $SECRET"`}</Code>
        <Text mt="md" size="sm">
          {words.tokensHint}{' '}
          <Anchor component={Link} to="/tokens" underline="always">
            {words.toTokens}
          </Anchor>
        </Text>
      </Section>
      <Reveal opened={dialog === 'reveal'} onShow={show} onClose={close} />
      <Rotate opened={dialog === 'rotate'} onShow={show} onClose={close} />
    </Page>
  );
}

function ShownSecret({ secret }: { readonly secret: DeveloperSecret }) {
  return (
    <div>
      <SecretValue label={words.title} value={secret.secret} />
      <Text size="sm" c="dimmed" mt="xs">
        {words.made} <Time at={secret.createdAt} />
      </Text>
    </div>
  );
}

interface DialogProps {
  readonly opened: boolean;
  readonly onShow: (secret: DeveloperSecret) => void;
  readonly onClose: () => void;
}

function Reveal({ opened, onShow, onClose }: DialogProps) {
  const [password, setPassword] = useState('');
  const reveal = useChange({
    mutationFn: () => answerOf(api.POST('/users/me/secret/reveal', { body: { password } })),
    onSuccess: (shown) => {
      onShow(shown);
      reveal.reset();
    },
    onSettled: () => {
      setPassword('');
    },
  });
  return (
    <ConfirmDialog
      opened={opened}
      title={words.revealTitle}
      hint={words.revealHint}
      submit={words.show}
      isDangerous={false}
      isRunning={reveal.isPending}
      error={reveal.error}
      onConfirm={() => {
        reveal.mutate();
      }}
      onClose={() => {
        reveal.reset();
        onClose();
      }}
    >
      <PasswordInput
        label={words.password}
        autoComplete="current-password"
        value={password}
        data-autofocus
        onChange={(event) => {
          setPassword(event.currentTarget.value);
        }}
      />
    </ConfirmDialog>
  );
}

function Rotate({ opened, onShow, onClose }: DialogProps) {
  const rotate = useChange({
    mutationFn: () => answerOf(api.POST('/users/me/secret/rotate')),
    onSuccess: (shown) => {
      onShow(shown);
      rotate.reset();
    },
  });
  return (
    <ConfirmDialog
      opened={opened}
      title={words.rotateTitle}
      hint={words.rotateHint}
      submit={words.rotateSubmit}
      isRunning={rotate.isPending}
      error={rotate.error}
      onConfirm={() => {
        rotate.mutate();
      }}
      onClose={onClose}
    />
  );
}
