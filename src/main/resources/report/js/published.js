/* Figures that offices have published, and the frame around those that are simulated. */
(function () {
  'use strict';
  const c = window.cuulong;
  const {h, say} = c;

  /** The newest value of each member of the region, whole years first. */
  c.newestOfEach = (code, basis, kind) => c.isSimulated(code) ? [] : c.members(basis).map(id => c.series(code, basis, id, kind)
    .filter(row => row.value !== null && c.isWhole(row)).pop()).filter(Boolean);
  /** A sum over a part of the land is none of the whole. */
  c.isWhole = row => !c.list(row.missing_unit_ids).length;

  /** The newest period in which members are ranked. */
  c.rankedPeriod = (code, basis, kind) => {
    const members = c.members(basis);
    return c.observations(code, basis).filter(row => row.period_kind === kind && row.rank !== null && members.includes(row.unit_id)).map(row => row.period_start).sort().pop() || null;
  };

  /** Values of the whole region by year, from those of its members: only where all of them have one. */
  c.regionalPath = (code, basis) => {
    const members = c.members(basis);
    const found = new Map();
    for (const row of c.observations(code, basis)) {
      if (row.period_kind === 'year' && members.includes(row.unit_id) && row.regional_value !== null && row.compared_unit_count === members.length) found.set(row.period_start, row);
    }
    return [...found.values()].map(row => ({...row, value: row.regional_value}));
  };
  c.besideNation = (last, code) => {
    const nation = c.series(code, c.basisOf(last.unit_id), 'viet-nam', 'year').find(row => row.period_start === last.period_start);
    return nation ? say(`, bằng ${c.num(100 * last.value / nation.value, 0)}% mức cả nước`, `, ${c.num(100 * last.value / nation.value, 0)}% of the nation’s`) : '';
  };
  const growth = (last, code, rows) => {
    const before = rows[rows.length - 2];
    return before && +before.period_start.slice(0, 4) === +last.period_start.slice(0, 4) - 1
      ? say(`, ${c.growth(last.value / before.value - 1)} so với năm trước`, `, ${c.growth(last.value / before.value - 1)} on the year before`) : '';
  };
  /** A large number with its unit, small, behind it. */
  c.figureValue = (number, measure, value) => h('p', {class: 'figure-value', 'data-value': value}, number, measure.tight ? measure.unit() : measure.unit() ? h('small', {}, ' ' + measure.unit()) : '');
  /** One figure of the whole region with its path. */
  c.regionCard = (code, basis, also) => {
    if (c.isSimulated(code)) return null;
    const rows = c.regionalPath(code, basis);
    const last = rows[rows.length - 1];
    if (!last) return null;
    const members = c.observations(code, basis).filter(row => row.period_kind === 'year' && row.period_start === last.period_start && c.members(basis).includes(row.unit_id));
    const drawing = h('div', {class: 'drawing'});
    c.whenSized(drawing, () => drawing.replaceChildren(c.spark(drawing.clientWidth, 54, rows.map(row => ({start: row.period_start, value: row.value})))));
    return h('article', {}, h('h3', {}, c.indicatorName(code)),
      c.figureValue(c.measure(last.unit_code, last.value).number(last.value), c.measure(last.unit_code, last.value), last.value),
      h('p', {}, say('Cả vùng, ', 'The region, '), c.period('year', last.period_start), (also || growth)(last, code, rows)),
      drawing, h('div', {class: 'under'}, c.marks(members), c.sourceButton({...c.sourceOf(members, code, members), column: 'regional_value'})));
  };

  /** Published figures one by one, each with its document. */
  c.publishedTable = (rows, withPlace) => h('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': say('Số đã công bố', 'Published figures')}, h('table', {class: 'published'},
    h('thead', {}, h('tr', {}, h('th', {scope: 'col'}, say('Chỉ tiêu', 'Indicator')), withPlace ? h('th', {scope: 'col'}, say('Nơi', 'Place')) : null, h('th', {scope: 'col'}, say('Kỳ', 'Period')),
      h('th', {scope: 'col', class: 'number'}, say('Giá trị', 'Value')), h('th', {scope: 'col'}, say('Tình trạng', 'Status')), h('th', {scope: 'col', class: 'at-source'}, say('Nguồn', 'Source')))),
    h('tbody', {}, rows.map((row, i) => h('tr', {}, named(rows, i, withPlace),
      withPlace ? h('td', {}, c.unit(row.unit_id).page ? h('a', {href: c.unit(row.unit_id).page}, c.datedName(row.unit_id)) : c.datedName(row.unit_id)) : null,
      h('td', {}, c.capital(c.period(row.period_kind, row.period_start))), h('td', {class: 'number', 'data-value': row.value}, c.amount(row.value, row.unit_code), grown(row)),
      h('td', {class: 'status'}, c.statusCell(row)), h('td', {class: 'at-source'}, c.sourceButton(c.sourceOf([row], row.indicator))))))));

  /** The growth of an amount over a year, below it. */
  const grown = row => row.growth_on_year === null || row.growth_on_year === undefined || c.indicator(row.indicator).kind !== 'amount' || row.period_kind !== 'year' ? ''
    : h('small', {}, c.growth(row.growth_on_year), say(' so với năm trước', ' on the year before'));
  /** The name of an indicator, once for all of its rows that stand together. */
  function named(rows, i, withPlace) {
    const code = rows[i].indicator;
    if (!withPlace && i > 0 && rows[i - 1].indicator === code) return '';
    const end = rows.findIndex((row, k) => k > i && row.indicator !== code);
    return h('th', {scope: 'row', rowspan: withPlace ? 1 : (end < 0 ? rows.length : end) - i}, c.indicatorName(code));
  }

  /** The frame around simulated records: nothing else stands in it, and they stand nowhere else. */
  c.simulatedPart = (title, ...content) => h('section', {class: 'part simulated', id: 'simulated'}, h('div', {class: 'part-head'}, c.syntheticMark(), h('h2', {}, title),
    h('p', {}, say('Phần này chạy trên bản ghi do máy tạo ra để cho thấy cách làm. Không con số nào ở đây là thống kê; không trích dẫn, không so với số đã công bố ở trên.',
      'This part runs on records made by a program to show how it works. No number in it is a statistic: do not cite it, and do not compare it with the published figures above.'))), content);
  /** The same, said above a page that shows nothing else. */
  c.simulatedNotice = () => h('div', {class: 'simulated-notice'}, c.syntheticMark(), h('p', {}, say('Hình dưới đây vẽ từ bản ghi do máy tạo ra; không phải thống kê, không trích dẫn.',
    'What is drawn below comes from records made by a program: no statistics, not to be cited.')));
})();
