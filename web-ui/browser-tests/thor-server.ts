import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const START_LIMIT_MS = 120_000;
const LOOK_MS = 200;
const launcher =
  process.env['THOR_TEST_MICRO'] ?? fileURLToPath(new URL('../../micro/target/thor-launcher.jar', import.meta.url));
/** It lives for minutes, and the time of its start is that of the test: the first compiler is enough. */
const JVM_OPTIONS = [
  '-XX:TieredStopAtLevel=1',
  '-XX:+UseSerialGC',
  `-XX:SharedArchiveFile=${join(dirname(launcher), 'thor.jsa')}`,
  '-Xlog:cds*=off',
];
const runs = fileURLToPath(new URL('../target/run/', import.meta.url));

/** Who can sign in, and with what. */
export const PASSWORDS = {
  trader: 'trader-of-the-pages',
  operator: 'operator-of-the-pages',
  admin: 'admin-of-the-pages',
  viewer: 'viewer-of-the-pages',
} as const;

export type User = keyof typeof PASSWORDS;

const SETTINGS: Readonly<Record<string, string>> = {
  // With the first compiler alone, a hash of the usual rounds takes most of a second, at each sign-in.
  'thor.security.password-rounds': '1000',
  'thor.heartbeat.broadcast-every-ticks': '3',
  'thor.jobs.account-balance.interval-ms': '1000',
  'thor.jobs.positions.interval-ms': '1000',
  // Gates that want little evidence, so that a feature can go all the way; the drill they want as always.
  'thor.cutover.cool-off-ms': '0',
  // Two comparisons exclude as much with this confidence.
  'thor.cutover.gate.confidence-percent': '60',
  'thor.cutover.gate.mismatch-percent': '50',
  'thor.cutover.gate.undecided-percent': '50',
  'thor.cutover.gate.sessions-before-live': '0',
  'thor.cutover.second-person': 'true',
  'thor.parity.self-test-one-in': '5',
  'thor.poll.account_balance-seconds': '2',
  'thor.poll.positions-seconds': '2',
  'thor.feed.replay.hours-ahead': process.env['THOR_TEST_HOURS_AHEAD'] ?? '0',
};

/** The Payara Micro build with a home of its own, started as its users start it. */
export class ThorServer {
  readonly port: number;
  readonly #home: string;
  #settings = SETTINGS;
  #flags: Readonly<Record<string, string>> = {};
  #process: ChildProcess | undefined;
  #token: string | undefined;

  private constructor(port: number) {
    this.port = port;
    mkdirSync(runs, { recursive: true });
    this.#home = mkdtempSync(join(runs, 'pages-'));
  }

  /** A server with flags such as `WS_FEATURE_INTRADAY` and settings beside the usual ones, ready to be asked. */
  static async start(
    flags: Readonly<Record<string, string>>,
    settings: Readonly<Record<string, string>> = {},
  ): Promise<ThorServer> {
    if (!existsSync(launcher)) {
      throw new Error(`${launcher} is missing; build it: mvn package -DskipTests -pl micro -am`);
    }
    const server = new ThorServer(await freePort());
    await server.start(flags, settings);
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts what was killed on the same data, with flags and settings on top of the former ones. */
  async start(flags: Readonly<Record<string, string>> = {}, settings: Readonly<Record<string, string>> = {}) {
    this.#flags = { ...this.#flags, ...flags };
    this.#settings = { ...this.#settings, ...settings };
    const log = openSync(join(this.#home, 'server.log'), 'a');
    const java = process.env['JAVA_HOME'] ? join(process.env['JAVA_HOME'], 'bin', 'java') : 'java';
    const options = Object.entries(this.#settings).flatMap(([key, value]) => ['--set', `${key}=${value}`]);
    this.#process = spawn(
      java,
      [...JVM_OPTIONS, '-jar', launcher, '--port', String(this.port), '--home', join(this.#home, 'home'), ...options],
      { env: { ...environment(), ...this.#flags }, stdio: ['ignore', log, log] },
    );
    closeSync(log);
    this.#token = undefined;
    await this.#ready();
  }

  /** Ends it as `kill -9` does. */
  async kill(): Promise<void> {
    const ending = this.#process;
    this.#process = undefined;
    if (ending?.exitCode === null && ending.signalCode === null) {
      const ended = once(ending, 'exit');
      ending.kill('SIGKILL');
      await ended;
    }
  }

  /** Ends it for good and deletes its data; the log stays. */
  async close(): Promise<void> {
    await this.kill();
    rmSync(join(this.#home, 'home'), { recursive: true, force: true });
  }

  async #ready(): Promise<void> {
    const limit = Date.now() + START_LIMIT_MS;
    while (Date.now() < limit) {
      if (this.#process?.exitCode !== null) {
        break;
      }
      if (await this.#hasStates().catch(() => false)) {
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
    await this.kill();
    throw new Error(`Thor did not become ready; see ${this.#home}/server.log`);
  }

  /** A server that starts for the first time is ready before accounts are marked. */
  async #hasStates(): Promise<boolean> {
    const ready = await fetch(`${this.url}/api/health/ready`);
    if (!ready.ok) {
      return false;
    }
    this.#token ??= await this.#signIn();
    const positions = await fetch(`${this.url}/api/positions`, { headers: { Authorization: `Bearer ${this.#token}` } });
    return positions.ok;
  }

  async #signIn(): Promise<string> {
    const answer = await fetch(`${this.url}/api/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ username: 'trader', password: PASSWORDS.trader }),
    });
    return ((await answer.json()) as { token: string }).token;
  }
}

/** This process's, without any flag or password of Thor but those of the tests. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(WS|THOR)_/.test(name));
  return {
    ...Object.fromEntries(kept),
    THOR_TRADER_PASSWORD: PASSWORDS.trader,
    THOR_OPERATOR_PASSWORD: PASSWORDS.operator,
    THOR_ADMIN_PASSWORD: PASSWORDS.admin,
  };
}

async function freePort(): Promise<number> {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const address = holder.address();
  holder.close();
  await once(holder, 'close');
  if (address === null || typeof address === 'string') {
    throw new Error('There is no free loopback port.');
  }
  return address.port;
}
