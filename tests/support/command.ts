import { spawn, type ChildProcess } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { PROJECT } from './paths.ts';

export interface CommandResult {
  /** Exit code; 1 where the command was ended by a signal or could not be started. */
  readonly code: number;
  /** stdout and stderr together, as they came. */
  readonly output: string;
}

export interface CommandOptions {
  readonly env?: NodeJS.ProcessEnv;
  /** Whether to pass the output on while it comes. */
  readonly echo?: boolean;
  /** Milliseconds after which the command and its children are ended. */
  readonly limit?: number;
}

const running = new Set<ChildProcess>();

/** Runs a command in the project's folder, with the project's own Node and tools first on the path. */
export function runCommand(
  command: string,
  args: readonly string[],
  { env = {}, echo = false, limit = 600_000 }: CommandOptions = {},
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    // A group of its own, so that a browser that a test runner leaves behind ends with it.
    const child = spawn(command, args, {
      cwd: PROJECT,
      env: toolEnvironment(env),
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    const timer = setTimeout(() => {
      chunks.push(Buffer.from(`\nended after ${String(limit / 1000)} s\n`));
      endGroup(child);
    }, limit);
    const take = (chunk: Buffer): void => {
      chunks.push(chunk);
      if (echo) process.stdout.write(chunk);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    const finish = (code: number, addition = ''): void => {
      clearTimeout(timer);
      running.delete(child);
      resolve({ code, output: stripVTControlCharacters(Buffer.concat(chunks).toString('utf8') + addition) });
    };
    child.on('error', (error) => {
      finish(1, `${error.message}\n`);
    });
    child.on('close', (code) => {
      finish(code ?? 1);
    });
  });
}

/** Ends what is still running when the reader of the output has had enough. */
export function endCommandsOnInterrupt(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      for (const child of running) endGroup(child);
      process.exit(130);
    });
  }
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  } catch {
    // It ended by itself in the meantime.
  }
}

function toolEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const path = [join(PROJECT, 'node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter);
  // Without colours and spinners, and with what tools are strict about on a build machine.
  return { ...process.env, FORCE_COLOR: undefined, NO_COLOR: '1', CI: '1', ...env, PATH: path };
}
