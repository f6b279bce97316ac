/**
 * `npm run interop`: what Tifa exports, opened by the programs that people open it
 * with. On Debian as root it installs what is missing; elsewhere it uses what is there
 * and says what is not. Ends with `N passed, N failed, N not tried`.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { exportCsv } from '../../src/core/export/csv.ts';
import { exportHtml } from '../../src/core/export/html.ts';
import { exportMarkdown, markdownPages } from '../../src/core/export/markdown.ts';
import { exportTifaJson } from '../../src/core/export/tifa-json.ts';
import { exportWebAnnotation } from '../../src/core/export/webannotation.ts';
import { exportMarkdownZip } from '../../src/core/export/zip.ts';
import { readImport } from '../../src/core/import/read-import.ts';
import { runCommand } from '../support/command.ts';
import { HOSTILE, inputOf, onWords, SAMPLE } from '../support/notes.ts';
import { PROJECT } from '../support/paths.ts';
import { webAnnotationFaults } from '../support/web-annotation-musts.ts';

const NOTES = [
  ...SAMPLE,
  // With identifiers of their own.
  ...HOSTILE.map((note) => ({ ...note, id: note.id.replace(/^.{8}/u, 'ffffffff') })),
  // What a spreadsheet would compute, were it allowed to.
  onWords('数据安全', { body: '=SUM(40,2)', tags: ['=40+2'] }, 40),
  onWords('平台治理', { body: '=HYPERLINK("https://example.org/";"x")' }, 41),
];
const input = inputOf(NOTES);

/** Program → the Debian package that has it. */
const PACKAGES = { soffice: 'libreoffice-calc-nogui', pandoc: 'pandoc', unzip: 'unzip', python3: 'python3' };
type Program = keyof typeof PACKAGES;

const folder = mkdtempSync(join(tmpdir(), 'tifa-interop-'));
let passed = 0;
let notTried = 0;
const failures: string[] = [];

function expectThat(holds: boolean, what: string): void {
  if (holds) passed++;
  else failures.push(what);
  process.stdout.write(`${holds ? 'passed' : 'FAILED'}  ${what}\n`);
}

async function has(program: string): Promise<boolean> {
  return (await runCommand('sh', ['-c', `command -v ${program}`])).code === 0;
}

