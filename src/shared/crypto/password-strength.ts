export const SHORTEST_PASSWORD = 12;
/** A longer password would let a stranger make the hash expensive. */
export const LONGEST_PASSWORD = 256;
const FEWEST_DIFFERENT_CHARACTERS = 5;

/** The passwords that everybody tries first, reduced to what remains without digits and punctuation. */
const COMMON = new Set(
  `admin administrator root user test password passwort passwordpassword passwd pass passphrase secret changeme default welcome
  letmein login qwerty qwertyuiop qwertyqwerty qwertyuiopas asdfghjkl asdf abcdefghijkl abc abcabc iloveyou monkey dragon gatehouse
  gatehouseadmin adminadmin adminpassword gatehousepassword trustno superman football baseball master hello`.split(
    /\s+/,
  ),
);

/**
 * Says in a clause why a password is too weak to guard an account ("is shorter than …"), or null. Never repeats the password
 * (ASVS V6.2).
 */
export function passwordWeakness(password: string, username: string): string | null {
  const characters = Array.from(password);
  if (characters.length < SHORTEST_PASSWORD) return `is shorter than ${SHORTEST_PASSWORD} characters`;
  if (characters.length > LONGEST_PASSWORD) return `is longer than ${LONGEST_PASSWORD} characters`;
  if (new Set(characters).size < FEWEST_DIFFERENT_CHARACTERS) return 'repeats the same few characters';
  const letters = lettersOf(password);
  if (COMMON.has(letters)) return 'is one of the passwords that are tried first';
  if (letters === '' && isSequence(password)) return 'is one of the passwords that are tried first';
  if (username !== '' && letters === lettersOf(username)) return 'is the user name';
  return null;
}

/** The letters that remain, once: a repeated word is just as easy to guess. */
function lettersOf(text: string): string {
  const letters = text.toLowerCase().replace(/[^\p{L}]/gu, '');
  return letters.replace(/^(.{3,}?)\1+$/u, '$1');
}

/** Whether each digit follows from the previous one: 123456789012, 987654321098. */
function isSequence(password: string): boolean {
  const digits = Array.from(password.replace(/\D/g, ''), Number);
  const steps = new Set(digits.slice(1).map((digit, i) => (digit - (digits[i] ?? 0) + 10) % 10));
  return steps.size <= 1;
}
