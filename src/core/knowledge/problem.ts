/** Something wrong in `seeds/`: where, and what in words. Lines count from 1. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

export function describeProblem({ file, line, message }: Problem): string {
  return `${file}:${String(line)}: ${message}`;
}
