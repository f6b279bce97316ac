/** Which members of a set a text has. */

export interface SetDefinition {
  readonly id: string;
  /** Ids of its members, in the order of the texts; empty where they list none. */
  readonly members: readonly string[];
}

export interface MemberCheck {
  readonly id: string;
  readonly state: 'present' | 'adapted' | 'absent';
  /** Where its first mention begins; only where it is present or adapted. */
  readonly start?: number;
}

export interface SetCheck {
  readonly id: string;
  /** Whether the set itself is named in the text. */
  readonly named: boolean;
  /** Whether the members that are there come in the set's order. */
  readonly inOrder: boolean;
  readonly members: readonly MemberCheck[];
}

/** Where each term is first mentioned in a text: as itself, and as a rewording. */
export interface FirstMentions {
  readonly plain: ReadonlyMap<string, number>;
  readonly adapted: ReadonlyMap<string, number>;
}

/** A set that is not named is spoken of from this many members on. */
const ENOUGH_MEMBERS = 3;

/**
 * Checks every set that the text names or has three or more members of. Speaks of
 * the whole text that the mentions come from. Linear in the number of members.
 */
export function checkSets(sets: readonly SetDefinition[], { plain, adapted }: FirstMentions): SetCheck[] {
  const checks: SetCheck[] = [];
  for (const { id, members } of sets) {
    const named = plain.has(id);
    const states = members.map((member): MemberCheck => {
      const start = plain.get(member);
      if (start !== undefined) return { id: member, state: 'present', start };
      const reworded = adapted.get(member);
      if (reworded !== undefined) return { id: member, state: 'adapted', start: reworded };
      return { id: member, state: 'absent' };
    });
    const starts = states.flatMap(({ start }) => (start === undefined ? [] : [start]));
    if (!named && starts.length < ENOUGH_MEMBERS) continue;
    const inOrder = starts.every((start, i) => i === 0 || start > (starts[i - 1] ?? 0));
    checks.push({ id, named, inOrder, members: states });
  }
  return checks;
}
