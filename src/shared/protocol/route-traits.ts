import { SetMetadata } from '@nestjs/common';

/** What http must know about a controller's paths before a request reaches the controller, and when it never reaches the controller. */
export interface RouteTraits {
  /** Below the public URL itself, where standards, proxies and people expect it, instead of below GATEHOUSE_API_PREFIX. */
  readonly atRoot: boolean;
  /** Takes forms, and answers every error as in RFC 6749 §5.2. */
  readonly oauthDialect: boolean;
  /** Answers for another client's request: its body is not ours to read. */
  readonly unreadBody: boolean;
  /** The client passes on the identity headers of any answer: a refusal must have the whole set, empty (assertion 12). */
  readonly identityHeaders: boolean;
  /** Its answers come from an upstream, with the upstream's headers. A body is only asked for once the call may pass. */
  readonly passedOn: boolean;
}

export type RouteTrait = keyof RouteTraits;

export const NO_TRAITS: RouteTraits = {
  atRoot: false,
  oauthDialect: false,
  unreadBody: false,
  identityHeaders: false,
  passedOn: false,
};

const METADATA = 'gatehouse:trait:';

/** The traits of a controller class. */
export function traitsOf(controller: object): RouteTraits {
  const has = (trait: RouteTrait): boolean => Reflect.getMetadata(METADATA + trait, controller) === true;
  return {
    atRoot: has('atRoot'),
    oauthDialect: has('oauthDialect'),
    unreadBody: has('unreadBody'),
    identityHeaders: has('identityHeaders'),
    passedOn: has('passedOn'),
  };
}

const trait = (name: RouteTrait): ClassDecorator => SetMetadata(METADATA + name, true);

export const AtRoot = () => trait('atRoot');
export const OAuthDialect = () => trait('oauthDialect');
export const UnreadBody = () => trait('unreadBody');
export const IdentityHeaders = () => trait('identityHeaders');
export const PassedOn = () => trait('passedOn');
