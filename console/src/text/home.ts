export const home = {
  greeting: (name: string) => `Hello, ${name}`,
  intro: (site: string) => `You are signed in to ${site}.`,
  tokens: { title: 'Personal access tokens', hint: 'Call the API from scripts, as yourself.', action: 'Manage tokens' },
  applications: { title: 'API keys', hint: 'Give a program its own client id and secret.', action: 'Manage API keys' },
  users: { title: 'Users', hint: 'Invite people, give roles, and remove those who leave.', action: 'Manage users' },
  audit: { title: 'Audit log', hint: 'Who did what, when and from where.', action: 'Read the log' },
};
