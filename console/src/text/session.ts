export const session = {
  signIn: {
    title: 'Sign in',
    subtitle: 'to Gatehouse',
    username: 'User name or e-mail',
    password: 'Password',
    submit: 'Sign in',
    next: 'You are not signed in any more, or not yet. Sign in, and you will be where you were going.',
    forgotten: 'Forgotten your password? An administrator of your site can send you a new link.',
  },
  stillSignedIn: (requestId: string | undefined) =>
    `The sign-out did not work: you are still signed in. Try again.${requestId === undefined ? '' : ` Request ${requestId}`}`,
  invitation: {
    title: 'Choose your password',
    hint: 'This link is good for one use. Choose a password, then sign in with it.',
    missing:
      'This link is not complete. Open it exactly as you were given it, or ask your administrator for a new one.',
    submit: 'Set the password',
    done: (username: string) => `Your password is set. Sign in as ${username}.`,
  },
  password: {
    title: 'Change password',
    hint: 'All your sessions end, also on other devices; this one goes on with a new one.',
    current: 'Current password',
    next: 'New password',
    nextHint: 'At least 12 characters. A few words in a row are easy to remember and hard to guess.',
    repeat: 'New password, again',
    mismatch: 'The two are not the same',
    tooShort: 'At least 12 characters',
    submit: 'Change password',
    done: 'Your password is changed. All your other sessions have ended.',
  },
};
