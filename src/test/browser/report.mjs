// Opens every page of a report in both languages, on a phone, a laptop and as A4, and says what is wrong:
// console errors, broken links, serious findings of an accessibility checker, text outside the page, numbers that are
// not those of the release. Screenshots stay in the folder of the third argument.
//
//   node report.mjs REPORT RELEASES OUT
//
// CHROMIUM names the browser; without it /usr/bin/chromium. ONLY, a pattern, limits the pages.
import {createRequire} from 'node:module';
import {mkdirSync, readdirSync, readFileSync, statSync, existsSync} from 'node:fs';
import {join, resolve, dirname} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {chromium} from 'playwright-core';

const [report, releases, out] = process.argv.slice(2).map(argument => resolve(argument));
if (!out) {
  console.error('usage: node report.mjs REPORT RELEASES OUT');
  process.exit(2);
}
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SIZES = {phone: {width: 360, height: 780}, laptop: {width: 1280, height: 800}, a4: {width: 700, height: 990}};
const LANGUAGES = ['vi', 'en'];
// Pages whose pictures are kept: units are all alike.
const SEEN = /^(?!unit-)|^unit-(vinh-long-2025|can-tho-2004)/;
const MOST_BYTES = 3_000_000;
const problems = [];
const say = (where, what) => {
  problems.push(`${where}: ${what}`);
  console.error(`FAILED ${where}: ${what}`);
};

mkdirSync(out, {recursive: true});
const pages = readdirSync(report).filter(name => name.endsWith('.html') && new RegExp(process.env.ONLY || '').test(name)).sort();
const bytes = folder => readdirSync(folder, {withFileTypes: true})
  .reduce((sum, one) => sum + (one.isDirectory() ? bytes(join(folder, one.name)) : statSync(join(folder, one.name)).size), 0);
if (bytes(report) > MOST_BYTES) say('site', `${bytes(report)} bytes, more than ${MOST_BYTES}`);

