/* One unit: its history, and all that is known of it. */
(function () {
  'use strict';
  const c = window.cuulong;
  const {h, say} = c;
  const PARTS = [
    ['tourism', 'Du lịch', 'Tourism', ['guest_count', 'revenue_vnd', 'average_stay_nights', 'guest_international_share', 'reported_guest_count', 'tourism_visitors_total']],
    ['ecommerce', 'Thương mại điện tử', 'E-commerce', ['gross_value_vnd', 'order_count', 'sales_out_vnd', 'ocop_value_share', 'active_seller_count', 'cashless_order_share']],
    ['service', 'Dịch vụ số', 'Digital services', ['online_dossier_share', 'on_time_dossier_share', 'answered_feedback_share', 'median_answer_days', 'cashless_payment_share', 'average_rating']],
    ['economy', 'Kinh tế', 'Economy', ['grdp_per_capita', 'grdp_growth', 'grdp_current', 'state_budget_revenue']]];

  c.pages.unit = (place, id) => {
    const unit = c.unit(id);
    const basis = c.basisOf(id);
    place.append(head(id, unit, basis));
    const parts = PARTS.map(([key, vi, en, codes]) => {
      const figures = codes.map(code => indicator(id, code, basis)).filter(Boolean);
      return figures.length ? [key, c.section(say(vi, en), null, h('div', {class: 'grid three'}, figures))] : null;
    }).filter(Boolean);
    if (c.unitShare) {
      const share = c.unitShare(id, basis);
      if (share) parts.push(['digital', share]);
    }
    if (c.unitTargets) {
      const targets = c.unitTargets(id);
      if (targets) parts.push(['targets', targets]);
    }
    if (c.unitQuality) {
      const quality = c.unitQuality(id);
      if (quality) parts.push(['quality', quality]);
    }
    parts.forEach(([key, part]) => part.setAttribute('id', key));
    if (parts.length > 1) {
      place.append(h('nav', {class: 'jump', 'aria-label': say('Trong trang này', 'On this page')},
        parts.map(([key, part]) => h('a', {href: '#' + key}, part.querySelector('h2').textContent))));
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
    const list = ['grdp_per_capita', 'grdp_current', 'population_thousand', 'area_km2'].map(code => {
      const row = c.series(code, basis, id, 'year').filter(one => one.value !== null).pop();
      return row ? h('div', {}, h('dt', {}, c.indicatorName(code)), h('dd', {'data-value': row.value}, c.measure(row.unit_code, row.value).number(row.value), ' ', h('em', {}, c.measure(row.unit_code, row.value).unit()),
        h('small', {}, c.period('year', row.period_start) + (row.rank ? say(`, hạng ${row.rank}/${row.compared_unit_count}`, `, rank ${row.rank} of ${row.compared_unit_count}`) : '')))) : null;
    }).filter(Boolean);
    return list.length ? h('dl', {class: 'facts'}, list) : null;
  }

  function indicator(id, code, basis) {
    const kind = c.kinds(code, basis).map(one => ({one, rows: c.series(code, basis, id, one).filter(row => row.value !== null)}))
      .sort((a, b) => b.rows.length - a.rows.length)[0];
    if (!kind || !kind.rows.length) return null;
    const hidden = c.series(code, basis, id, kind.one).filter(row => c.isWithheld(row, 'value'));
    // A sum over a part of the unit's land is no point of its series, unless there is nothing else.
    const whole = kind.rows.filter(row => !c.list(row.missing_unit_ids).length);
    const rows = (whole.length ? whole : kind.rows).slice(-25);
    const last = rows[rows.length - 1];
    const unit = last.unit_code;
    const measure = c.measure(unit, Math.max(...rows.map(row => Math.abs(row.value))));
    const ratio = c.indicator(code).kind === 'ratio';
    const region = ratio ? rows.filter(row => row.regional_value !== null).map(row => ({start: row.period_start, value: row.regional_value})) : [];
    const title = sentence(last, kind.one, unit);
    const figure = c.figure({kicker: c.indicatorName(code) + (measure.unit() && !measure.tight && rows.length > 1 ? ' · ' + measure.unit() : ''), title, rows: [last].concat(rows.filter(c.isSplit).slice(0, 1)), source: c.sourceOf([last], code),
      draw: rows.length > 1 ? width => c.line(width, {kind: kind.one, unit, height: 170, label: title, fromZero: c.indicator(code).kind === 'amount',
        series: [...(region.length > 1 ? [{name: say('Vùng', 'Region'), quiet: true, points: region}] : []),
          {name: c.unitName(id), points: rows.map(row => ({start: row.period_start, value: row.value, low: row.value_low, high: row.value_high, dashed: c.isSplit(row)}))}]}) : null,
      table: {head: [say('Kỳ', 'Period'), c.indicatorName(code) + (measure.unit() ? ` (${measure.unit()})` : ''), say('Hạng', 'Rank')],
        rows: rows.map(row => [c.capital(c.period(kind.one, row.period_start)), {value: row.value, text: measure.number(row.value)}, {value: row.rank, text: row.rank === null ? c.isWithheld(row, 'rank') ? c.withheld() : '–' : String(row.rank)}])}});
    if (hidden.length) {
      figure.append(h('p', {class: 'note'}, say(`Bảo mật, không công bố: ${hidden.length} kỳ.`, `Confidential, not published: ${hidden.length} periods.`)));
    }
    return figure;
  }

  function sentence(row, kind, unit) {
    const parts = [say(`${c.capital(c.period(kind, row.period_start))}: ${c.amount(row.value, unit)}`, `${c.capital(c.period(kind, row.period_start))}: ${c.amount(row.value, unit)}`)];
    const points = unit === 'ratio' || unit === 'percent';
    if (row.growth_on_year !== null && !points) parts.push(say(`${c.growth(row.growth_on_year)} so với cùng kỳ`, `${c.growth(row.growth_on_year)} on a year before`));
    if (row.rank !== null) parts.push(say(`đứng thứ ${row.rank}/${row.compared_unit_count}`, `rank ${row.rank} of ${row.compared_unit_count}`));
    return parts.join(', ') + '.';
  }
})();
