import { Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { text } from '../text/text';
import type { Token } from '../tokens/token-cells';
import { Loaded } from '../ui/loaded';
import { ProblemAlert } from '../ui/problem-alert';
import { Section } from '../ui/section';
import { AttentionList } from './attention-list';
import { applicationConcerns, certificateConcerns, invitationConcerns, newsConcerns, tokenConcerns } from './concerns';
import { useApplicationsToSee, useCertificatesToSee, useInvitedPeople, useOwnTokensToSee } from './use-attention';
import { useOwnFigures } from './use-figures';
import { useMarkRead, useNews } from './use-news';

const { attention: words } = text.home;

/** Loaded when they are asked for: what they are made of is much of the page. */
const RotateToken = lazy(async () => ({ default: (await import('../tokens/rotate-token')).RotateToken }));
const RevokeToken = lazy(async () => ({ default: (await import('../tokens/revoke-token')).RevokeToken }));

export function Attention() {
  const tokens = useOwnTokensToSee();
  const { data: figures } = useOwnFigures();
  const applications = useApplicationsToSee();
  const certificates = useCertificatesToSee();
  const invited = useInvitedPeople();
  const news = useNews();
  const markRead = useMarkRead();
  const areAllHere = [news, applications, certificates, invited].every(({ isLoading }) => !isLoading);
  // undefined: not opened yet; null: closed again, and what was done may still be shown
  const [rotating, setRotating] = useState<Token | null>();
  const [revoking, setRevoking] = useState<Token | null>();
  return (
    <Section title={words.title}>
      <ProblemAlert error={markRead.error ?? news.error ?? applications.error ?? certificates.error ?? invited.error} />
      <Loaded query={areAllHere ? tokens : { ...tokens, data: undefined }}>
        {(mine) => {
          const concerns = [
            ...newsConcerns(news.data ?? [], markRead.mutate),
            ...tokenConcerns(mine, figures, { rotate: setRotating, revoke: setRevoking }),
            ...(applications.data === undefined ? [] : applicationConcerns(applications.data)),
            ...certificateConcerns(certificates.data ?? []),
            ...invitationConcerns(invited.data ?? []),
          ];
          return concerns.length === 0 ? (
            <Text c="dimmed">{words.nothing}</Text>
          ) : (
            <AttentionList concerns={concerns} />
          );
        }}
      </Loaded>
      <Suspense>
        {rotating !== undefined && (
          <RotateToken
            token={rotating}
            onClose={() => {
              setRotating(null);
            }}
          />
        )}
        {revoking !== undefined && (
          <RevokeToken
            token={revoking}
            onClose={() => {
              setRevoking(null);
            }}
          />
        )}
      </Suspense>
    </Section>
  );
}
