import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ComparedLine, SideBySide } from '../../../core/passages/side-by-side.ts';
import { useLibrary } from '../context.ts';
import { LineText } from './line-text.tsx';
import type { SideText } from './use-side-text.ts';

/** Lines that are drawn in one task. */
const PART = 60;

interface Props {
  readonly result: SideBySide;
  readonly first: SideText;
  readonly second: SideText;
  /** The difference that the reader is at; -1 for none. */
  readonly current: number;
  /** Whether lines that are the same are left out. */
  readonly only: boolean;
}

/** A table of two columns, drawn part by part, so that long texts hold nothing up. */
export function ComparedLines({ result, first, second, current, only }: Props) {
  const { t } = useLibrary();
  const parts = useMemo(() => partsOf(shownLines(result.lines, only)), [result, only]);
  const line = result.differences[current]?.line ?? -1;
  const needed = parts.findIndex((part) => part.some(({ index }) => index === line)) + 1;
  const drawn = Math.max(useGrowing(parts), needed);
  return (
    <div class="compared" role="table" aria-label={t('compareDifferences')}>
      <div class="compared-head" role="rowgroup">
        <div role="row">
          <ColumnHead label={t('compareFirst')} side={first} />
          <ColumnHead label={t('compareSecond')} side={second} />
        </div>
      </div>
      {parts.slice(0, drawn).map((part, i) => (
        <Part
          key={i}
          part={part}
          result={result}
          current={part.some(({ index }) => index === line) ? current : -1}
        />
      ))}
    </div>
  );
}

function ColumnHead({ label, side }: { readonly label: string; readonly side: SideText }) {
  return (
    <div role="columnheader">
      <span class="quiet">{label}</span>
      <b lang="zh-CN">{side.title}</b>
      <span class="quiet" lang="zh-CN">
        {side.about}
      </span>
    </div>
  );
}

/** A line by its number, or so many lines that are left out. */
interface Shown {
  readonly index: number;
  readonly skipped: number;
}

function shownLines(lines: readonly ComparedLine[], only: boolean): Shown[] {
  const shown: Shown[] = [];
  let skipped = 0;
  const say = (): void => {
    if (skipped > 0) shown.push({ index: -1, skipped });
    skipped = 0;
  };
  lines.forEach(({ kind }, index) => {
    if (only && kind === 'same') skipped += 1;
    else {
      say();
      shown.push({ index, skipped: 0 });
    }
  });
  say();
  return shown;
}

function partsOf(shown: readonly Shown[]): Shown[][] {
  const parts: Shown[][] = [];
  for (let at = 0; at < shown.length; at += PART) parts.push(shown.slice(at, at + PART));
  return parts;
}

/** How many parts may be drawn: one more each time the browser has a moment. */
function useGrowing(parts: readonly unknown[]): number {
  const [grown, setGrown] = useState({ of: parts, count: 1 });
  const count = grown.of === parts ? grown.count : 1;
  useEffect(() => {
    if (count >= parts.length) return;
    const timer = setTimeout(() => {
      setGrown({ of: parts, count: count + 1 });
    });
    return () => {
      clearTimeout(timer);
    };
  }, [parts, count]);
  return count;
}

interface PartProps {
  readonly part: readonly Shown[];
  readonly result: SideBySide;
  readonly current: number;
}

/** Not drawn again while nothing in it changes. */
function Part({ part, result, current }: PartProps) {
  return useMemo(
    () => (
      <div class="compared-part" role="rowgroup">
        {part.map(({ index, skipped }, i) => {
          const line = result.lines[index];
          return line === undefined ? (
            <Skipped key={`skipped ${String(i)}`} count={skipped} />
          ) : (
            <Line key={index} line={line} number={index} result={result} current={current} />
          );
        })}
      </div>
    ),
    [part, result, current],
  );
}

function Skipped({ count }: { readonly count: number }) {
  const { t } = useLibrary();
  return (
    <div role="row" class="compared-line skipped">
      <div role="cell" aria-colspan={2}>
        {count === 1 ? t('compareSkippedOne') : t('compareSkipped', String(count))}
      </div>
    </div>
  );
}

interface LineProps {
  readonly line: ComparedLine;
  readonly number: number;
  readonly result: SideBySide;
  readonly current: number;
}

function Line({ line, number, result, current }: LineProps) {
  const { t } = useLibrary();
  const { kind, paragraph } = line;
  const moved =
    kind === 'moved' ? result.differences.findIndex((d) => d.line === number && d.type === 'moved') : -1;
  const classes = ['compared-line', kind, paragraph ? 'paragraph-start' : ''];
  return (
    <div
      role="row"
      class={classes.filter((name) => name !== '').join(' ')}
      tabIndex={-1}
      aria-current={result.differences[current]?.line === number ? 'true' : undefined}
      data-difference={moved < 0 ? undefined : moved}
    >
      {(['first', 'second'] as const).map((side) => (
        <div key={side} role="cell" class={line[side].length === 0 ? 'cell none' : 'cell'}>
          {kind === 'moved' && <span class="moved-label">{t('compareMoved')}</span>}
          {line[side].length === 0 ? (
            <span class="quiet">{t('compareNotHere')}</span>
          ) : (
            <LineText pieces={line[side]} side={side} current={current} />
          )}
        </div>
      ))}
    </div>
  );
}