const browser = await chromium.launch({executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync']});
const links = new Map();
let slowest = 0;

async function opened(page, file, language, size) {
  const where = `${file} ${language} ${size}`;
  const errors = message => { if (message.type() === 'error' || /Content Security/.test(message.text())) say(where, message.text()); };
  page.removeAllListeners();
  page.on('console', errors);
  page.on('pageerror', error => say(where, error.message));
  page.on('requestfailed', request => request.failure().errorText === 'net::ERR_ABORTED' || say(where, `cannot load ${request.url()}`));
  page.on('request', request => { if (!request.url().startsWith('file:') && !request.url().startsWith('data:') && !request.url().startsWith('blob:')) say(where, `reaches for ${request.url()}`); });
  await page.setViewportSize(SIZES[size]);
  await page.emulateMedia({media: size === 'a4' ? 'print' : 'screen'});
  await page.goto(`${pathToFileURL(join(report, file))}?lang=${language}`, {waitUntil: 'load'});
  await page.waitForFunction(language => document.getElementById('page').dataset.drawn === language, language, {timeout: 15000})
    .catch(() => say(where, 'was not drawn'));
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(120);
  const paint = await page.evaluate(() => (performance.getEntriesByName('first-contentful-paint')[0] || {startTime: 0}).startTime);
  slowest = Math.max(slowest, paint);
  return where;
}

async function looked(page, file, where, language, size) {
  const state = await page.evaluate(() => ({
    language: document.documentElement.lang,
    title: document.title,
    headings: [...document.querySelectorAll('h1')].filter(one => one.offsetParent !== null).length,
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    strange: (document.body.innerText.match(/undefined|NaN|\[object|null(?=[ ,.%)])|Infinity/) || [null])[0],
    links: [...document.querySelectorAll('a[href]')].map(link => link.getAttribute('href')),
    ids: [...document.querySelectorAll('[id]')].map(one => one.id),
    text: document.getElementById('page').innerText.length
  }));
  if (state.language !== language) say(where, `the page says it is in ${state.language}`);
  if (state.headings !== 1) say(where, `${state.headings} main headings`);
  if (state.wide > 0) say(where, `${state.wide} pixels wider than the screen`);
  if (state.strange) say(where, `shows "${state.strange}"`);
  if (state.text < 20) say(where, 'is nearly empty');
  state.links.forEach(link => links.set(`${file} -> ${link}`, {file, link, ids: state.ids}));
  if (size !== 'a4') {
    await page.evaluate(axe);
    const found = await page.evaluate(() => window.axe.run(document, {preload: false, resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}));
    for (const one of found.violations.filter(each => ['serious', 'critical'].includes(each.impact))) {
      say(where, `${one.id}: ${one.help} (${one.nodes.slice(0, 2).map(node => node.html.slice(0, 160)).join(' | ')})`);
    }
  }
}

/** The panel behind the first number of a page opens, names a command, and closes by the keyboard. */
async function sourced(page, where) {
  const button = page.locator('button.source[aria-haspopup]').first();
  if (!await button.count()) return;
  await button.focus();
  await page.keyboard.press('Enter');
  const panel = page.locator('dialog.panel[open]');
  await panel.waitFor({timeout: 3000}).catch(() => {});
  if (!await panel.count()) {
    say(where, 'the panel of sources does not open');
    return;
  }
  const text = await panel.innerText().catch(() => '');
  if (!text.includes('./cuulong trace mart.')) say(where, 'the panel names no command');
  if (!await panel.locator('.way > li').count()) say(where, 'the panel does not tell the way of the number');
  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run('dialog.panel', {preload: false, resultTypes: ['violations']}));
  found.violations.filter(each => ['serious', 'critical'].includes(each.impact)).forEach(one => say(where, `panel, ${one.id}: ${one.help}`));
  await page.keyboard.press('Escape');
  await panel.waitFor({state: 'hidden', timeout: 3000}).catch(() => say(where, 'the panel does not close'));
}

const context = await browser.newContext({deviceScaleFactor: 1});
const page = await context.newPage();
for (const file of pages) {
  for (const language of LANGUAGES) {
    for (const size of Object.keys(SIZES)) {
      const where = await opened(page, file, language, size);
      await looked(page, file, where, language, size);
      if (size === 'laptop') await sourced(page, where);
      const name = join(out, `${file.replace('.html', '')}-${language}-${size}`);
      if (!SEEN.test(file)) continue;
      await page.screenshot({path: name + '.png', fullPage: true, timeout: 120000});
      if (size === 'a4' && language === 'vi') await page.pdf({path: name + '.pdf', format: 'A4', printBackground: true, preferCSSPageSize: true});
    }
  }
}

for (const {file, link, ids} of links.values()) {
  if (link.startsWith('#')) {
    if (!ids.includes(link.slice(1))) say(file, `no place ${link} on the page`);
  } else if (!/^https?:/.test(link)) {
    const target = link.startsWith('file:') ? fileURLToPath(link) : resolve(report, decodeURIComponent(link.split(/[#?]/)[0]));
    if (!existsSync(target)) say(file, `a link leads nowhere: ${link}`);
  }
}

/* The language that was chosen stays, on every page. */
await page.emulateMedia({media: 'screen'});
await page.setViewportSize(SIZES.laptop);
await page.goto(`${pathToFileURL(join(report, 'index.html'))}`);
await page.locator('button[data-language="en"]').click();
await page.goto(`${pathToFileURL(join(report, 'map.html'))}`);
if (await page.evaluate(() => document.documentElement.lang) !== 'en') say('language', 'the choice is forgotten');

/* The keyboard alone leads to the content. */
await page.keyboard.press('Tab');
if (!await page.evaluate(() => document.activeElement.classList.contains('skip'))) say('keyboard', 'the first stop is not the skip link');
await page.keyboard.press('Enter');
if (await page.evaluate(() => document.activeElement.id) !== 'content') say('keyboard', 'the skip link does not lead to the content');

/* Numbers of a page are those of the release. */
function rowsOf(table) {
  for (const product of readdirSync(releases)) {
    const versions = readdirSync(join(releases, product)).filter(name => existsSync(join(releases, product, name, 'csv')));
    const latest = join(releases, product, 'latest');
    const version = existsSync(latest) ? readFileSync(latest, 'utf8').trim() : versions.sort().pop();
    for (const name of [`${table}.csv`, `mart.${table}.csv`]) {
      const file = join(releases, product, version || '', 'csv', name);
      if (existsSync(file)) return csv(readFileSync(file, 'utf8').replace(/^\ufeff/, ''));
    }
  }
  return [];
}
function csv(text) {
  const records = [[]];
  for (const match of text.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/g)) {
    const field = match[1].startsWith('"') ? match[1].slice(1, -1).replace(/""/g, '"') : match[1];
    records[records.length - 1].push(field);
    if (match[2] !== ',') records.push([]);
    if (match.index + match[0].length >= text.length) break;
  }
  const [head, ...rows] = records.filter(record => record.length > 1);
  return rows.map(row => Object.fromEntries(head.map((name, i) => [name, row[i]])));
}
const english = (number, digits) => number.toLocaleString('en-GB', {minimumFractionDigits: digits, maximumFractionDigits: digits});
const vietnamese = (number, digits) => number.toLocaleString('vi-VN', {minimumFractionDigits: digits, maximumFractionDigits: digits});
let compared = 0;
const comparison = rowsOf('regional_comparison');
for (const [code, unit] of [['guest_count', 'vinh-long-2025'], ['guest_count', 'ca-mau-2025'], ['online_dossier_share', 'can-tho-2025'], ['dossier_count', 'an-giang-2025']]) {
  const rows = comparison.filter(row => row.indicator === code && row.unit_id === unit && row.boundary_basis === 'units_2025' && row.period_kind === 'month' && row.value !== '');
  for (const row of rows.sort((a, b) => a.period_start < b.period_start ? -1 : 1).slice(-3)) {
    const share = row.unit_code === 'ratio';
    const number = Number(row.value) * (share ? 100 : 1);
    for (const [language, format] of [['vi', vietnamese], ['en', english]]) {
      await page.goto('about:blank');
      await page.goto(`${pathToFileURL(join(report, 'map.html'))}?lang=${language}#indicator=${code}&map=units_2025&kind=month&period=${row.period_start}`);
      await page.waitForFunction(() => document.getElementById('page').dataset.drawn);
      await page.locator('details.numbers > summary').first().click();
      await page.locator('details.numbers table').first().waitFor();
      const name = await page.evaluate(unit => window.cuulong.unitName(unit), unit);
      const line = await page.locator('details.numbers tbody tr', {hasText: name}).first().innerText();
      const expected = format(number, share ? 1 : 0);
      compared++;
      if (!line.split('\t').includes(expected)) say('numbers', `${code} of ${unit} on ${row.period_start} is ${expected} in the release, and the page says: ${line.replace(/\t/g, ' ')}`);
    }
  }
}
for (const row of rowsOf('province_year_digital_grdp').filter(one => one.boundary_basis === 'units_2025' && one.unit_id === 'mekong-delta-6' && one.method_family === 'statistics_office')
  .sort((a, b) => a.period_start + a.estimate_vintage < b.period_start + b.estimate_vintage ? -1 : 1).slice(-1)) {
  await page.goto(`${pathToFileURL(join(report, 'index.html'))}?lang=en`);
  await page.waitForFunction(() => document.getElementById('page').dataset.drawn);
  const figure = await page.locator('.big-figure').innerText();
  compared++;
  if (!figure.startsWith(english(Number(row.digital_share) * 100, 1) + '%')) say('numbers', `the digital share is ${row.digital_share} in the release, and the page says: ${figure}`);
}
/* Targets: those that run come first, by deadline; what is due has a verdict and no probability; all as in the release. */
async function fresh(file, language) {
  await page.goto('about:blank');
  await page.goto(`${pathToFileURL(join(report, file))}?lang=${language}`);
  await page.waitForFunction(() => document.getElementById('page').dataset.drawn);
}
const targets = new Map(rowsOf('target_progress').map(row => [[row.target_id, row.measured_unit_id, row.measure].join('|'), row]));
if (targets.size) {
  await fresh('targets.html', 'vi');
  const shown = await page.evaluate(() => ({answer: document.querySelector('.answer').innerText, members: window.cuulong.members('units_2025'),
    cards: [...document.querySelectorAll('article.target')].map(card => ({id: card.dataset.target, light: card.dataset.light, due: card.dataset.due,
      simulated: Boolean(card.closest('.simulated')), text: card.innerText, link: card.querySelector('.reference a')?.href ?? ''}))}));
  for (const card of shown.cards) {
    const row = targets.get(card.id);
    compared++;
    if (!row || card.light !== (row.light || 'withheld')) say('targets', `${card.id} is ${row && row.light} in the release, and ${card.light} on the page`);
    else if (row.is_due === 'true' && (/Xác suất/.test(card.text) || !['met', 'missed', 'undecided'].includes(card.light))) say('targets', `${card.id} is due and has no plain verdict`);
    else if (/^https?:/.test(row.source_reference) && card.link !== new URL(row.source_reference).href) say('targets', `${card.id} does not lead to its document`);
  }
  const here = shown.cards.filter(card => targets.get(card.id) && shown.members.includes(targets.get(card.id).current_unit_id) && !card.simulated);
  const running = here.filter(card => targets.get(card.id).is_due === 'false');
  if (here.slice(0, running.length).some((card, i) => card !== running[i])) say('targets', 'a target that is due stands among those that run');
  if (running.some((card, i) => i && card.due < running[i - 1].due)) say('targets', 'the running targets are not ordered by deadline');
  const late = running.filter(card => card.light === 'off_course').length;
  if (!shown.answer.startsWith(late ? `${late} trong ${running.length} ` : 'Không ')) say('targets', `the page shows ${late} of ${running.length} off course, and says: ${shown.answer}`);
  // A unit's page counts the same targets as the page of all targets, and none that only simulated records measure.
  const counted = cards => cards.map(card => `${card.id} ${card.light}`).sort().join();
  const unitPages = [...new Set(here.map(card => targets.get(card.id).current_unit_id))].filter(id => pages.includes(`unit-${id}.html`));
  for (const id of unitPages) {
    await fresh(`unit-${id}.html`, 'vi');
    const cards = await page.evaluate(() => [...document.querySelectorAll('#targets article.target')].map(card => ({id: card.dataset.target, light: card.dataset.light})));
    if (counted(cards) !== counted(here.filter(card => targets.get(card.id).current_unit_id === id))) say(`unit-${id}.html`, 'its targets are not those of the page of targets');
    if (cards.some(card => targets.get(card.id).is_due === 'false' && targets.get(card.id).latest_data_origin === 'synthetic')) say(`unit-${id}.html`, 'a simulated target stands among the published ones');
  }
  // A light that goes by one or two values says so.
  await fresh('targets.html', 'vi');
  for (const card of shown.cards) {
    const row = targets.get(card.id);
    if (row.is_due === 'false' && row.light && Number(row.observation_count) < 3 && !/xu thế chưa đủ số liệu/.test(card.text)) say('targets', `${card.id} goes by ${row.observation_count} values and does not say so`);
  }
  await page.locator('article.target button.source').first().click();
  const panel = await page.locator('dialog.panel').innerText();
  if (!panel.includes(targets.get(shown.cards[0].id).source_title)) say('targets', 'the panel does not name the document');
}

/* The digital share: revisions by cause add up, every held-out value is drawn, extrapolated quarters are dashed. */
const ofRegion = row => row.unit_id === 'mekong-delta-6' && row.boundary_basis === 'units_2025' && row.method_family === 'statistics_office';
const revisions = rowsOf('revision').filter(row => ofRegion(row) && row.comparison === 'first_to_latest');
const trials = rowsOf('estimate_backtest').filter(row => row.method_family !== 'ministry');
for (const size of ['phone', 'laptop']) {
  await page.setViewportSize(SIZES[size]);
  await fresh('grdp.html', 'en');
  if (revisions.length) {
    await page.locator('.causes details.numbers > summary').click();
    // The rows are made when the table is opened, after the click has returned.
    await page.locator('.causes tbody tr').first().waitFor();
    const lines = (await page.locator('.causes tbody tr').allInnerTexts()).map(line => line.split('\t'));
    for (const row of revisions) {
      const line = lines.find(one => one[0] === row.period_start.slice(0, 4)) || [];
      const expected = ['revision_points', 'revision_by_data_points', 'revision_by_method_points', 'revision_by_boundary_points']
        .map(key => Number(row[key]).toLocaleString('en-GB', {minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'exceptZero'}).replace('-', '\u2212'));
      compared++;
      if (expected.join() !== line.slice(5).join()) say('revisions', `${row.period_start} is ${expected} in the release, and ${line.slice(5)} on the page`);
    }
  }
  await page.waitForTimeout(300);
  const drawn = await page.evaluate(() => ({trials: document.querySelectorAll('.held-out').length, dashed: document.querySelectorAll('.drawing path[stroke-dasharray]').length}));
  if (drawn.trials !== trials.length) say('back-test', `${drawn.trials} of ${trials.length} held-out values are drawn`);
  if ((drawn.dashed > 0) !== rowsOf('province_quarter_digital_grdp').some(row => ofRegion(row) && row.is_extrapolated === 'true')) say('quarters', 'extrapolated quarters are not told by the line');
}
await page.setViewportSize(SIZES.laptop);
if (!compared) say('numbers', 'nothing could be compared with the release');

/* What is published leads, what is simulated stands in a frame of its own, and its panel names no office. */
const SIMULATED = {vi: 'Số liệu mô phỏng để trình diễn', en: 'Simulated for demonstration'};
for (const file of ['index.html', 'unit-vinh-long-2025.html', 'unit-ben-tre-2004.html', 'quality.html'].filter(name => pages.includes(name))) {
  for (const language of LANGUAGES) {
    const where = await opened(page, file, language, 'laptop');
    const state = await page.evaluate(() => {
      const frame = document.querySelector('.part.simulated');
      const before = one => frame && Boolean(one.compareDocumentPosition(frame) & Node.DOCUMENT_POSITION_FOLLOWING);
      return {
        first: (document.querySelector('#page [data-value], #page .big-figure, #page .big-share') || document.body).closest('.part.simulated') === null,
        outside: [...document.querySelectorAll('#page .mark.synthetic')].filter(one => !one.closest('.simulated')).length,
        inside: frame ? frame.querySelectorAll('.mark.final, .mark.preliminary').length : 0,
        last: frame ? [...document.querySelectorAll('#page .part:not(.simulated)')].every(before) : true,
        framed: Boolean(frame)
      };
    });
    if (!state.first) say(where, 'a simulated figure leads');
    if (state.outside) say(where, `${state.outside} simulated figures stand outside their frame`);
    if (state.inside) say(where, 'a published figure stands in the frame of the simulated ones');
    if (!state.last) say(where, 'something published stands below the simulated figures');
    if (!state.framed) continue;
    for (const [place, simulated] of [['.part.simulated', true], ['#page > :not(.simulated)', false]]) {
      await page.locator(`${place} button.source[aria-haspopup]`).first().click();
      const panel = page.locator('dialog.panel[open]');
      await panel.waitFor({timeout: 3000});
      const text = await panel.innerText();
      if (text.includes(SIMULATED[language]) !== simulated) say(where, simulated ? 'the panel of a simulated number does not say so' : 'the panel of a published number calls it simulated');
      const origins = await panel.evaluate(panel => [...panel.querySelectorAll('.way a[href^="http"], .reference a')].length);
      if (simulated && origins) say(where, 'the panel of a simulated number names published documents');
      await page.keyboard.press('Escape');
    }
  }
}
/* Figures of one chart are of one kind: no series is published in part and simulated in part. */
await opened(page, 'map.html', 'vi', 'laptop');
const mixed = await page.evaluate(() => ['units_2025', 'units_2004'].flatMap(basis => window.cuulong.codes(basis).filter(code =>
  new Set(window.cuulong.observations(code, basis).map(row => row.data_origin === 'synthetic')).size > 1)));
if (mixed.length) say('series', `published and simulated values share ${mixed.join(', ')}`);

/* The names of units on a map keep clear of borders: each stands on one land, or beside all of it with a line. */
for (const size of ['phone', 'laptop']) {
  await opened(page, 'map.html', 'vi', size);
  const crossing = await page.evaluate(() => {
    const lands = [...document.querySelectorAll('svg.map .land path')];
    return [...document.querySelectorAll('svg.map text.place')].filter(text => {
      const box = text.getBBox();
      const on = new Set();
      for (let u = 0; u <= 1; u += 0.1) {
        for (let v = 0.15; v <= 0.9; v += 0.15) {
          const point = new DOMPoint(box.x + box.width * u, box.y + box.height * v);
          on.add(lands.findIndex(land => land.isPointInFill(point)));
        }
      }
      return on.size > 1;
    }).map(text => text.textContent);
  });
  if (crossing.length) say(`map ${size}`, `names run over borders: ${crossing.join(', ')}`);
}

await browser.close();
console.log(`${pages.length} pages, ${LANGUAGES.length} languages, ${Object.keys(SIZES).length} sizes, ${links.size} links, ${compared} numbers, `
  + `first paint at most ${Math.round(slowest)} ms, screenshots in ${out}`);
if (problems.length) {
  console.error(`${problems.length} problems`);
  process.exit(1);
}
