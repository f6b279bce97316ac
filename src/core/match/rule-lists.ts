import { ContextRole, JOIN, LIST_END } from './matcher-data.ts';

/** The contexts of one rule by {@link ContextRole}. */
export type RuleContexts = readonly (readonly string[])[];

const { NotLeft, NotRight, YetLeft, YetRight, NotBefore } = ContextRole;

/**
 * Leaves out what changes no answer: a context that another of the same entry says
 * already, being the shorter part of it at the mention's edge, and an exception to
 * nothing that the entry forbids. All rules of an entry are read as one, so what one of
 * them says need not be said by another, if every entry that has the one has the other.
 *
 * @param ruled by entry: indices of its rules
 */
export function withoutIdleContexts(
  rules: readonly RuleContexts[],
  ruled: readonly (readonly number[])[],
): RuleContexts[] {
  const users = rules.map((): (readonly number[])[] => []);
  for (const of of ruled) for (const rule of of) users[rule]!.push(of);
  const kept = rules.map((lists) => lists.map((list) => [...new Set(list)]));
  kept.forEach((lists, rule) => {
    const everywhere = (holds: (others: readonly number[]) => boolean): boolean => users[rule]!.every(holds);
    for (const role of [NotLeft, NotRight, YetLeft, YetRight]) {
      const has = (other: number, test: (context: string) => boolean, of: number = role): boolean =>
        kept[other]![of]!.some(test);
      lists[role] = lists[role]!.filter((context) => {
        const shorter = (other: string): boolean => other !== context && isPart(other, context, role);
        const said = everywhere((others) =>
          others.some((other) =>
            has(other, other === rule ? shorter : (each) => each === context || shorter(each)),
          ),
        );
        const idle =
          role >= YetLeft &&
          everywhere((others) =>
            others.every(
              (other) =>
                // What may not stand farther off may have anything before it.
                kept[other]![role - YetLeft + NotBefore]!.length === 0 &&
                !has(
                  other,
                  (each) => isPart(each, context, role) || isPart(context, each, role),
                  role - YetLeft,
                ),
            ),
          );
        if (said || idle) {
          // Taken away at once, so that of two that say the same one stays.
          lists[role] = lists[role]!.filter((each) => each !== context);
          return false;
        }
        return true;
      });
    }
  });
  return kept;
}

/**
 * Makes one rule of those that the same entries have, so that an entry has one of its own at most; those
 * that several have come first, then the others in the order of the entries.
 *
 * @returns the rules, which each entry has, and how many come first
 */
export function joinRules(
  rules: readonly RuleContexts[],
  ruled: readonly (readonly number[])[],
): { readonly rules: RuleContexts[]; readonly ruled: number[][]; readonly shared: number } {
  const users = rules.map((): number[] => []);
  ruled.forEach((of, entry) => {
    for (const rule of of) users[rule]!.push(entry);
  });
  const joined = new Map<string, { readonly users: readonly number[]; readonly lists: string[][] }>();
  rules.forEach((lists, rule) => {
    const same = joined.get(users[rule]!.join());
    if (same === undefined) {
      joined.set(users[rule]!.join(), { users: users[rule]!, lists: lists.map((list) => [...list]) });
    } else {
      lists.forEach((list, role) => same.lists[role]!.push(...list));
    }
  });
  const all = [...joined.values()].filter((rule) => rule.users.length > 0);
  const shared = all.filter((rule) => rule.users.length > 1);
  const own = all.filter((rule) => rule.users.length === 1);
  own.sort((a, b) => a.users[0]! - b.users[0]!);
  const result = ruled.map((): number[] => []);
  [...shared, ...own].forEach((rule, index) => {
    for (const entry of rule.users) result[entry]!.push(index);
  });
  return { rules: [...shared, ...own].map(({ lists }) => lists), ruled: result, shared: shared.length };
}

/** Whether one context is the part of another at the mention's edge. */
function isPart(part: string, whole: string, role: number): boolean {
  return role % 2 === 0 ? whole.endsWith(part) : whole.startsWith(part);
}

/** Rules as {@link ../match/contexts.ts | Contexts} reads them. */
export function writeRules(rules: readonly RuleContexts[]): string[] {
  return Object.values(ContextRole).map((role) =>
    rules.map((lists) => writeList(lists[role]!)).join(LIST_END),
  );
}

function writeList(contexts: readonly string[]): string {
  if (contexts.length === 0) return '';
  const sorted = contexts.toSorted();
  const singles = sorted.filter(({ length }) => length === 1);
  const others = sorted.filter(({ length }) => length > 1);
  return singles.join('') + JOIN + others.map((context) => context + JOIN).join('');
}
