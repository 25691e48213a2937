import type { User } from '../admin/users/use-users';
import { text } from '../text/text';
import type { Token } from '../tokens/token-cells';
import type { TokenView } from '../tokens/token-view';
import { Time } from '../ui/time';
import type { Concern } from './attention-list';
import { MOST_NAMED, type Certificate } from './use-attention';
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
    ...tokens.expiring.map((token) => expiring(token, act)),
    ...more('expiring', words.moreExpiring, figures),
    ...tokens.inherited.map((token) => inherited(token, act)),
    ...more('inherited', words.moreInherited, figures),
    ...tokens.unused.map((token) => unused(token, act)),
    ...more('unused', words.moreUnused, figures),
  ];
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
  const count = (figures?.[view] ?? 0) - MOST_NAMED;
  if (count <= 0) return [];
  return [{ key: `more ${view}`, what: words.more(count), action, actionNamed: action, act: `/tokens?show=${view}` }];
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
    action: words.invitedAction,
    actionNamed: words.invitedNamed(username),
    act: `/admin/users/${id}`,
  }));
}
