export const leakWords = {
  intro:
    'Did you see a token or a secret where it should not be: in a repository, a chat, a log? Report it, whoever it belongs to. It stops working at once, and its owner is told.',
  label: 'What was found',
  hint: 'As they were found, with or without the text around them.',
  none: 'Paste at least one.',
  tooMuch: (most: number) => `This is too much at once: report it in parts of ${most} lines or fewer.`,
  submit: 'Report',
  done: (count: number) =>
    count === 1
      ? 'It is reported. If it was live, it is revoked now.'
      : `${count} are reported. Those that were live are revoked now.`,
  after: 'Thank you',
  afterHint:
    'For safety nobody is told which of them were live. If one was yours, make a new one and put it where the old one was.',
};
