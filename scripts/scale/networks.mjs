import { spawnSync } from 'node:child_process';

const bridge = 'tidemark0';
const address = (n) => `10.213.77.${n}`;

const ip = (...args) => spawnSync('ip', args, { stdio: 'ignore' }).status === 0;

/** Networks for so many workers, each in a namespace of its own behind a bridge, or undefined where that is not permitted. */
export function networks(count) {
  const isMade =
    ip('link', 'add', bridge, 'type', 'bridge') &&
    ip('addr', 'add', `${address(1)}/24`, 'dev', bridge) &&
    ip('link', 'set', bridge, 'up');
  const made = Array.from({ length: count }, (_, i) => isMade && make(i));
  if (made.every(Boolean))
    return { host: address(1), of: (n) => ['ip', 'netns', 'exec', nameOf(n)], cut, remove: () => remove(count) };
  remove(count);
  return undefined;
}

const nameOf = (n) => `tidemark-worker-${n}`;
const linkOf = (n) => `tidemark-w${n}`;

function make(n) {
  const inside = (...args) => ip('-n', nameOf(n), ...args);
  return (
    ip('netns', 'add', nameOf(n)) &&
    ip('link', 'add', linkOf(n), 'type', 'veth', 'peer', 'name', 'eth0', 'netns', nameOf(n)) &&
    ip('link', 'set', linkOf(n), 'master', bridge, 'up') &&
    inside('addr', 'add', `${address(10 + n)}/24`, 'dev', 'eth0') &&
    inside('link', 'set', 'eth0', 'up') &&
    inside('link', 'set', 'lo', 'up')
  );
}

/** Cuts a worker off, or connects it again. */
const cut = (n, isOff) => ip('link', 'set', linkOf(n), isOff ? 'down' : 'up');

function remove(count) {
  for (let n = 0; n < count; n++) ip('netns', 'del', nameOf(n));
  ip('link', 'del', bridge);
}
