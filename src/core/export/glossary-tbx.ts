import type { GlossaryEntry, GlossaryHead } from './glossary.ts';
import { KIND_WORDS } from './kind-words.ts';

/**
 * TBX-Basic with the element names of ISO 30042:2008 (martif, termEntry, langSet,
 * tig), which are those that translate-toolkit, Weblate and OmegaT read; the names
 * of 2019 (tbx, conceptEntry) they do not. See docs/decisions/0081.
 */
export function glossaryTbx(entries: readonly GlossaryEntry[], { title, language }: GlossaryHead): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">',
    '<martif type="TBX-Basic" xml:lang="zh-CN">',
    '<martifHeader>',
    '<fileDesc>',
    `<titleStmt><title>${escaped(title)}</title></titleStmt>`,
    '<sourceDesc><p>Tifa 提法</p></sourceDesc>',
    '</fileDesc>',
    '<encodingDesc><p type="XCSURI">TBXBasicXCSV02.xcs</p></encodingDesc>',
    '</martifHeader>',
    '<text><body>',
    ...entries.map((entry) => termEntry(entry, language)),
    '</body></text>',
    '</martif>',
    '',
  ].join('\n');
}

function termEntry({ term, count, example }: GlossaryEntry, language: 'en' | 'zh'): string {
  const context =
    example === undefined
      ? []
      : [
          '<descripGrp>',
          `<descrip type="context">${escaped(example.text)}</descrip>`,
          `<admin type="source">${escaped(`${example.source.publisher} ${example.source.published} (${example.source.id}, ¶${String(example.paragraph)})`)}</admin>`,
          '</descripGrp>',
        ];
  return [
    // An XML name may not begin with a digit; ids of ours may.
    `<termEntry id="t-${term.id}">`,
    `<descrip type="subjectField">${KIND_WORDS[term.kind][language]}</descrip>`,
    '<langSet xml:lang="zh-CN">',
    `<descrip type="definition">${escaped(term.gloss.zh)}</descrip>`,
    '<tig>',
    `<term>${escaped(term.zh)}</term>`,
    ...context,
    `<note>${escaped(`${term.pinyin} · ${String(count)}×`)}</note>`,
    '</tig>',
    '</langSet>',
    '<langSet xml:lang="en">',
    `<descrip type="definition">${escaped(term.gloss.en)}</descrip>`,
    '<tig>',
    `<term>${escaped(term.en)}</term>`,
    ...(term.enEstablished === undefined
      ? []
      : [`<admin type="source">${escaped(term.enEstablished)}</admin>`]),
    '</tig>',
    '</langSet>',
    '</termEntry>',
  ].join('\n');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML 1.0, which has no place for control characters and lone surrogates. */
function escaped(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex -- these are what XML forbids
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')
      .replace(/[&<>"]/gu, (c) => ENTITIES[c] ?? c)
  );
}
