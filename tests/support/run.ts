/**
 * `npm test`: runs every step, tells the failures last, and ends with
 * `N passed, N failed` alone on a line. `npm test -- unit lint` runs only those.
 */
import { availableParallelism } from 'node:os';
import { endCommandsOnInterrupt } from './command.ts';
import { STEPS, type Step, type StepResult } from './steps.ts';

interface Done {
  readonly step: Step;
  readonly result: StepResult;
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !STEPS.some((step) => step.name === name));
if (unknown.length > 0) {
  const names = STEPS.map(({ name }) => name).join(', ');
  process.stderr.write(`there is no step ${unknown.join(', ')}; there are: ${names}\n`);
  process.exit(2);
}
endCommandsOnInterrupt();

const steps = wanted.length === 0 ? STEPS : STEPS.filter(({ name }) => wanted.includes(name));
const done: Done[] = [];
const begin = performance.now();
for (const group of groups(steps)) {
  if (group.length === 1) {
    for (const step of group) heading(step);
  }
  await inLanes(group, Math.min(2, availableParallelism()), async (step) => {
    const started = performance.now();
    const result = await attempt(step);
    if (group.length > 1) heading(step);
    report(result, performance.now() - started, step.echoes === true);
    done.push({ step, result });
  });
}

const failed = done.filter(({ result }) => result.failures.length > 0);
if (failed.length > 0) say('\n════ Failures\n');
for (const { step, result } of failed) {
  for (const { title, reason } of result.failures) {
    say(`\n── ${step.title}${title === '' ? '' : `: ${title}`}\n${indented(reason)}\n`);
  }
}
const passed = sum(({ passed }) => passed);
const failures = sum(({ failures }) => failures.length);
say(`\n${seconds(performance.now() - begin)} in all\n${String(passed)} passed, ${String(failures)} failed\n`);
process.exitCode = failures === 0 ? 0 : 1;

async function attempt(step: Step): Promise<StepResult> {
  const missing = done.find(
    ({ step: { name }, result }) => name === step.needs && result.failures.length > 0,
  );
  if (missing !== undefined) return failure(`not run, since this failed: ${missing.step.title}`);
  try {
    return await step.run();
  } catch (error) {
    return failure(error instanceof Error ? error.message : String(error));
  }
}

function failure(reason: string): StepResult {
  return { passed: 0, failures: [{ title: '', reason }], output: `${reason}\n` };
}

/** Neighbouring steps that may run beside each other, together; every other step alone. */
function groups(steps: readonly Step[]): Step[][] {
  const result: Step[][] = [];
  for (const step of steps) {
    const last = result.at(-1);
    if (step.parallel === true && last?.[0]?.parallel === true) last.push(step);
    else result.push([step]);
  }
  return result;
}

async function inLanes(steps: Step[], lanes: number, run: (step: Step) => Promise<void>): Promise<void> {
  const waiting = [...steps];
  const lane = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) await run(step);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

function heading(step: Step): void {
  say(`\n════ ${step.title}\n`);
}

/** What a step said, unless it was passed on while it ran. */
function report(result: StepResult, time: number, echoed: boolean): void {
  if (!echoed) say(indented(result.output));
  const count = result.failures.length;
  const verdict = count === 0 ? `passed (${String(result.passed)})` : `${String(count)} failed`;
  say(`${echoed ? '\n' : ''}  ${verdict}, ${seconds(time)}\n`);
}

function indented(text: string): string {
  const trimmed = text.trimEnd();
  return trimmed === '' ? '' : `  ${trimmed.replaceAll('\n', '\n  ')}\n`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

function sum(value: (result: StepResult) => number): number {
  return done.reduce((total, { result }) => total + value(result), 0);
}

function say(text: string): void {
  process.stdout.write(text);
}
