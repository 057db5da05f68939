/* Any units on any indicators. */
(function () {
  'use strict';
  const c = window.cuulong;
  const {h, say} = c;
  const MOST = 6;

  c.pages.compare = place => {
    const choice = Object.assign({map: 'units_2025', indicators: 'grdp_per_capita,digital_share,population_thousand,tourism_visitors_total', units: ''}, c.choice());
    const redraw = change => {
      Object.assign(choice, change);
      c.choose(choice);
      c.redraw();
    };
    const available = c.codes(choice.map);
    if (!available.length) {
      place.append(c.notice(say('Chưa công bố bảng so sánh.', 'No comparison has been published.')));
      return;
    }
    const members = c.members(choice.map);
    const others = [c.region(choice.map), ...outside(choice.map)];
    const chosen = choice.units ? choice.units.split(',').filter(id => members.includes(id) || others.includes(id)) : members.slice(0, 3);
    const codes = choice.indicators.split(',').filter(code => available.includes(code));
    const toggle = (list, value, on) => (on ? [...list, value] : list.filter(one => one !== value)).join(',');
    const box = id => h('li', {}, h('label', {}, h('input', {type: 'checkbox', checked: chosen.includes(id), disabled: !chosen.includes(id) && chosen.length >= MOST,
      onchange: event => redraw({units: toggle(chosen, id, event.target.checked) || members[0]})}), c.shortName(id)));
    place.append(h('div', {class: 'controls'}, c.basisChoices(choice.map, value => redraw({map: value, units: ''})),
      h('fieldset', {class: 'choices'}, h('legend', {}, say(`Đơn vị (nhiều nhất ${MOST})`, `Units (at most ${MOST})`)), h('ul', {class: 'tags'}, [...members, ...others].map(box))),
      c.indicatorSelect(choice.map, '', value => redraw({indicators: [...codes.filter(code => code !== value), value].join(',')}), code => !codes.includes(code))));
    const select = place.querySelector('.control select');
    select.prepend(h('option', {value: '', selected: true, disabled: true}, say('Thêm một chỉ tiêu …', 'Add an indicator …')));
    const charts = some => h('div', {class: 'grid two'}, some.map(code => chart(code, choice.map, chosen,
      codes.length > 1 ? () => redraw({indicators: codes.filter(one => one !== code).join(',')}) : null)));
    const simulated = codes.filter(c.isSimulated);
    const published = codes.filter(code => !c.isSimulated(code));
    if (published.length) place.append(charts(published));
    if (simulated.length) place.append(c.simulatedPart(say('Chỉ tiêu mô phỏng', 'Simulated indicators'), charts(simulated)));
  };
  const outside = basis => basis === 'units_2025' ? ['phu-tho-2025'] : ['tay-ninh-2004', 'vinh-phuc-2008'];

  function chart(code, basis, units, remove) {
    const kind = c.kinds(code, basis).map(one => ({one, count: c.observations(code, basis).filter(row => row.period_kind === one && units.includes(row.unit_id)).length}))
      // Whole years before parts of a year, where there are some.
      .sort((a, b) => (b.one === 'year' && b.count > units.length) - (a.one === 'year' && a.count > units.length) || b.count - a.count)[0].one;
    const lines = units.map((id, i) => ({id, name: c.shortName(id), tone: c.tones[i % c.tones.length], quiet: !c.unit(id).page,
      rows: c.series(code, basis, id, kind).filter(row => row.value !== null && c.isWhole(row))})).filter(line => line.rows.length);
    const name = c.seriesName(code);
    if (!lines.length) return h('figure', {class: 'figure'}, h('figcaption', {}, h('h2', {class: 'claim'}, name)), c.notice(say('Các đơn vị đã chọn không có số liệu.', 'The chosen units have no values.')), removal(remove));
    const unit = lines[0].rows[0].unit_code;
    const rows = lines.flatMap(line => line.rows);
    const starts = [...new Set(rows.map(row => row.period_start))].sort();
    const title = sentence(lines, kind, unit);
    const silent = units.filter(id => !lines.some(line => line.id === id)).map(c.shortName);
    const figure = c.figure({level: 'h2', kicker: name, title, note: c.capital(c.periodKind(kind)) + (silent.length ? say('; không có số liệu: ', '; no figure: ') + c.join(silent) : ''), rows: lines.map(line => line.rows[line.rows.length - 1]).concat(rows.filter(c.isSplit).slice(0, 1)),
      source: c.sourceOf([lines[0].rows[lines[0].rows.length - 1]].concat([]), code), label: title,
      draw: width => c.line(width, {kind, unit, label: title, fromZero: c.indicator(code).kind === 'amount', series: lines.map(line => ({name: line.name, tone: line.tone, quiet: line.quiet,
        points: line.rows.map(row => ({start: row.period_start, value: row.value, low: row.value_low, high: row.value_high, dashed: c.isSplit(row)}))}))}),
      table: {head: [say('Kỳ', 'Period'), ...lines.map(line => line.name)], rows: starts.map(start => [c.capital(c.period(kind, start)), ...lines.map(line => {
        const row = line.rows.find(one => one.period_start === start);
        return row ? {value: row.value, text: c.amount(row.value, unit)} : {value: null, text: '–'};
      })])}});
    figure.append(removal(remove));
    return figure;
  }
  const removal = remove => remove ? h('button', {type: 'button', class: 'source', onclick: remove}, say('Bỏ hình này', 'Remove')) : '';

  function sentence(lines, kind, unit) {
    const places = lines.filter(line => c.unit(line.id).page);
    const at = start => places.map(line => ({line, row: line.rows.find(row => row.period_start === start)})).filter(one => one.row).sort((a, b) => b.row.value - a.row.value);
    const starts = [...new Set(places.flatMap(line => line.rows.map(row => row.period_start)))].sort().reverse();
    // The newest period that has something to compare, with as many places as there are in any.
    const most = Math.max(0, ...starts.map(start => at(start).length));
    const period = most > 1 ? starts.find(start => at(start).length === most) : null;
    if (!period) {
      const newest = (places.length ? places : lines).map(line => ({line, row: line.rows[line.rows.length - 1]})).map(one => `${one.line.name} ${c.amount(one.row.value, unit)} (${c.period(kind, one.row.period_start)})`);
      return (places.length > 1 ? say('Không có kỳ chung: ', 'No period in common: ') : '') + newest.join('; ') + '.';
    }
    const there = at(period);
    const without = places.filter(line => !there.some(one => one.line === line)).map(line => line.name);
    const silent = without.length ? say(` ${c.join(without)}: không có số kỳ này.`, ` ${c.join(without)}: no figure of that period.`) : '';
    const [top, bottom] = [there[0], there[there.length - 1]];
    if (top.row.value_low !== null && top.row.value_low < bottom.row.value_high) {
      return say(`${c.capital(c.period(kind, period))}: khoảng tin cậy chồng lên nhau, chưa nói được nơi nào cao hơn.${silent}`, `${c.capital(c.period(kind, period))}: the intervals overlap, so no place can be said to be ahead.${silent}`);
    }
    const times = bottom.row.value > 0 ? top.row.value / bottom.row.value : null;
    if (c.measure(unit, 1).tight) {
      const points = c.num((top.row.value - bottom.row.value) * c.measure(unit, 1).scale, 1);
      return say(`${c.capital(c.period(kind, period))}, ${top.line.name} cao hơn ${bottom.line.name} ${points} điểm phần trăm.${silent}`,
        `${c.capital(c.period(kind, period))}: ${top.line.name} is ${points} points above ${bottom.line.name}.${silent}`);
    }
    return times && times >= 1.05
      ? say(`${c.capital(c.period(kind, period))}, ${top.line.name} gấp ${c.num(times, 1)} lần ${bottom.line.name}.${silent}`, `${c.capital(c.period(kind, period))}: ${top.line.name} has ${c.num(times, 1)} times as much as ${bottom.line.name}.${silent}`)
      : say(`${c.capital(c.period(kind, period))}, ${top.line.name} cao nhất.${silent}`, `${c.capital(c.period(kind, period))}: ${top.line.name} is highest.${silent}`);
  }
})();
