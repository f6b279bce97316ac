import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileMatcher, type MatcherEntry } from '../../../src/core/match/compile.ts';
import { Hits } from '../../../src/core/match/hits.ts';
import { Matcher } from '../../../src/core/match/matcher.ts';
import { matcherFromText } from '../../../src/core/match/matcher-from-text.ts';
import { Recogniser, type Mention } from '../../../src/core/match/recogniser.ts';
import { Resolver, ROW_SIZE, type Places } from '../../../src/core/match/resolve.ts';

function entry(id: string, patterns: string[], more: Partial<MatcherEntry> = {}): MatcherEntry {
  return { id, kind: 'principle', weight: 'core', patterns, ...more };
}

function recogniser(entries: MatcherEntry[]): Recogniser {
  return new Recogniser(new Matcher(compileMatcher(entries).data));
}

/** Mentions as “text” or “text(nested nested)”. */
function shown(r: Recogniser, text: string): string[] {
  const show = ({ start, end, nested }: Mention): string => {
    const inner = nested.map(show);
    return text.slice(start, end) + (inner.length > 0 ? `(${inner.join(' ')})` : '');
  };
  return r.recognise(text).map(show);
}

describe('the matcher', () => {
  test.each<[string, MatcherEntry[], string, string[]]>([
    [
      'finds the longest term and keeps the terms inside it',
      [entry('a', ['网络强国']), entry('b', ['关于网络强国的重要思想']), entry('c', ['网络'])],
      '习近平总书记关于网络强国的重要思想和网络强国',
      ['关于网络强国的重要思想(网络强国(网络))', '网络强国(网络)'],
    ],
    [
      'drops what overlaps a longer term partly',
      [entry('a', ['数字中国建设']), entry('b', ['建设网络强国的']), entry('c', ['网络强国'])],
      '数字中国建设网络强国的',
      ['建设网络强国的(网络强国)'],
    ],
    [
      'takes the first of equally long terms that overlap',
      [entry('a', ['甲乙丙']), entry('b', ['丙丁戊'])],
      '甲乙丙丁戊',
      ['甲乙丙'],
    ],
    [
      'finds traditional script, Taiwan vocabulary and full-width forms',
      [entry('a', ['网络空间命运共同体']), entry('b', ['5G应用'])],
      '網絡空間命運共同體、網路空間命運共同體、５Ｇ應用',
      ['網絡空間命運共同體', '網路空間命運共同體', '５Ｇ應用'],
    ],
    [
      'lets a formulation’s own separators vary or be missing',
      [entry('a', ['依法管网、依法办网、依法上网'])],
      '依法管网、依法办网、依法上网；依法管网，依法办网 依法上网；依法管网依法办网依法上网；依法管网。依法办网、依法上网',
      ['依法管网、依法办网、依法上网', '依法管网，依法办网 依法上网', '依法管网依法办网依法上网'],
    ],
    [
      'never matches a term without punctuation across punctuation',
      [entry('a', ['数字中国建设'])],
      '数字中国，建设；数字中国　建设；“数字中国”建设；数字中国—建设',
      [],
    ],
    [
      'treats the dashes of a name as one class, or none',
      [entry('a', ['中国—东盟信息港论坛'])],
      '中国-东盟信息港论坛 中国——东盟信息港论坛 中国东盟信息港论坛',
      ['中国-东盟信息港论坛', '中国——东盟信息港论坛', '中国东盟信息港论坛'],
    ],
    [
      'does not find a number formula inside a longer number',
      [entry('a', ['四项原则', '(四|4)项原则'])],
      '十四项原则、14项原则、四项原则、4项原则',
      ['四项原则', '4项原则'],
    ],
    [
      'does not find a Latin term inside a longer word',
      [entry('a', ['5G']), entry('b', ['App治理'])],
      '15G 5GHz 5G App治理 WebApp治理',
      ['5G', 'App治理'],
    ],
    [
      'keeps an entry’s boundary rules and their exceptions',
      [entry('a', ['李克强'], { not: { right: ['调'] }, yet: { right: ['调研'] } })],
      '李克强调，李克强调研时，李克强主持',
      ['李克强', '李克强'],
    ],
    [
      'finds the shorter term where a rule forbids the longer',
      [entry('a', ['网络安全法'], { not: { right: ['律'] } }), entry('b', ['网络安全'])],
      '网络安全法律法规和网络安全法',
      ['网络安全', '网络安全法(网络安全)'],
    ],
    [
      'drops a term near a word of another sense in its sentence, and no further',
      [entry('a', ['主旋律'], { not: { near: ['提琴'] } })],
      '提琴奏出主旋律。弘扬主旋律；主旋律由提琴奏出。主旋律影片',
      ['主旋律', '主旋律'],
    ],
    [
      'finds what is meant near certain words only',
      [entry('a', ['天朗气清'], { only: { near: ['网'] } })],
      '清明时节天朗气清。网络空间天朗气清',
      ['天朗气清'],
    ],
    [
      'takes a quotation mark after a term for one only where one stands before it',
      [entry('a', ['清朗'], { only: { right: ['”', '行动'] } })],
      '“清朗”、“天空清朗”、“清朗书声”、清朗行动、「清朗」',
      ['清朗', '清朗', '清朗'],
    ],
    [
      'finds members beside one another, through separators and the quotation marks of both',
      [
        entry('a', ['技术先进'], { only: { left: ['产业发达'], right: ['产业发达'] } }),
        entry('b', ['产业发达'], { only: { left: ['技术先进'], right: ['技术先进'] } }),
      ],
      '技术先进、产业发达；「技術先進」「產業發達」；“产业发达”和“技术先进”；产业发达与技术先进',
      ['技术先进', '产业发达', '技術先進', '產業發達', '产业发达', '技术先进', '产业发达', '技术先进'],
    ],
    [
      'finds no member beside one that is quoted alone, nor without another',
      [entry('a', ['技术先进'], { only: { left: ['产业发达'], right: ['产业发达'] } })],
      '技术先进的“产业发达”。技术先进，“产业发达”。“技术先进”。技术先进',
      [],
    ],
    [
      'takes a programme’s name for one of a place’s where a Han character stands before it that is not listed',
      [entry('a', ['新闻联播'], { kind: 'organisation', only: { left: ['看', '的'] } })],
      '新闻联播；看《新闻联播》；昨天的新闻联播；《江口新闻联播》；江口《新闻联播》',
      ['新闻联播', '新闻联播', '新闻联播'],
    ],
    [
      'finds what an English sentence names, over marks',
      [entry('a', ['五个意识'], { only: { near: ['党'] } })],
      'In quotation: 五个意识, 他有五个意识不算多',
      ['五个意识'],
    ],
    [
      'finds the member that an item of a list begins with',
      [entry('a', ['政府管理'], { only: { right: ['企业履责'] } })],
      '政府管理：联席会议每季一次。政府管理：说明',
      ['政府管理'],
    ],
    [
      'asks no proof of forms longer than the shortest',
      [entry('a', ['对网络的保障能力', '网络保障能力'], { only: { left: ['驾驭能力'] } })],
      '对网络的保障能力，网络保障能力。驾驭能力、网络保障能力',
      ['对网络的保障能力', '网络保障能力'],
    ],
  ])('%s', (_, entries, text, expected) => {
    expect(shown(recogniser(entries), text)).toEqual(expected);
  });

  test('an entry is not nested in itself, but what is in its shorter form is', () => {
    const r = recogniser([entry('a', ['[党的]十八大精神']), entry('b', ['精神'])]);
    expect(shown(r, '党的十八大精神')).toEqual(['党的十八大精神(精神)']);
  });

  test('says when a mention is a rewording', () => {
    const r = recogniser([entry('a', ['建设忠诚的队伍'], { adapted: ['打造忠诚的队伍'] })]);
    expect(r.recognise('建设忠诚的队伍打造忠诚的队伍').map(({ adapted }) => adapted)).toEqual([false, true]);
  });

  test('reports two entries with one form', () => {
    const { collisions } = compileMatcher([entry('a', ['网络强国']), entry('b', ['網絡強國'])]);
    expect(collisions).toContainEqual({ form: '网络强国', first: 'a', second: 'b' });
  });

  const letters = fc.constantFrom(...'网络强');
  const word = fc.array(letters, { minLength: 1, maxLength: 10 }).map((w) => w.join(''));
  const dictionary = fc.uniqueArray(word, { minLength: 1, maxLength: 30 });
  const text = fc.array(letters, { maxLength: 80 }).map((w) => w.join(''));

  test('finds exactly what a naive search finds, on random dictionaries', () => {
    fc.assert(
      fc.property(dictionary, text, (words, haystack) => {
        const matcher = new Matcher(compileMatcher(words.map((w, i) => entry(String(i), [w]))).data);
        const units = Uint16Array.from(haystack, (c) => c.charCodeAt(0));
        const hits = new Hits();
        matcher.scan(units, units.length, hits);
        const found: string[] = [];
        for (let i = 0; i < hits.length; i += 3) {
          const word = words[Number(matcher.id(matcher.entryOf(hits.data[i + 2] ?? 0)))] ?? '';
          found.push(`${String(hits.data[i])}-${String(hits.data[i + 1])} ${word}`);
        }
        const naive: string[] = [];
        for (let end = 1; end <= haystack.length; end++) {
          for (let start = 0; start < end; start++) {
            const piece = haystack.slice(start, end);
            if (words.includes(piece)) naive.push(`${String(start)}-${String(end)} ${piece}`);
          }
        }
        expect(found.sort()).toEqual(naive.sort());
      }),
      { numRuns: 500 },
    );
  });

  test('applies boundary rules as a naive search does, on random dictionaries', () => {
    const piece = fc.array(letters, { minLength: 1, maxLength: 2 }).map((w) => w.join(''));
    const contexts = fc.array(piece, { maxLength: 2 });
    const rules = fc.record({
      notLeft: contexts,
      notRight: contexts,
      yetLeft: contexts,
      yetRight: contexts,
      onlyLeft: contexts,
      onlyRight: contexts,
      notNear: fc.array(word, { maxLength: 1 }),
      onlyNear: contexts,
      notBefore: fc.array(word, { maxLength: 1 }),
      notAfter: fc.array(word, { maxLength: 1 }),
    });
    fc.assert(
      fc.property(
        dictionary,
        fc.array(rules, { minLength: 30, maxLength: 30 }),
        text,
        (words, all, haystack) => {
          const entries = words.map((word, i) => {
            const rule = all[i];
            return entry(String(i), [word], {
              not: {
                left: rule?.notLeft,
                right: rule?.notRight,
                near: rule?.notNear,
                before: rule?.notBefore,
                after: rule?.notAfter,
              },
              yet: { left: rule?.yetLeft, right: rule?.yetRight },
              only: { left: rule?.onlyLeft, right: rule?.onlyRight, near: rule?.onlyNear },
            });
          });
          const matcher = new Matcher(compileMatcher(entries).data);
          const units = Uint16Array.from(haystack, (c) => c.charCodeAt(0));
          const hits = new Hits();
          matcher.scan(units, units.length, hits);
          const found: string[] = [];
          for (let i = 0; i < hits.length; i += 3) {
            found.push(
              `${String(hits.data[i])}-${String(hits.data[i + 1])} ${matcher.id(matcher.entryOf(hits.data[i + 2] ?? 0))}`,
            );
          }
          const naive: string[] = [];
          words.forEach((word, i) => {
            const rule = all[i];
            if (rule === undefined) return;
            for (let at = haystack.indexOf(word); at >= 0; at = haystack.indexOf(word, at + 1)) {
              const before = haystack.slice(0, at);
              const after = haystack.slice(at + word.length);
              const left = (list: readonly string[]): boolean => list.some((c) => before.endsWith(c));
              const right = (list: readonly string[]): boolean => list.some((c) => after.startsWith(c));
              const near = (list: readonly string[]): boolean =>
                list.some((c) => before.slice(-40).includes(c) || after.slice(0, 40).includes(c));
              // A sentence with hardly another word speaks neither for nor against.
              const bare = rule.onlyNear.length > 0 && (before + after).length < 4;
              const apart = (part: string, c: string): boolean =>
                [0, 1, 2, 3, 4].some((n) => part.slice(n).startsWith(c));
              const backwards = (part: string): string => [...part].reverse().join('');
              const only = [...rule.onlyLeft, ...rule.onlyRight, ...rule.onlyNear];
              const further = rule.notBefore.some((c) => apart(backwards(before), backwards(c)));
              const farther = rule.notAfter.some((c) => apart(after, c));
              if ((left(rule.notLeft) || further) && !left(rule.yetLeft)) continue;
              if ((right(rule.notRight) || farther) && !right(rule.yetRight)) continue;
              if (near(rule.notNear)) continue;
              if (
                only.length > 0 &&
                !bare &&
                !left(rule.onlyLeft) &&
                !right(rule.onlyRight) &&
                !near(rule.onlyNear)
              ) {
                continue;
              }
              naive.push(`${String(at)}-${String(at + word.length)} ${String(i)}`);
            }
          });
          expect(found.sort()).toEqual(naive.sort());
        },
      ),
      { numRuns: 500 },
    );
  });

  test('a matcher from text is the matcher from data', () => {
    fc.assert(
      fc.property(dictionary, text, (words, haystack) => {
        const compiled = compileMatcher(
          words.map((word, i) =>
            entry(String(i), [word], {
              weight: i % 2 === 0 ? 'core' : 'common',
              not: { right: [words[0] ?? '网'] },
              senses: i % 3 === 0 ? [{ id: 'own', cues: [word, '強'] }] : [],
            }),
          ),
        );
        const fromData = new Recogniser(new Matcher(compiled.data));
        const fromText = new Recogniser(matcherFromText(JSON.stringify(compiled.data)));
        expect(fromText.recognise(haystack)).toEqual(fromData.recognise(haystack));
        words.forEach((_, i) => {
          expect(fromText.matcher.id(i)).toBe(fromData.matcher.id(i));
          expect(fromText.matcher.kind(i)).toBe(fromData.matcher.kind(i));
          expect(fromText.matcher.weight(i)).toBe(fromData.matcher.weight(i));
          expect(fromText.matcher.senses(i)).toEqual(fromData.matcher.senses(i));
        });
      }),
      { numRuns: 100 },
    );
  });

  test('finds the same without names, and knows them as soon as it is told', () => {
    const { data } = compileMatcher([
      entry('net', ['网络'], { senses: [{ id: 'own', cues: ['网信'] }] }),
      entry('security', ['网络安全']),
    ]);
    const { names, ...found } = data;
    const unnamed = new Recogniser(matcherFromText(JSON.stringify(found)));
    expect(unnamed.recognise('网络安全')).toEqual(new Recogniser(new Matcher(data)).recognise('网络安全'));
    expect(unnamed.matcher.isNamed).toBe(false);
    expect(() => unnamed.matcher.id(0)).toThrow();
    if (names !== undefined) unnamed.matcher.name(names);
    expect(unnamed.matcher.isNamed).toBe(true);
    expect([0, 1].map((i) => unnamed.matcher.id(i))).toEqual(['net', 'security']);
    expect(unnamed.matcher.senses(0)).toEqual([{ id: 'own', cues: ['网信'] }]);
  });

  test('finds Taiwan’s forms in the first text that has the word, and whatever was read before', () => {
    const entries = [
      entry('a', ['网络强国'], { not: { right: ['线'] } }),
      entry('b', ['网络数据安全'], { inside: [{ of: 'a', patterns: ['信息'] }] }),
      entry('c', ['智能软件'], { adapted: ['智能的软件'] }),
    ];
    const texts = [
      '網路強國、網路強國線、網路資料安全、网络資料安全',
      '智慧軟體，智慧的軟體，智能软体',
      '網絡強國和資訊',
    ];
    const expected = [
      ['網路強國', '網路資料安全', '网络資料安全'],
      ['智慧軟體', '智慧的軟體', '智能软体'],
      ['網絡強國'],
    ];
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 0, 2],
    ]) {
      const r = recogniser(entries);
      for (const i of order) expect(shown(r, texts[i] ?? '')).toEqual(expected[i]);
    }
  });

  test('a form that counts only inside another term is silent elsewhere', () => {
    const r = recogniser([
      entry('set', ['管网办网']),
      entry('member', ['依法办网'], { inside: [{ of: 'set', patterns: ['办网'] }] }),
      entry('other', ['管网办']),
    ]);
    expect(shown(r, '管网办网、办网、依法办网')).toEqual(['管网办网(管网办)', '依法办网']);
    expect(shown(r, '依法管网，管网办网')).toEqual(['管网办网(管网办)']);
    expect(r.recognise('管网办网')[0]?.nested.map((mention) => r.matcher.id(mention.entry))).toEqual([
      'other',
    ]);
  });

  test('finds all of a large random dictionary, cells and bases never confused', () => {
    const random =
      fc.sample(
        fc.uniqueArray(
          fc.string({
            unit: fc.constantFrom(...'天地玄黄宇宙洪荒日月盈昃辰宿列张'),
            minLength: 2,
            maxLength: 12,
          }),
          {
            minLength: 3000,
            maxLength: 3000,
          },
        ),
        { seed: 1, numRuns: 1 },
      )[0] ?? [];
    const r = recogniser(random.map((w, i) => entry(String(i), [w])));
    random.forEach((w, i) => {
      expect(r.recognise(w).map(({ entry: e }) => e)).toEqual([i]);
    });
  });

  interface Chosen {
    readonly start: number;
    readonly end: number;
    readonly pattern: number;
    readonly nested: readonly Chosen[];
  }
  const chosenIn = (rows: readonly number[]): Chosen[] => {
    const chosen: Chosen[] = [];
    for (let i = 0; i < rows.length;) {
      const [start, end, pattern, inside] = rows.slice(i, i + ROW_SIZE) as [number, number, number, number];
      i += ROW_SIZE + inside;
      chosen.push({ start, end, pattern, nested: chosenIn(rows.slice(i - inside, i)) });
    }
    return chosen;
  };
  const choose = (resolver: Resolver, hits: Hits): Chosen[] =>
    chosenIn(resolver.rows.slice(0, resolver.resolve(hits)));
  const anywhere = new Resolver({ entryOf: (pattern) => pattern, withinOf: () => undefined });

  test('choosing between hits leaves disjoint hits, none of which could be longer', () => {
    const span = fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 25 }), (spans) => {
        const hits = new Hits();
        spans.forEach(([start, length], i) => {
          hits.add(start, start + length, i);
        });
        const chosen = choose(anywhere, hits);
        chosen.forEach((c, i) => {
          const next = chosen[i + 1];
          if (next !== undefined) expect(c.end).toBeLessThanOrEqual(next.start);
          for (const inner of c.nested) {
            expect(inner.start).toBeGreaterThanOrEqual(c.start);
            expect(inner.end).toBeLessThanOrEqual(c.end);
            expect(inner.end - inner.start).toBeLessThan(c.end - c.start);
          }
        });
        for (const [start, length] of spans) {
          const covered = chosen.some((c) => c.start < start + length && start < c.end);
          expect(covered).toBe(true);
          const rival = chosen.filter((c) => c.start < start + length && start < c.end);
          expect(Math.max(...rival.map((c) => c.end - c.start))).toBeGreaterThanOrEqual(length);
        }
      }),
      { numRuns: 1000 },
    );
  });

  // Ten entries of two patterns each; the last three count only inside another's.
  const someInside: Places = {
    entryOf: (pattern) => pattern >> 1,
    withinOf: (pattern) => (pattern < 14 ? undefined : pattern % 7),
  };
  const kept = new Resolver(someInside);

  test('choosing without objects is choosing as it is described', () => {
    const hit = fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 12 }), fc.nat(19));
    fc.assert(
      fc.property(fc.array(hit, { maxLength: 60 }), (all) => {
        const hits = new Hits();
        for (const [start, length, pattern] of all) hits.add(start, start + length, pattern);
        const before = hits.data.slice(0, hits.length);
        expect(choose(kept, hits)).toEqual(chosenPlainly(all, someInside));
        expect(hits.data.slice(0, hits.length)).toEqual(before);
      }),
      { numRuns: 3000 },
    );
  });

  /** The rules of {@link Resolver}, one after another. */
  function chosenPlainly(all: readonly (readonly [number, number, number])[], places: Places): Chosen[] {
    const hits = all.map(([start, length, pattern]): Chosen => ({
      start,
      end: start + length,
      pattern,
      nested: [],
    }));
    const covers = (a: Chosen, b: Chosen): boolean => a.start <= b.start && b.end <= a.end;
    const entry = ({ pattern }: Chosen): number => places.entryOf(pattern);
    const length = ({ start, end }: Chosen): number => end - start;
    const isMet = (hit: Chosen): boolean => {
      const within = places.withinOf(hit.pattern);
      return (
        within === undefined ||
        hits.some((other) => other !== hit && entry(other) === within && covers(other, hit))
      );
    };
    const decide = (some: readonly Chosen[], around: readonly number[]): Chosen[] => {
      const winners: { hit: Chosen; inside: Chosen[] }[] = [];
      const longest = [...some].sort(
        (a, b) => length(b) - length(a) || a.start - b.start || a.pattern - b.pattern,
      );
      for (const hit of longest) {
        const over = winners.filter((winner) => winner.hit.start < hit.end && hit.start < winner.hit.end);
        const within = places.withinOf(hit.pattern);
        if (over.length === 0) {
          if (within === undefined || around.includes(within)) winners.push({ hit, inside: [] });
          continue;
        }
        const [winner] = over;
        if (winner === undefined || !covers(winner.hit, hit)) continue;
        if (length(winner.hit) > length(hit) && entry(winner.hit) !== entry(hit)) winner.inside.push(hit);
      }
      return winners
        .sort((a, b) => a.hit.start - b.hit.start)
        .map(({ hit, inside }) => ({ ...hit, nested: decide(inside, [...around, entry(hit)]) }));
    };
    return decide(hits.filter(isMet), []);
  }
});
