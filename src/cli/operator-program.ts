import { Argument, Command } from 'commander';
import { CacheCommands } from './cache-commands.js';
import { CleanupCommands } from './cleanup-commands.js';
import { KeyCommands, ROTATED_KEYS, type RotatedKey } from './key-commands.js';
import { SiteCommands, type SiteCreateOptions } from './site-commands.js';
import { UserCommands } from './user-commands.js';

/** Carries out the commands. */
export interface Operator {
  /** Runs some work with a service of the operator's application, and prints its result. */
  with<T>(service: new (...parts: never[]) => T, work: (service: T) => Promise<unknown>): Promise<void>;
  migrate(): Promise<void>;
}

/** The operator's commands (contract §8). Parsing throws CommanderError instead of ending the process. */
export function operatorProgram(operator: Operator): Command {
  const program = new Command('gatehouse')
    .description(
      "The operator's commands. They use the service's settings from the environment, and work whether it runs or not.",
    )
    .exitOverride();
  addSiteCommands(program, operator);
  addUserCommands(program, operator);
  addKeyCommands(program, operator);
  program
    .command('cache')
    .description('manage what instances have read of credentials')
    .command('clear')
    .description('have every instance read everything again, after SQL by hand or a restored backup')
    .action(() => operator.with(CacheCommands, (cache) => cache.clear()));
  program
    .command('migrate')
    .description('migrate the database to the schema of this version; every start does this too')
    .action(() => operator.migrate());
  program
    .command('cleanup')
    .alias('care')
    .description(
      'delete the rows whose retention period has ended; a running service does this by itself (earlier name: care)',
    )
    .action(() => operator.with(CleanupCommands, (cleanup) => cleanup.once()));
  return program;
}

function addSiteCommands(program: Command, operator: Operator): void {
  const site = program.command('site').description('manage the sites (tenants) of this deployment');
  site
    .command('create')
    .description('create a site with an account and an administrator, who owns it')
    .requiredOption('--name <name>', 'the display name of the site')
    .requiredOption('--slug <slug>', 'the name of the site in paths: a-z, 0-9 and hyphens')
    .requiredOption('--admin-username <name>', 'the user name of the administrator, unique in the deployment')
    .option('--admin-email <address>', 'the e-mail address of the administrator')
    .option(
      '--admin-password <password>',
      'the password of the administrator; without it, the output contains an invitation link',
    )
    .action((options: SiteCreateOptions) => operator.with(SiteCommands, (sites) => sites.create(options)));
  site
    .command('list')
    .description('list the sites')
    .action(() => operator.with(SiteCommands, (sites) => sites.list()));
}

function addUserCommands(program: Command, operator: Operator): void {
  const user = program.command('user').description('manage the users of any site');
  user
    .command('invite')
    .description('make a link that lets a person set a new password; the previous link stops working')
    .requiredOption('--username <name>', 'the user name of the person')
    .action((options: { username: string }) => operator.with(UserCommands, (users) => users.invite(options)));
}

function addKeyCommands(program: Command, operator: Operator): void {
  const key = program.command('key').description('manage the keys of this deployment');
  key
    .command('rotate')
    .description('replace a key with a new one; whatever the old key signed or sealed stays valid')
    .addArgument(
      new Argument('<key>', 'signing: JWTs, cookie: sessions, deployment: values sealed at rest').choices(ROTATED_KEYS),
    )
    .action((purpose: RotatedKey) => operator.with(KeyCommands, (keys) => keys.rotate(purpose)));
}
