import { share, type Ratio, type Scores } from './score-labels.ts';

const figure = (ratio: Ratio): string =>
  `${String(ratio.right)}/${String(ratio.of)} = ${share(ratio).toFixed(4)}`;

/** The figures of a set on one line, and each miss, wrong mark and marked near miss on one of its own. */
export function printScores(name: string, scores: Scores): void {
  console.info(
    [
      `${name}: core recall ${figure(scores.coreRecall)}, recall ${figure(scores.recall)}, precision ${figure(scores.precision)}, kind ${figure(scores.kind)}, adapted ${figure(scores.adapted)}, trap hits ${String(scores.trapHits.length)}`,
      ...scores.misses.map((miss) => `  missed  ${miss}`),
      ...scores.wrong.map((wrong) => `  wrong   ${wrong}`),
      ...scores.trapHits.map((hit) => `  trap    ${hit}`),
    ].join('\n'),
  );
}
