/* The region at a glance: what is published leads, what is simulated comes last and apart. */
(function () {
  'use strict';
  const c = window.cuulong;
  const {h, say} = c;
  const BASIS = 'units_2025';
  const STANDING = ['grdp_per_capita', 'grdp_growth', 'grdp_current', 'population_thousand', 'urban_population_pct', 'state_budget_revenue', 'tourism_visitors_total'];
  /** Published by few: what there is stands in a list. */
  const LISTED = ['ebi_score', 'ocop_products', 'products_on_ecommerce_floors', 'online_shoppers_pct_population', 'sme_on_ecommerce_floors_pct', 'ocop_on_ecommerce_pct', 'dti_score', 'dti_rank', 'pii_score'];
  const SIMULATED = ['guest_count', 'gross_value_vnd', 'online_dossier_share', 'cashless_payment_share'];
  const SIMULATED_STANDING = ['guest_count', 'revenue_vnd', 'gross_value_vnd', 'online_dossier_share', 'on_time_dossier_share', 'cashless_payment_share'];

  c.pages.index = place => {
    const part = make => make && make() || '';
    place.append(hero(), pulse(), part(() => standings(STANDING)), part(tourism), part(listed), part(c.targetSummary), part(c.qualitySummary),
      doors(), part(demonstration));
  };

  /* ---- one statement and one map ---- */
  function hero() {
    const share = c.newestShare && c.newestShare(BASIS);
    return share ? heroOf(share.claim, share.figure, share.more, share) : production();
  }
  function production() {
    const code = 'grdp_per_capita';
    const period = c.fullPeriod(code, BASIS, 'year');
    if (!period) return h('div');
    const rows = c.observations(code, BASIS).filter(row => row.period_start === period && row.period_kind === 'year');
    const members = rows.filter(row => c.members(BASIS).includes(row.unit_id));
    const nation = rows.find(row => row.unit_id === 'viet-nam');
    const best = members.find(row => row.rank === 1);
    const last = members.reduce((a, b) => (b.rank || 0) > (a.rank || 0) ? b : a);
    const regional = members[0].regional_value;
    const measure = c.measure(members[0].unit_code, regional);
    const claim = regional && nation
      ? say(`GRDP bình quân đầu người của vùng ${c.period('year', period)} bằng ${c.num(100 * regional / nation.value, 0)}% mức của cả nước.`,
        `In ${c.period('year', period)}, the region's GRDP per person was ${c.num(100 * regional / nation.value, 0)}% of the national level.`)
      : say(`${c.unitName(best.unit_id)} dẫn đầu vùng về GRDP bình quân đầu người ${c.period('year', period)}.`,
        `${c.unitName(best.unit_id)} led the region in GRDP per person in ${c.period('year', period)}.`);
    const more = say(`Cao nhất là ${c.unitName(best.unit_id)} (${measure.full(best.value)}), thấp nhất là ${c.unitName(last.unit_id)} (${measure.full(last.value)}).`,
      `Highest is ${c.unitName(best.unit_id)} (${measure.full(best.value)}), lowest ${c.unitName(last.unit_id)} (${measure.full(last.value)}).`);
    return heroOf(claim, regional ? measure.number(regional) : null, more,
      {rows: members, unit: members[0].unit_code, word: measure.unit(), source: c.sourceOf(members, code), name: c.seriesName(code), period: c.period('year', period)});
  }
  function heroOf(claim, figure, more, shown) {
    const values = new Map(shown.rows.map(row => [row.unit_id, {value: row.value}]));
    const drawing = h('div', {class: 'drawing'});
    const known = shown.rows.map(row => row.value);
    // Where one value could be that of all, shades would tell an order that is not known.
    const alike = shown.rows.every(row => row.digital_share_low !== null && row.digital_share_low !== undefined)
      && Math.max(...shown.rows.map(row => row.digital_share_low)) < Math.min(...shown.rows.map(row => row.digital_share_high));
    const scale = alike ? () => c.ramp[1] : c.classes(known);
    const legend = alike ? h('p', {class: 'note'}, say('Một màu: các khoảng tin cậy đều chồng lên nhau.', 'One colour: all intervals overlap.')) : c.legend(scale, shown.unit, known);
    const paint = () => drawing.clientWidth && drawing.replaceChildren(c.map(drawing.clientWidth, {values, basis: BASIS, unit: shown.unit, scale,
      label: `${shown.name}, ${shown.period}`, height: Math.round(Math.min(drawing.clientWidth * 0.86, 430))}));
    c.whenSized(drawing, paint);
    return h('section', {class: 'hero'},
      h('div', {}, h('p', {class: 'kicker'}, [shown.name, shown.period, shown.estimate].filter(Boolean).join(' · ')),
        figure ? h('p', {class: 'big-figure'}, figure, shown.word ? h('small', {}, shown.word) : null) : null,
        h('p', {class: 'big'}, claim), h('p', {class: 'more'}, more),
        h('div', {class: 'under'}, c.marks(shown.rows), shown.source ? c.sourceButton(shown.source) : null)),
      h('div', {}, drawing, legend));
  }

  /* ---- what is published of the region, in four figures ---- */
  function pulse() {
    const cards = [c.regionCard('grdp_per_capita', BASIS, c.besideNation), spreadCard('grdp_growth'), c.regionCard('population_thousand', BASIS),
      spreadCard('tourism_visitors_total')].filter(Boolean);
    return cards.length ? h('section', {class: 'pulse', 'aria-label': say('Bốn số đã công bố của vùng', 'Four published figures of the region')}, cards) : '';
  }
  /** The newest year of each member, on one line from the least to the most. */
  function spreadCard(code) {
    const rows = c.newestOfEach(code, BASIS, 'year');
    if (rows.length < 2) return null;
    const sorted = [...rows].sort((a, b) => a.value - b.value);
    const [least, most] = [sorted[0], sorted[sorted.length - 1]];
    const unit = most.unit_code;
    const measure = c.measure(unit, most.value);
    const years = [...new Set(rows.map(row => row.period_start.slice(0, 4)))].sort();
    const drawing = h('div', {class: 'drawing'});
    c.whenSized(drawing, () => drawing.replaceChildren(c.strip(drawing.clientWidth, 54, sorted.map(row => ({name: c.unitName(row.unit_id), value: row.value, period: row.period_start.slice(0, 4)})), unit)));
    const missing = c.members(BASIS).length - rows.length;
    return h('article', {}, h('h3', {}, c.seriesName(code)),
      c.figureValue(`${measure.number(least.value)}\u2060–\u2060${measure.number(most.value)}`, measure),
      h('p', {}, years.length > 1 ? say(`Năm mới nhất mỗi nơi công bố (${years.join(', ')})`, `Newest year that each has published (${years.join(', ')})`) : c.capital(c.period('year', most.period_start)),
        missing ? say(`; ${missing} nơi chưa công bố`, `; ${missing} not published`) : ''),
      drawing, h('div', {class: 'under'}, c.marks(rows), c.sourceButton(c.sourceOf([most], code, rows))));
  }

  /* ---- who stands where ---- */
  function standings(wanted) {
    const codes = wanted.map(code => {
      const kind = c.kinds(code, BASIS).includes('month') && c.isSimulated(code) ? 'month' : 'year';
      return {code, kind, period: c.rankedPeriod(code, BASIS, kind)};
    }).filter(one => one.period);
    if (!codes.length) return null;
    const units = c.members(BASIS);
    const rows = [];
    const at = (unit, one) => c.series(one.code, BASIS, unit, one.kind).find(each => each.period_start === one.period);
    const cell = (unit, one) => {
      const row = at(unit, one);
      if (!row || row.rank === null) return h('td', {}, h('span', {class: 'quiet'}, '–'));
      rows.push(row);
      const colour = c.ramp[Math.max(0, 4 - Math.floor((row.rank - 1) * 5 / Math.max(1, row.compared_unit_count - 1) * 0.999))];
      const span = h('span', {title: c.amount(row.value, row.unit_code)}, String(row.rank));
      span.style.background = colour;
      span.style.color = c.inkOn(colour);
      return h('td', {}, span);
    };
    // Whether a column is final stands in its head: the badges of all columns together would say nothing.
    const states = one => {
      const found = [...new Set(units.map(unit => at(unit, one)).filter(row => row && row.rank !== null).map(row => row.status))].filter(status => status && status !== 'final');
      return !c.isSimulated(one.code) && found.length ? ' · ' + found.map(status => c.code('publication_status', status)).join(', ') : '';
    };
    const counts = units.map(unit => ({unit, count: codes.filter(one => (at(unit, one) || {}).rank === 1).length}));
    const most = Math.max(...counts.map(one => one.count));
    const firsts = c.join(counts.filter(one => one.count === most).map(one => c.unitName(one.unit)));
    const table = h('table', {class: 'standing ranks'}, h('thead', {}, h('tr', {}, h('th', {scope: 'col'}, say('Thứ hạng', 'Rank')),
      codes.map(one => h('th', {scope: 'col'}, h('a', {href: `ranking.html#indicator=${one.code}`}, c.seriesName(one.code)), h('br'), h('span', {class: 'quiet'}, c.shortPeriod(one.kind, one.period), states(one)))))),
    h('tbody', {}, units.map(unit => h('tr', {}, h('th', {scope: 'row'}, h('a', {href: c.unit(unit).page}, c.unitName(unit))), codes.map(one => cell(unit, one))))));
    const title = say(`${firsts} đứng đầu ${most} trong ${codes.length} mặt`, `${firsts}: first in ${most} of ${codes.length} fields`);
    const lead = say('Hạng 1 là tốt nhất, hoặc lớn nhất nơi không có tốt xấu; ô càng đậm, hạng càng cao.', 'Rank 1 is the best, or the largest where there is no better; the darker, the higher the rank.');
    const body = [h('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': say('Thứ hạng của các tỉnh, thành phố', 'Ranks of provinces')}, table)];
    return c.isSimulated(codes[0].code) ? h('div', {class: 'standings'}, h('h3', {class: 'claim'}, say('Thứ hạng trên số liệu mô phỏng', 'Ranks in the simulated records')), body)
      : c.section(title, lead, body);
  }

  /* ---- published tourism ---- */
  function tourism() {
    const codes = ['tourism_visitors_total', 'tourism_revenue'];
    const figures = codes.map(code => {
      const rows = c.newestOfEach(code, BASIS, 'year').sort((a, b) => b.value - a.value);
      if (!rows.length) return null;
      const top = rows[0];
      const title = say(`${c.unitName(top.unit_id)} nhiều nhất: ${c.amount(top.value, top.unit_code)} (${top.period_start.slice(0, 4)}).`, `${c.unitName(top.unit_id)} has most: ${c.amount(top.value, top.unit_code)} (${top.period_start.slice(0, 4)}).`);
      const measure = c.measure(top.unit_code, top.value);
      const silent = c.members(BASIS).filter(id => !rows.some(row => row.unit_id === id));
      const figure = c.figure({kicker: c.seriesName(code), title, rows, source: c.sourceOf([top], code, rows),
        draw: width => c.bars(width, {unit: top.unit_code, label: title, rows: rows.map(row => ({name: c.unitName(row.unit_id) + (width < 480 ? `, ${row.period_start.slice(0, 4)}${c.addends(row) ? '*' : ''}` : ''), value: row.value, note: row.period_start.slice(0, 4) + (c.addends(row) ? say(', cộng*', ', sum*') : '')}))}),
        table: {head: [say('Đơn vị', 'Unit'), say('Năm', 'Year'), `${c.seriesName(code)} (${measure.unit()})`, say('Tình trạng', 'Status'), say('Nguồn', 'Source')],
          rows: rows.map(row => [c.unitName(row.unit_id), row.period_start.slice(0, 4), {value: row.value, text: measure.number(row.value)}, c.statusCell(row), c.references(row.source_reference)])}});
      const added = rows.filter(c.addends);
      if (added.length) figure.append(h('p', {class: 'note'}, say('* Cộng từ số của các tỉnh cũ, vì không có tài liệu cho số của tỉnh mới: ', '* Added up from the old provinces, as no document gives a figure of the new unit: '),
        c.join(added.map(row => `${c.unitName(row.unit_id)} ${row.period_start.slice(0, 4)} (${c.addition(row, c.addends(row), measure)})`)), '.'));
      if (silent.length) figure.append(h('p', {class: 'note'}, say('Chưa có số đã công bố: ', 'No published figure yet: '), c.join(silent.map(c.unitName)), '.'));
      return figure;
    }).filter(Boolean);
    return figures.length ? c.section(say('Du lịch theo số đã công bố', 'Tourism as published'),
      say('Năm mới nhất mà mỗi nơi đã công bố. Các nơi đếm khách theo cách riêng, nên không cộng chúng thành số của vùng; số cộng từ các tỉnh cũ được ghi rõ.',
        'The newest year that each place has published. Places count arrivals in ways of their own: do not add them up to a figure of the region. Sums of old provinces are marked.'),
      h('div', {class: 'grid two'}, figures)) : null;
  }

  /* ---- what only some have published ---- */
  function listed() {
    const ids = [...c.members('units_2025'), 'viet-nam', ...c.members('units_2004')];
    const rows = LISTED.map(code => {
      const all = ['units_2025', 'units_2004'].flatMap(basis => c.observations(code, basis)).filter(row => row.value !== null && ids.includes(row.unit_id) && !c.isSimulated(code));
      return all.sort((a, b) => a.period_end === b.period_end ? ids.indexOf(a.unit_id) - ids.indexOf(b.unit_id) : a.period_end < b.period_end ? 1 : -1)[0];
    }).filter(Boolean);
    return rows.length ? c.section(say('Thương mại điện tử và chuyển đổi số: số đã công bố', 'E-commerce and digital transformation: what is published'),
      say('Số mới nhất của từng chỉ tiêu, do một nơi công bố; nơi khác chưa công bố hoặc công bố trước đó.', 'The newest figure of each indicator, published by one place; others have published none, or earlier ones.'),
      c.publishedTable(rows, true)) : null;
  }

  /* ---- simulated records, last and apart ---- */
  function demonstration() {
    const region = c.region(BASIS);
    const cards = SIMULATED.map(c.simulatedCode).filter(c.isSimulated).map(code => {
      const rows = c.series(code, BASIS, region, 'month').filter(row => row.value !== null);
      const last = rows[rows.length - 1];
      if (!last) return null;
      const drawing = h('div', {class: 'drawing'});
      c.whenSized(drawing, () => drawing.replaceChildren(c.spark(drawing.clientWidth, 54, rows.map(row => ({start: row.period_start, value: row.value})))));
      return h('article', {}, h('h3', {}, c.seriesName(code)),
        c.figureValue(c.measure(last.unit_code, last.value).number(last.value), c.measure(last.unit_code, last.value), last.value),
        h('p', {}, c.capital(c.period('month', last.period_start)), last.growth_on_year === null ? '' : say(`, ${c.growth(last.growth_on_year)} so với cùng kỳ`, `, ${c.growth(last.growth_on_year)} on a year before`)),
        drawing, h('div', {class: 'under'}, c.marks([last]), c.sourceButton(c.sourceOf([last], code))));
    }).filter(Boolean);
    if (!cards.length) return null;
    return c.simulatedPart(say('Khi tỉnh gửi bản ghi, vùng sẽ thấy gì mỗi tháng', 'What the region would see each month, once provinces send records'),
      h('div', {class: 'pulse'}, cards), standings(SIMULATED_STANDING.map(c.simulatedCode).filter(c.isSimulated)) || '');
  }

  /* ---- further ---- */
  function doors() {
    return c.section(say('Đi đến một tỉnh, thành phố', 'Go to a province'), null,
      h('ul', {class: 'tags'}, c.members('units_2025').map(id => h('li', {}, h('a', {href: c.unit(id).page}, c.unitName(id))))),
      h('p', {class: 'note'}, say('Địa giới đến ngày 30/6/2025:', 'On the boundaries to 30 June 2025:')),
      h('ul', {class: 'tags'}, c.members('units_2004').map(id => h('li', {}, h('a', {href: c.unit(id).page}, c.unitName(id))))));
  }
})();
