/* One unit: its history, what is published of it, and, last and apart, what is simulated. */
(function () {
  'use strict';
  const c = window.cuulong;
  const {h, say} = c;
  /** Said in the head or drawn with their intervals. */
  const ELSEWHERE = ['area_km2', 'digital_share', 'digital_core_share', 'digital_value_added_vnd', 'grdp_current_derived_by_source'];
  const FIRST = ['grdp_per_capita', 'grdp_growth', 'grdp_current', 'population_thousand', 'tourism_visitors_total', 'tourism_revenue', 'tourism_visitors_international'];
  const PARTS = {economy: ['Kinh tế và dân số', 'Economy and population'], digital: ['Chuyển đổi số', 'Digital transformation'], tourism: ['Du lịch', 'Tourism'],
    ecommerce: ['Thương mại điện tử', 'E-commerce'], service: ['Dịch vụ số', 'Digital services']};
  const SIMULATED = [
    ['Du lịch', 'Tourism', ['guest_count', 'revenue_vnd', 'average_stay_nights', 'guest_international_share', 'reported_guest_count']],
    ['Thương mại điện tử', 'E-commerce', ['gross_value_vnd', 'order_count', 'sales_out_vnd', 'ocop_value_share', 'active_seller_count', 'cashless_order_share']],
    ['Dịch vụ số', 'Digital services', ['online_dossier_share', 'on_time_dossier_share', 'answered_feedback_share', 'median_answer_days', 'cashless_payment_share', 'average_rating']]];
  /** A line needs as many points; fewer stand in a table. */
  const POINTS = 3;

  c.pages.unit = (place, id) => {
    const unit = c.unit(id);
    const basis = c.basisOf(id);
    const parts = [];
    const add = (key, part) => part && parts.push([key, part]);
    for (const group of c.groups()) {
      add(group.id, published(id, basis, group.id));
      if (group.id === 'economy') add('share', c.unitShare && c.unitShare(id, basis));
    }
    add('targets', c.unitTargets && c.unitTargets(id));
    add('quality', c.unitQuality && c.unitQuality(id));
    add('simulated', simulated(id, basis));
    parts.forEach(([key, part]) => part.setAttribute('id', key));
    place.append(head(id, unit, basis));
    if (parts.length > 1) {
      place.append(h('nav', {class: 'jump', 'aria-label': say('Trong trang này', 'On this page')},
        parts.map(([key, part]) => h('a', {href: '#' + key}, key === 'simulated' ? say('Số liệu mô phỏng', 'Simulated figures') : part.querySelector('h2').textContent))));
    }
    place.append(...parts.map(([, part]) => part));
  };

  function head(id, unit, basis) {
    const links = ids => c.sorted(ids).map((one, i) => [i ? (i === ids.length - 1 ? say(' và ', ' and ') : ', ') : '', c.unit(one).page ? h('a', {href: c.unit(one).page}, c.unitName(one)) : c.unitName(one)]);
    const act = unit.act ? ` (${unit.act})` : '';
    let history;
    if (unit.parts.length) {
      history = h('p', {class: 'lead'}, say(`${c.unitName(id)} hôm nay, từ ngày ${c.day(unit.from)}${act}, gồm đất của `, `${c.unitName(id)} of today, since ${c.day(unit.from)}${act}, is the land of `), links(unit.parts), say(' trước đó.', ' as they were before.'));
    } else if (unit.became.length) {
      history = h('p', {class: 'lead'}, say(`${c.unitName(id)} đến ngày ${c.day(unit.to)}; từ hôm sau là một phần của `, `${c.unitName(id)} as it was until ${c.day(unit.to)}; since the day after part of `), links(unit.became),
        say(' mới. Trang này giữ địa bàn cũ.', ' of today. This page keeps the old land.'));
    } else {
      history = null;
    }
    const locator = h('div', {'aria-hidden': 'true'});
    if (c.hasOutline(id)) locator.append(c.locator(220, 190, id));
    return h('div', {}, h('div', {class: 'unit-head'}, h('div', {}, history, facts(id, basis)), locator));
  }

  function facts(id, basis) {
    const list = ['grdp_per_capita', 'grdp_current', 'population_thousand', 'tourism_visitors_total', 'area_km2'].map(code => {
      const row = c.isSimulated(code) ? null : c.series(code, basis, id, 'year').filter(one => one.value !== null && c.isWhole(one)).pop();
      return row ? h('div', {}, h('dt', {}, c.seriesName(code)), h('dd', {'data-value': row.value}, c.measure(row.unit_code, row.value).number(row.value), ' ', h('em', {}, c.measure(row.unit_code, row.value).unit()),
        h('small', {}, c.period('year', row.period_start) + (row.rank ? say(`, hạng ${row.rank}/${row.compared_unit_count}`, `, rank ${row.rank} of ${row.compared_unit_count}`) : '') + (c.addends(row) ? say(', cộng từ các tỉnh cũ', ', sum of the old provinces') : '')))) : null;
    }).filter(Boolean).slice(0, 4);
    return list.length ? h('dl', {class: 'facts'}, list) : null;
  }

  /* ---- what is published ---- */
  function published(id, basis, group) {
    const codes = c.codes(basis).filter(code => !c.isSimulated(code) && c.group(code) === group && !ELSEWHERE.includes(code))
      .sort((a, b) => order(a) - order(b));
    const drawn = [];
    const listed = [];
    for (const code of codes) {
      const kinds = c.kinds(code, basis).map(kind => ({kind, rows: c.series(code, basis, id, kind).filter(row => row.value !== null && c.isWhole(row))})).filter(one => one.rows.length);
      const line = kinds.filter(one => one.rows.length >= POINTS).sort((a, b) => b.rows.length - a.rows.length)[0];
      if (line) drawn.push(indicator(id, code, basis, line.kind));
      // The newest of each other kind of period, unless the line already tells of a later one.
      kinds.filter(one => one !== line).flatMap(one => one.kind === 'year' ? one.rows.slice(-2) : one.rows.slice(-1)).sort((a, b) => a.period_end < b.period_end ? 1 : -1)
        .filter(row => !line || row.period_end > line.rows[line.rows.length - 1].period_end).forEach(row => listed.push(row));
    }
    // A monthly report that an office also published as a statistic is told once.
    const told = row => row.indicator.startsWith('reported_') && listed.some(other => other !== row && !other.indicator.startsWith('reported_') && other.period_start === row.period_start
      && other.period_kind === row.period_kind && c.amount(other.value, other.unit_code) === c.amount(row.value, row.unit_code));
    listed.filter(told).forEach(row => listed.splice(listed.indexOf(row), 1));
    if (!drawn.length && !listed.length) return null;
    return c.section(say(...PARTS[group]), null, drawn.length ? h('div', {class: 'grid three'}, drawn) : '', listed.length ? c.publishedTable(listed) : '');
  }
  const order = code => FIRST.includes(code) ? FIRST.indexOf(code) : FIRST.length;

  /* ---- what is simulated ---- */
  function simulated(id, basis) {
    const groups = SIMULATED.map(([vi, en, codes]) => {
      const figures = codes.map(c.simulatedCode).filter(c.isSimulated).map(code => indicator(id, code, basis, 'month')).filter(Boolean);
      return figures.length ? h('div', {class: 'group'}, h('h3', {}, say(vi, en)), h('div', {class: 'grid three'}, figures)) : null;
    }).filter(Boolean);
    const quality = c.unitQualitySimulated && c.unitQualitySimulated(id);
    if (quality) groups.push(quality);
    const targets = c.unitTargetsSimulated && c.unitTargetsSimulated(id);
    if (targets) groups.push(targets);
    return groups.length ? c.simulatedPart(say('Khi tỉnh gửi bản ghi hằng tháng', 'Once the province sends records each month'), groups) : null;
  }

  function indicator(id, code, basis, kind) {
    const all = c.series(code, basis, id, kind);
    const known = all.filter(row => row.value !== null);
    if (!known.length) return null;
    const hidden = all.filter(row => c.isWithheld(row, 'value'));
    // A sum over a part of the unit's land is no point of its series, unless there is nothing else.
    const whole = known.filter(c.isWhole);
    const rows = (whole.length ? whole : known).slice(-25);
    const last = rows[rows.length - 1];
    const unit = last.unit_code;
    const measure = c.measure(unit, Math.max(...rows.map(row => Math.abs(row.value))));
    const ratio = c.indicator(code).kind === 'ratio';
    const region = ratio ? rows.filter(row => row.regional_value !== null).map(row => ({start: row.period_start, value: row.regional_value})) : [];
    const title = sentence(last, kind, unit);
    const figure = c.figure({kicker: c.seriesName(code), title, rows: [last].concat(rows.filter(c.isSplit).slice(0, 1)), source: c.sourceOf([last], code, rows),
      draw: rows.length > 1 ? width => c.line(width, {kind, unit, height: 170, label: title, fromZero: c.indicator(code).kind === 'amount',
        series: [...(region.length > 1 ? [{name: say('Vùng', 'Region'), quiet: true, points: region}] : []),
          {name: c.unitName(id), points: rows.map(row => ({start: row.period_start, value: row.value, low: row.value_low, high: row.value_high, dashed: c.isSplit(row)}))}]}) : null,
      table: {head: [say('Kỳ', 'Period'), c.seriesName(code) + (measure.unit() ? ` (${measure.unit()})` : ''), say('Hạng', 'Rank')],
        rows: [...rows].reverse().map(row => [c.capital(c.period(kind, row.period_start)), {value: row.value, text: measure.number(row.value)}, {value: row.rank, text: row.rank === null ? c.isWithheld(row, 'rank') ? c.withheld() : '–' : String(row.rank)}])}});
    if (hidden.length) {
      figure.append(h('p', {class: 'note'}, say(`Bảo mật, không công bố: ${hidden.length} kỳ.`, `Confidential, not published: ${hidden.length} periods.`)));
    }
    return figure;
  }

  function sentence(row, kind, unit) {
    const parts = [say(`${c.capital(c.period(kind, row.period_start))}: ${c.amount(row.value, unit)}`, `${c.capital(c.period(kind, row.period_start))}: ${c.amount(row.value, unit)}`)];
    const points = unit === 'ratio' || unit === 'percent';
    const rate = c.indicator(row.indicator).kind === 'rate';
    if (row.growth_on_year !== null && !points && !rate) {
      parts.push(kind === 'year' ? say(`${c.growth(row.growth_on_year)} so với năm trước`, `${c.growth(row.growth_on_year)} on the year before`) : say(`${c.growth(row.growth_on_year)} so với cùng kỳ`, `${c.growth(row.growth_on_year)} on a year before`));
    }
    if (row.rank !== null) parts.push(say(`đứng thứ ${row.rank}/${row.compared_unit_count}`, `rank ${row.rank} of ${row.compared_unit_count}`));
    return parts.join(', ') + '.';
  }
})();
