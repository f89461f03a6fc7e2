// Does once what docs/developers/front-end.md says, with the tarballs of this build, and looks whether the page shows data.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { JSDOM } from 'jsdom';

const root = fileURLToPath(new URL('..', import.meta.url));
const project = `${root}target/guide`;
const guide = readFileSync(`${root}../docs/developers/front-end.md`, 'utf8');
const started = Date.now();

const installed = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8')).packages;

/** The command with the versions that the workspace has, which npm need not fetch again. */
function pinned(argument) {
  const known = installed[`node_modules/${argument}`];
  return known?.version && !known.link ? `${argument}@${known.version}` : argument;
}

function run(command) {
  const [program, ...rest] = command.split(' ');
  const installs = rest[0] === 'install';
  const flags = installs ? ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'] : [];
  execFileSync(program, [...(installs ? rest.map(pinned) : rest), ...flags], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

function commands(number) {
  const blocks = [...guide.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block.trim().split('\n'));
  return blocks[number];
}

function write([, name, content]) {
  mkdirSync(dirname(`${project}/${name}`), { recursive: true });
  writeFileSync(`${project}/${name}`, content);
}

const position = { symbol: 'BTC-USD', description: 'Bitcoin', asset_type: 'CRYPTO', quantity: 2, multiplier: 1 };
const figures = {
  entry_price: 800,
  current_price: 810,
  market_value: 1620,
  pnl: 20,
  pnl_percent: 1.25,
  realized_pnl: 0,
};
const held = {
  account_id: 'ACC-1001',
  positions: [{ ...position, ...figures }],
  timestamp: '2026-01-05T14:30:00Z',
};
const place = { epoch: 'k7', seq: 1, as_of: held.timestamp };
const cutover = { revision: 1, features: { positions: { stage: 'LIVE', renders: 'WebSocket' } } };

/** The server, as far as this page asks it. */
function answer(path) {
  const bodies = { '/api/session': { accounts: ['ACC-1001'] }, '/api/cutover': cutover };
  const known = bodies[path];
  return new Response(JSON.stringify(known ?? {}), { status: known ? 200 : 503 });
}

class Socket {
  constructor() {
    setTimeout(() => this.onopen());
  }

  send(text) {
    const { type, id, data } = JSON.parse(text);
    if (type === 'hello') {
      this.#say({
        type: 'welcome',
        id,
        data: { connection: 'c1', protocol: 1, heartbeat_seconds: 30, stale_after_seconds: 75, cutover },
      });
    } else if (type === 'subscribe') {
      const topic = data.topics[0].topic;
      this.#say({
        type: 'subscribed',
        id,
        data: { topics: [{ topic, resumed: false, epoch: 'k7', seq: 1 }], rejected: [] },
      });
      this.#say({ type: 'positions', topic, ...place, data: held });
    }
  }

  close() {}

  #say(message) {
    setTimeout(() => this.onmessage({ data: JSON.stringify(message) }));
  }
}

async function shown() {
  const dom = new JSDOM('<div id="root"></div>', {
    url: 'http://localhost/',
    runScripts: 'outside-only',
    pretendToBeVisual: true,
  });
  Object.assign(dom.window, {
    fetch: (path) => Promise.resolve(answer(path)),
    WebSocket: Socket,
    Headers,
  });
  const [bundle] = readdirSync(`${project}/dist/assets`).filter((name) => name.endsWith('.js'));
  dom.window.eval(readFileSync(`${project}/dist/assets/${bundle}`, 'utf8'));
  const { document, Event } = dom.window;
  const until = async (condition) => {
    for (let tries = 0; tries < 200 && !condition(); tries++) {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    return document.body.textContent;
  };
  await until(() => document.querySelector('form'));
  document.querySelector('form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  const text = await until(() => document.body.textContent.includes('profit'));
  dom.window.close();
  return text;
}

rmSync(project, { recursive: true, force: true });
mkdirSync(project, { recursive: true });
['client', 'react'].forEach((name) =>
  copyFileSync(`${root}target/thor-${name}-0.1.0.tgz`, `${project}/thor-${name}-0.1.0.tgz`),
);
commands(0).forEach(run);
[...guide.matchAll(/^`([\w./-]+)`[^\n]*\n\n```\w+\n([\s\S]*?)```/gm)].forEach(write);
commands(1).forEach(run);
const text = await shown();
if (!text.includes('ACC-1001 from WebSocket') || !text.includes('BTC-USD: 2, profit 20')) {
  console.error(
    `the page of docs/developers/front-end.md shows '${text}'; follow the guide in target/guide and see why`,
  );
  process.exit(1);
}
console.log(`the front-end guide works: ${Math.round((Date.now() - started) / 1000)} s`);
process.exit(0);
