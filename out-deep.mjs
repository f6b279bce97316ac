import { Firefox } from './tests/support/firefox.ts';
for (const ext of [false, true]) for (const n of [20000, 50000]) {
  const f = await Firefox.launch();
  try {
    if (ext) await f.installExtension();
    const page = await f.open(f.pages.serve('https://www.people.com.cn/d.html', '<!doctype html><meta charset="utf-8"><p>建设网络强国</p>'));
    const t = await page.evaluate(async (n) => { const o = document.createElement('div'); o.style.display = 'none'; let i = o; const b = performance.now(); for (let k = 0; k < n; k++) { const s = document.createElement('span'); i.append(s); i = s; } const c = performance.now(); document.body.append(o); await new Promise((r) => setTimeout(r, 2000)); return [c - b, performance.now() - c]; }, n).catch((e) => String(e).slice(0, 120));
    console.log(ext, n, t);
  } catch (e) { console.log(ext, n, 'failed', String(e).slice(0, 100)); }
  await f.close().catch(() => undefined);
}
