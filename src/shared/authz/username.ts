const USERNAME = /^[a-z0-9][a-z0-9._-]{1,62}$/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** The prefix of client ids. */
const CLIENT_ID_PREFIX = 'app_';

/**
 * Says in a clause why a text in lower case can't be a username, or null. The token endpoint takes a person's username as
 * `client_id`, so a username must not look like a client id or like the `sub` of a user (RFC 9700 §4.15).
 */
export function usernameProblem(username: string): string | null {
  if (!USERNAME.test(username))
    return 'must be 2 to 63 characters of a-z, 0-9, dot, hyphen and underscore, and start with a letter or a digit';
  if (username.startsWith(CLIENT_ID_PREFIX)) return `must not start with ${CLIENT_ID_PREFIX}, as client ids do`;
  if (UUID.test(username)) return 'must not have the form of an id';
  return null;
}
