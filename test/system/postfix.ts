/** A mail server of its own: Debian's Postfix on a port of this machine, with its files in a temporary folder. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { createConnection } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What Debian installs; its own configuration and queue are not touched. */
const programs = { daemons: '/usr/lib/postfix/sbin', postfix: '/usr/sbin/postfix' };

// 67: there is no such user (sysexits.h).
const services = `
smtp inet n - n - - smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
proxywrite unix - - n - 1 proxymap
relay unix - - n - - smtp
showq unix n - n - - showq
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
vanish unix - n n - - pipe user=nobody argv=/bin/sh -c {exit 67}
`;

export type Postfix = {
  port: number;
  /** The mails of an address, the first that came first. */
  mailsOf: (address: string) => string[];
  /** The folder in which an address has its mails. */
  maildirOf: (address: string) => string;
  log: () => string;
  stop: () => void;
};

/**
 * Starts it below `folder`, which must be empty. `boxes` get their mails into Maildirs, whatever follows a plus in their
 * names; others of their domains are refused at once. Mails to `vanished` domains are taken, and come back as bounces.
 */
export async function startPostfix(
  folder: string,
  port: number,
  { boxes, vanished }: { boxes: readonly string[]; vanished: readonly string[] },
): Promise<Postfix> {
  if (!existsSync(programs.postfix)) throw new Error('Postfix is not installed: apt-get install postfix');
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const user = Number(execFileSync('id', ['-u', 'postfix']));
  const group = Number(execFileSync('id', ['-g', 'postfix']));
  const domains = [...new Set(boxes.map((box) => box.slice(box.indexOf('@') + 1)))];
  const maildirOf = (address: string): string => {
    const [local = '', domain = ''] = address.split('@');
    return join(folder, 'mail', domain, local);
  };
  write('boxes', boxes.map((box) => `${box} ${box.replace(/^(.*)@(.*)$/u, '$2/$1')}/\n`).join(''));
  write('vanished', vanished.map((domain) => `${domain} vanish:\n`).join(''));
  write('config/master.cf', services.replace(/^smtp /mu, `127.0.0.1:${port} `));
  write(
    'config/main.cf',
    `compatibility_level = 3.6
queue_directory = ${folder}/queue
data_directory = ${folder}/data
command_directory = /usr/sbin
daemon_directory = ${programs.daemons}
mail_owner = postfix
setgid_group = postdrop
myhostname = mx.post-office.example
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
alias_maps =
mynetworks = 127.0.0.0/8
smtpd_relay_restrictions = permit_mynetworks, reject
recipient_delimiter = +
virtual_mailbox_domains = ${domains.join(' ')}
virtual_mailbox_base = ${folder}/mail
virtual_mailbox_maps = texthash:${folder}/boxes
virtual_minimum_uid = 1
virtual_uid_maps = static:${user}
virtual_gid_maps = static:${group}
relay_domains = ${vanished.join(' ')}
relay_recipient_maps =
transport_maps = texthash:${folder}/vanished
smtpd_peername_lookup = no
smtp_dns_support_level = disabled
maillog_file_prefixes = ${folder}
maillog_file = ${folder}/postfix.log
`,
  );
  for (const [path, uid] of [
    ['queue', 0],
    ['data', user],
    ['mail', user],
  ] as const) {
    mkdirSync(join(folder, path), { recursive: true });
    chownSync(join(folder, path), uid, 0);
  }
  // Its processes give up root and must still reach their files.
  chmodSync(folder, 0o755);
  const control = (...command: string[]): void => {
    execFileSync(programs.postfix, ['-c', join(folder, 'config'), ...command], { stdio: 'pipe' });
  };
  control('start');
  await waitFor(() => answers(port), 'Postfix answers');
  return {
    port,
    maildirOf,
    mailsOf: (address) => readMaildir(maildirOf(address)),
    log: () => readFileSync(join(folder, 'postfix.log'), 'utf8'),
    stop: () => control('stop'),
  };
}

/** In the order in which they came: names begin with the second, and have the microsecond. */
function readMaildir(path: string): string[] {
  return ['cur', 'new'].flatMap((name) => {
    const folder = join(path, name);
    if (!existsSync(folder)) return [];
    return readdirSync(folder)
      .sort()
      .map((file) => readFileSync(join(folder, file), 'latin1'));
  });
}

async function answers(port: number): Promise<boolean> {
  return await new Promise<boolean>((resolve) => {
    const socket = createConnection(port, '127.0.0.1');
    const end = (isThere: boolean): void => {
      socket.destroy();
      resolve(isThere);
    };
    socket.setTimeout(2000, () => end(false));
    socket.once('data', () => end(true));
    socket.once('error', () => end(false));
  });
}

/** Asks ten times a second, for half a minute at most. */
export async function waitFor<T>(look: () => T | Promise<T>, what: string): Promise<NonNullable<Awaited<T>>> {
  for (let tries = 0; tries < 300; tries += 1) {
    const found = await look();
    if (found) return found as NonNullable<Awaited<T>>;
    await sleep(100);
  }
  throw new Error(`waited in vain until ${what}`);
}
