/* The region at a glance. */
(function () {
  'use strict';
  const c = window.cuulong;
  const {h, say} = c;
  const BASIS = 'units_2025';
  const KEY = ['guest_count', 'gross_value_vnd', 'online_dossier_share', 'cashless_payment_share'];
  const STANDING = ['grdp_per_capita', 'grdp_growth', 'guest_count', 'revenue_vnd', 'gross_value_vnd', 'online_dossier_share', 'on_time_dossier_share', 'cashless_payment_share'];

  c.pages.index = place => {
    place.append(hero(), pulse());
    const standing = standings();
    if (standing) place.append(standing);
    const targets = c.targetSummary && c.targetSummary();
    if (targets) place.append(targets);
    const quality = c.qualitySummary && c.qualitySummary();
    if (quality) place.append(quality);
    place.append(doors());
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
      {rows: members, unit: members[0].unit_code, word: measure.unit(), source: c.sourceOf(members, code), name: c.indicatorName(code), period: c.period('year', period)});
  }
  function heroOf(claim, figure, more, shown) {
    const values = new Map(shown.rows.map(row => [row.unit_id, {value: row.value}]));
    const drawing = h('div', {class: 'drawing'});
    const paint = () => drawing.clientWidth && drawing.replaceChildren(c.map(drawing.clientWidth, {values, basis: BASIS, unit: shown.unit,
      label: `${shown.name}, ${shown.period}`, height: Math.round(Math.min(drawing.clientWidth * 0.8, 430))}));
    c.whenSized(drawing, paint);
    return h('section', {class: 'hero'},
      h('div', {}, h('p', {class: 'kicker'}, shown.name + ' · ' + shown.period),
        figure ? h('p', {class: 'big-figure'}, figure, shown.word ? h('small', {}, shown.word) : null) : null,
        h('p', {class: 'big'}, claim), h('p', {class: 'more'}, more),
        h('div', {class: 'under'}, c.marks(shown.rows), shown.source ? c.sourceButton(shown.source) : null)),
      drawing);
  }

  /* ---- four pulses ---- */
  function pulse() {
    const region = c.region(BASIS);
    return h('section', {class: 'pulse', 'aria-label': say('Bốn nhịp của vùng', 'Four pulses of the region')}, KEY.map(code => {
      const rows = c.series(code, BASIS, region, 'month').filter(row => row.value !== null);
      const last = rows[rows.length - 1];
      if (!last) return null;
      const drawing = h('div', {class: 'drawing'});
      const paint = () => drawing.clientWidth && drawing.replaceChildren(c.spark(drawing.clientWidth, 54, rows.map(row => ({start: row.period_start, value: row.value}))));
      c.whenSized(drawing, paint);
      return h('article', {}, h('h3', {}, c.indicatorName(code)),
        h('p', {class: 'figure-value', 'data-value': last.value}, c.amount(last.value, last.unit_code)),
        h('p', {}, c.capital(c.period('month', last.period_start)), change(last)),
        drawing, h('div', {class: 'under'}, c.marks([last]), c.sourceButton(c.sourceOf([last], code))));
    }));
  }
  const change = row => row.growth_on_year === null ? ''
    : say(`, ${c.growth(row.growth_on_year)} so với cùng kỳ`, `, ${c.growth(row.growth_on_year)} on a year before`);

  /* ---- who stands where ---- */
  function standings() {
    const codes = STANDING.map(code => {
      const kind = c.kinds(code, BASIS).includes('month') ? 'month' : 'year';
      return {code, kind, period: c.fullPeriod(code, BASIS, kind)};
    }).filter(one => one.period && c.observations(one.code, BASIS).some(row => row.period_start === one.period && row.rank !== null));
    if (!codes.length) return null;
    const units = c.members(BASIS);
    const rows = [];
    const cell = (unit, one) => {
      const row = c.series(one.code, BASIS, unit, one.kind).find(each => each.period_start === one.period);
      if (!row || row.rank === null) return h('td', {}, h('span', {class: 'quiet'}, '–'));
      rows.push(row);
      const colour = c.ramp[Math.max(0, 4 - Math.floor((row.rank - 1) * 5 / Math.max(1, row.compared_unit_count - 1) * 0.999))];
      const span = h('span', {title: c.amount(row.value, row.unit_code)}, String(row.rank));
      span.style.background = colour;
      span.style.color = c.inkOn(colour);
      return h('td', {}, span);
    };
    const first = units.map(unit => ({unit, firsts: codes.filter(one => (c.series(one.code, BASIS, unit, one.kind).find(row => row.period_start === one.period) || {}).rank === 1).length}))
      .sort((a, b) => b.firsts - a.firsts);
    const table = h('table', {class: 'standing'}, h('thead', {}, h('tr', {}, h('th', {scope: 'col'}, say('Thứ hạng', 'Rank')),
      codes.map(one => h('th', {scope: 'col'}, h('a', {href: `ranking.html#indicator=${one.code}`}, c.indicatorName(one.code)), h('br'), h('span', {class: 'quiet'}, c.shortPeriod(one.kind, one.period)))))),
    h('tbody', {}, units.map(unit => h('tr', {}, h('th', {scope: 'row'}, h('a', {href: c.unit(unit).page}, c.unitName(unit))), codes.map(one => cell(unit, one))))));
    return c.section(say('Mỗi nơi mạnh một mặt', 'Each place leads somewhere'),
      say(`${c.unitName(first[0].unit)} đứng đầu ${first[0].firsts} trong ${codes.length} mặt được so sánh. Hạng 1 là tốt nhất; ô càng đậm, hạng càng cao.`,
        `${c.unitName(first[0].unit)} is first in ${first[0].firsts} of ${codes.length} fields. Rank 1 is best; the darker, the higher the rank.`),
      h('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': say('Thứ hạng của các tỉnh, thành phố', 'Ranks of provinces')}, table),
      h('div', {class: 'under'}, c.marks(rows)));
  }

  /* ---- further ---- */
  function doors() {
    return c.section(say('Đi đến một tỉnh, thành phố', 'Go to a province'), null,
      h('ul', {class: 'tags'}, c.members('units_2025').map(id => h('li', {}, h('a', {href: c.unit(id).page}, c.unitName(id))))),
      h('p', {class: 'note'}, say('Địa giới đến ngày 30/6/2025:', 'On the boundaries to 30 June 2025:')),
      h('ul', {class: 'tags'}, c.members('units_2004').map(id => h('li', {}, h('a', {href: c.unit(id).page}, c.unitName(id))))));
  }
})();
