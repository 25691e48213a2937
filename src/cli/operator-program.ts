import { Argument, Command } from 'commander';
import { CareCommands } from './care-commands.js';
import { KeyCommands, ROTATED_KEYS, type RotatedKey } from './key-commands.js';
import { SiteCommands, type SiteCreateOptions } from './site-commands.js';
import { UserCommands } from './user-commands.js';

/** What the commands are carried out with. */
export interface Operator {
  /** Does something with a service of the operator's application, and prints what comes of it. */
  with<T>(service: new (...parts: never[]) => T, work: (service: T) => Promise<unknown>): Promise<void>;
  migrate(): Promise<void>;
}

/** The operator's commands (CONTRACT §8). Parsing throws CommanderError instead of ending the process. */
export function operatorProgram(operator: Operator): Command {
  const program = new Command('gatehouse')
    .description("Gatehouse for its operator: the service's settings in the environment, whether it runs or not.")
    .exitOverride();
  addSiteCommands(program, operator);
  addUserCommands(program, operator);
  addKeyCommands(program, operator);
  program
    .command('migrate')
    .description('bring the database to the schema of this version; a start does so too')
    .action(() => operator.migrate());
  program
    .command('care')
    .description('remove once what has been over for longer than it is kept; a running service does so by itself')
    .action(() => operator.with(CareCommands, (care) => care.once()));
  return program;
}

function addSiteCommands(program: Command, operator: Operator): void {
  const site = program.command('site').description('the sites (tenants) of this deployment');
  site
    .command('create')
    .description('make a site with an account and an administrator, who owns it')
    .requiredOption('--name <name>', 'what people call it')
    .requiredOption('--slug <slug>', 'its name in paths: a-z, 0-9 and hyphens')
    .requiredOption('--admin-username <name>', 'the user name of its administrator, unique in the deployment')
    .option('--admin-email <address>', 'their e-mail address')
    .option('--admin-password <password>', 'their password; without it the answer holds an invitation link')
    .action((options: SiteCreateOptions) => operator.with(SiteCommands, (sites) => sites.create(options)));
  site
    .command('list')
    .description('list the sites')
    .action(() => operator.with(SiteCommands, (sites) => sites.list()));
}

function addUserCommands(program: Command, operator: Operator): void {
  const user = program.command('user').description('the users of any site');
  user
    .command('invite')
    .description('make a link with which a person sets a new password; the one before stops working')
    .requiredOption('--username <name>', 'their user name')
    .action((options: { username: string }) => operator.with(UserCommands, (users) => users.invite(options)));
}

function addKeyCommands(program: Command, operator: Operator): void {
  const key = program.command('key').description('the keys of this deployment');
  key
    .command('rotate')
    .description('put a new key in the place of one; what the old one made stays good')
    .addArgument(
      new Argument('<key>', 'signing: JWTs, cookie: sessions, deployment: what is sealed at rest').choices(
        ROTATED_KEYS,
      ),
    )
    .action((purpose: RotatedKey) => operator.with(KeyCommands, (keys) => keys.rotate(purpose)));
}
