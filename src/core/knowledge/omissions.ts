import * as v from 'valibot';
import { isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import type { Recogniser } from '../match/recogniser.ts';
import type { Problem } from './problem.ts';
import type { Source } from './source.ts';

/** Expressions of the sources that are deliberately no terms, and why. */
export interface Omission {
  readonly reason: string;
  readonly texts: readonly string[];
  readonly file: string;
  readonly line: number;
}

const text = v.pipe(v.string(), v.nonEmpty());
const OmissionsSchema = v.nullable(
  v.array(v.strictObject({ reason: text, texts: v.pipe(v.array(text), v.minLength(1)) })),
);

/** Reads `omissions.yaml`, or says what is wrong with it. */
export function parseOmissions(file: string, content: string): Omission[] | Problem {
  const lineCounter = new LineCounter();
  const document = parseDocument(content, { lineCounter });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line } = lineCounter.linePos(error.pos[0]);
    return { file, line, message: error.message.split('\n')[0] ?? 'not YAML' };
  }
  const result = v.safeParse(OmissionsSchema, document.toJS());
  if (!result.success) {
    return { file, line: 1, message: 'is not a list of reasons, each with its texts' };
  }
  const items = isSeq(document.contents) ? document.contents.items : [];
  return (result.output ?? []).map((omission, i) => {
    const offset = (items[i] as Node | undefined)?.range?.[0] ?? 0;
    return { ...omission, file, line: lineCounter.linePos(offset).line };
  });
}

/** Each expression stands in a source, is named once, and is not a term after all. */
export function checkOmissions(
  omissions: readonly Omission[],
  sources: readonly Source[],
  recogniser: Recogniser,
): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const { texts, file, line } of omissions) {
    for (const omitted of texts) {
      const report = (message: string): void => {
        problems.push({ file, line, message: `${omitted}: ${message}` });
      };
      if (seen.has(omitted)) report('is left out twice');
      seen.add(omitted);
      if (!sources.some((source) => source.text.includes(omitted))) report('stands in no source');
      const [mention] = recogniser.recognise(omitted);
      if (mention?.start === 0 && mention.end === omitted.length) {
        report(`is said to be left out, and is the term “${recogniser.matcher.id(mention.entry)}”`);
      }
    }
  }
  return problems;
}
