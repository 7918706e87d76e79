// `npm run services [-- --list]`: installs and starts what some tests need beside npm's packages. Add a service here: its
// name, what it is for, how to see whether it is there, and the Debian packages that bring it.
import { execFileSync, spawnSync } from 'node:child_process';

const services = [
  {
    name: 'readpst',
    purpose: 'independent reader that PST results are compared with',
    isPresent: () => isCommand('readpst'),
    debianPackages: ['pst-utils'],
    start: null,
  },
  {
    name: 'msgconvert',
    purpose: 'independent reader that MSG results are compared with',
    isPresent: () => isCommand('msgconvert'),
    debianPackages: ['libemail-outlook-message-perl'],
    start: null,
  },
];

function isCommand(name) {
  return spawnSync('which', [name], { stdio: 'ignore' }).status === 0;
}

function installDebianPackages(names) {
  const options = { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  const run = () => execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], options);
  try {
    run();
  } catch {
    // The package lists of a fresh image are empty or old.
    execFileSync('apt-get', ['update', '-qq'], options);
    run();
  }
}

const isList = process.argv.includes('--list');
const canInstall = process.getuid?.() === 0 && isCommand('apt-get');
for (const service of services) {
  let state = service.isPresent() ? 'present' : 'missing';
  if (state === 'missing' && !isList) {
    if (!canInstall) {
      state = `missing; as root on Debian: apt-get install ${service.debianPackages.join(' ')}`;
    } else {
      try {
        installDebianPackages(service.debianPackages);
        state = service.isPresent() ? 'installed' : 'installed, but not found';
      } catch (error) {
        state = `could not be installed: ${String(error.stderr ?? error.message)
          .trim()
          .split('\n')
          .at(-1)}`;
      }
    }
  }
  if (!isList) service.start?.();
  process.stdout.write(`${service.name}: ${state} (${service.purpose})\n`);
}
// A missing service fails nothing here: the tests that need it are skipped with that reason.