async function provide(): Promise<Set<Program>> {
  const there = new Set<Program>();
  const missing: Program[] = [];
  for (const program of Object.keys(PACKAGES) as Program[]) {
    if (await has(program)) there.add(program);
    else missing.push(program);
  }
  if (missing.length > 0 && process.getuid?.() === 0 && (await has('apt-get'))) {
    const packages = missing.map((program) => PACKAGES[program]);
    process.stdout.write(`installing ${packages.join(', ')}\n`);
    const { code, output } = await runCommand(
      'sh',
      ['-c', `apt-get update -qq && apt-get install -y -qq --no-install-recommends ${packages.join(' ')}`],
      { env: { DEBIAN_FRONTEND: 'noninteractive' } },
    );
    if (code !== 0) process.stdout.write(output);
    for (const program of missing) if (await has(program)) there.add(program);
  }
  return there;
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function spreadsheet(): Promise<void> {
  const csv = file('notes.csv', exportCsv(input));
  const office = (to: string, from: string): Promise<{ code: number; output: string }> =>
    runCommand('soffice', [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      // Comma, quotation mark, UTF-8, from line 1.
      '--infilter=CSV:44,34,76,1',
      '--convert-to',
      to,
      '--outdir',
      join(folder, 'office'),
      from,
    ]);
  mkdirSync(join(folder, 'office'), { recursive: true });
  const { code, output } = await office('xlsx', csv);
  expectThat(code === 0, `LibreOffice opens the CSV and saves it as xlsx${code === 0 ? '' : `: ${output}`}`);
  const sheet = await runCommand('python3', [
    '-c',
    `import zipfile,re,sys
z=zipfile.ZipFile(sys.argv[1])
s=''.join(z.read(n).decode('utf8') for n in z.namelist() if n.startswith('xl/worksheets/'))
t=z.read('xl/sharedStrings.xml').decode('utf8')
print(len(re.findall(r'<f[ >]',s)), len(re.findall('<hyperlink ',s)), '要坚持防范化解风险，守住安全底线，压实主体责任。' in t, len(re.findall(r'<row ',s)))`,
    join(folder, 'office/notes.xlsx'),
  ]);
  const [formulas, links, chinese, rows] = sheet.output.trim().split(' ');
  expectThat(formulas === '0', 'no cell of it is a formula');
  expectThat(links === '0', 'no cell of it is a hyperlink');
  expectThat(chinese === 'True', 'its Chinese is intact');
  expectThat(rows === String(NOTES.length + 1), `it has a row for each of ${String(NOTES.length)} notes`);

  const back = await office('csv:Text - txt - csv (StarCalc):44,34,76,1', csv);
  expectThat(back.code === 0, 'LibreOffice saves it as CSV again');
  const { notes, unreadable } = readImport(readFileSync(join(folder, 'office/notes.csv'), 'utf8'), 'csv');
  expectThat(unreadable.length === 0 && notes.length === NOTES.length, 'Tifa reads what LibreOffice saved');
  const bodies = readImport(exportCsv(input), 'csv').notes.map(({ body }) => body.trim());
  const differ = notes.filter(({ body }, i) => body.trim() !== bodies[i]).map(({ id }) => id);
  expectThat(
    differ.length === 0,
    `every note has the text it had${differ.length === 0 ? '' : `, but ${differ.join(' ')}`}`,
  );
}

async function documents(): Promise<void> {
  const markdown = file('notes.md', exportMarkdown(input));
  const pandoc = (from: string, to: string, path: string): Promise<{ code: number; output: string }> =>
    runCommand('pandoc', ['--from', from, '--to', to, path]);
  for (const dialect of ['markdown', 'gfm', 'commonmark_x']) {
    const { code, output } = await pandoc(dialect, 'html', markdown);
    expectThat(code === 0, `pandoc reads the Markdown as ${dialect}`);
    expectThat(
      output.includes('要坚持防范化解风险，守住安全底线，压实主体责任。'),
      `the quotation is in it (${dialect})`,
    );
    const outside = output.replace(/<pre[^]*?<\/pre>/gu, '');
    expectThat(
      !/<(?:script|img|iframe|object|embed|style)\b|<[^>]*\son\w+=/iu.test(outside),
      `nothing in it runs or is fetched (${dialect})`,
    );
    expectThat(
      !/href="(?!https?:|#|mailto:)/iu.test(outside),
      `every link in it leads to the web or into the file (${dialect})`,
    );
  }
  const front = await runCommand('sh', ['-c', `pandoc --from markdown --to json '${markdown}'`]);
  const { meta } = JSON.parse(front.output) as { meta: Record<string, unknown> };
  expectThat('title' in meta && 'exported' in meta, 'pandoc reads the front matter');
  const html = file('notes.html', exportHtml(input));
  const { code, output } = await pandoc('html', 'plain', html);
  expectThat(code === 0 && output.includes('守住安全底线'), 'pandoc reads the HTML');
  const asJson = await pandoc('html', 'json', html);
  expectThat(
    !/"(?:RawInline|RawBlock|Image)"/u.test(asJson.output),
    'there is no raw markup or picture in it',
  );
  const targets = [...asJson.output.matchAll(/"t":"Link".*?\["([^"]*)",""\]/gu)].map(
    (match) => match[1] ?? '',
  );
  expectThat(
    targets.length > 0 && targets.every((target) => /^https?:/u.test(target)),
    'every link of the HTML leads to the web',
  );
}

async function archive(): Promise<void> {
  const zip = file('notes.zip', exportMarkdownZip(input));
  const { code, output } = await runCommand('unzip', ['-t', zip]);
  expectThat(code === 0 && output.includes('No errors detected'), 'unzip finds no fault in the zip');
  const first = markdownPages(input)[0];
  const { output: text } = await runCommand('sh', ['-c', `LC_ALL=C.UTF-8 unzip -p '${zip}'`]);
  expectThat(first !== undefined && text.includes(first.text), 'a page comes out of it as it went in');
}

function models(): void {
  const faults = webAnnotationFaults(JSON.parse(exportWebAnnotation(input)));
  expectThat(
    faults.length === 0,
    `Web Annotation keeps to the W3C’s demands${faults.slice(0, 3).join('; ')}`,
  );
  const schema: object = JSON.parse(
    readFileSync(join(PROJECT, 'docs/schema/tifa-notes-1.schema.json'), 'utf8'),
  ) as object;
  const validate = new Ajv2020({ strict: true }).compile(schema);
  expectThat(validate(JSON.parse(exportTifaJson(input))), 'Tifa’s own format keeps to its schema');
}

try {
  const there = await provide();
  const groups: readonly (readonly [readonly Program[], () => Promise<void>])[] = [
    [['soffice', 'python3'], spreadsheet],
    [['pandoc'], documents],
    [['unzip'], archive],
  ];
  models();
  for (const [programs, run] of groups) {
    const missing = programs.filter((program) => !there.has(program));
    if (missing.length === 0) {
      await run();
    } else {
      notTried++;
      process.stdout.write(`not tried: ${run.name}, since ${missing.join(', ')} is missing\n`);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const failure of failures) process.stdout.write(`\nFAILED  ${failure}\n`);
process.stdout.write(
  `${String(passed)} passed, ${String(failures.length)} failed, ${String(notTried)} not tried\n`,
);
process.exitCode = failures.length === 0 ? 0 : 1;
