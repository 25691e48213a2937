import type { User } from '../admin/users/use-users';
import type { Application } from '../applications/use-applications';
import { text } from '../text/text';
import type { Token } from '../tokens/token-cells';
import type { TokenView } from '../tokens/token-view';
import { Time } from '../ui/time';
import type { Concern } from './attention-list';
import { MOST_NAMED, type ApplicationsToSee, type Certificate } from './use-attention';
import type { Figures } from './use-figures';
import type { News } from './use-news';

const { attention: words } = text.home;

export function newsConcerns(news: readonly News[], onRead: (id: string) => void): Concern[] {
  return news.map(({ id, kind, details, createdAt }) => {
    const sentence = text.notifications.sentence(kind, details);
    return {
      key: `news ${id}`,
      what: sentence,
      hint: <Time at={createdAt} words />,
      action: text.notifications.read,
      actionNamed: text.notifications.readNamed(sentence),
      act: () => {
        onRead(id);
      },
    };
  });
}

interface TokenActions {
  readonly rotate: (token: Token) => void;
  readonly revoke: (token: Token) => void;
}

type TokensToSee = Readonly<Record<TokenView, readonly Token[]>>;

export function tokenConcerns(tokens: TokensToSee, figures: Figures | undefined, act: TokenActions): Concern[] {
  return [
    ...tokens.stopped.map((token) => stopped(token, act)),
    ...more('stopped', words.moreStopped, figures),
    ...tokens.expiring.map((token) => expiring(token, act)),
    ...more('expiring', words.moreExpiring, figures),
    ...tokens.inherited.map((token) => inherited(token, act)),
    ...more('inherited', words.moreInherited, figures),
    ...tokens.unused.map((token) => unused(token, act)),
    ...more('unused', words.moreUnused, figures),
  ];
}

function stopped(token: Token, { rotate }: TokenActions): Concern {
  return {
    key: `stopped ${token.id}`,
    what: words.stopped(token.name),
    hint: token.stoppedBy === null ? undefined : text.tokens.stoppedBecause[token.stoppedBy],
    action: words.rotate,
    actionNamed: words.rotateNamed(token.name),
    act: () => {
      rotate(token);
    },
  };
}

function expiring(token: Token, { rotate }: TokenActions): Concern {
  return {
    key: `expiring ${token.id}`,
    what: (
      <>
        {words.expires(token.name)} {token.expiresAt !== null && <Time at={token.expiresAt} words />}
      </>
    ),
    hint: text.tokens.endsWith(token.last4),
    action: words.rotate,
    actionNamed: words.rotateNamed(token.name),
    act: () => {
      rotate(token);
    },
  };
}

function inherited(token: Token, { rotate }: TokenActions): Concern {
  return {
    key: `inherited ${token.id}`,
    what: words.inherited(token.name),
    hint: words.inheritedHint,
    action: words.rotate,
    actionNamed: words.rotateNamed(token.name),
    act: () => {
      rotate(token);
    },
  };
}

function unused(token: Token, { revoke }: TokenActions): Concern {
  return {
    key: `unused ${token.id}`,
    what: words.unused(token.name),
    hint: words.unusedHint,
    action: words.revoke,
    actionNamed: words.revokeNamed(token.name),
    act: () => {
      revoke(token);
    },
  };
}

/** The rest of a view, which isn't named. */
function more(view: TokenView, action: string, figures: Figures | undefined): Concern[] {
  return rest(view, figures?.[view] ?? 0, action, `/tokens?show=${view}`);
}

function rest(kind: string, all: number, action: string, to: string): Concern[] {
  const count = all - MOST_NAMED;
  if (count <= 0) return [];
  return [{ key: `more ${kind}`, what: words.more(count), action, actionNamed: action, act: to }];
}

export function applicationConcerns({ stopped: stoppedOnes, inherited: inheritedOnes }: ApplicationsToSee): Concern[] {
  const { transferredHint } = text.applications.detail;
  return [
    ...stoppedOnes
      .slice(0, MOST_NAMED)
      .map(({ application, by }) =>
        ofApplication(application, words.stoppedAccessToken(application.name), text.tokens.stoppedBecause[by]),
      ),
    ...rest('stopped access tokens', stoppedOnes.length, words.moreApplications, '/applications'),
    ...inheritedOnes
      .slice(0, MOST_NAMED)
      .map((application) => ofApplication(application, words.inherited(application.name), transferredHint)),
    ...rest('inherited applications', inheritedOnes.length, words.moreApplications, '/applications'),
  ];
}

function ofApplication({ id, name }: Application, what: string, hint: string): Concern {
  return {
    key: `${what} ${id}`,
    what,
    hint,
    action: words.open,
    actionNamed: words.openNamed(name),
    act: `/applications/${id}`,
  };
}

export function certificateConcerns(certificates: readonly Certificate[]): Concern[] {
  return certificates.map(({ id, name, validTo }) => ({
    key: `certificate ${id}`,
    what: (
      <>
        {words.certificate(name)} <Time at={validTo} words />
      </>
    ),
    action: words.certificateAction,
    actionNamed: words.certificateNamed(name),
    act: '/upstreams/certificates',
  }));
}

export function invitationConcerns(people: readonly User[]): Concern[] {
  return people.map(({ id, username }) => ({
    key: `invited ${id}`,
    what: words.invited(username),
    hint: words.invitedHint,
    action: words.open,
    actionNamed: words.openNamed(username),
    act: `/admin/users/${id}`,
  }));
}
