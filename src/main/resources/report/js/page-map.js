/* One indicator on a map, through time. */
(function () {
  'use strict';
  const c = window.cuulong;
  const {h, say} = c;

  c.pages.map = place => {
    const choice = Object.assign({indicator: 'grdp_per_capita', map: 'units_2025'}, c.choice());
    const redraw = change => {
      Object.assign(choice, change);
      c.choose(choice);
      c.redraw();
    };
    const codes = c.codes(choice.map);
    if (!codes.length) {
      place.append(c.notice(say('Chưa công bố bảng so sánh.', 'No comparison has been published.')));
      return;
    }
    if (!codes.includes(choice.indicator)) choice.indicator = codes[0];
    const kinds = c.kinds(choice.indicator, choice.map);
    if (!kinds.includes(choice.kind)) choice.kind = [...kinds].reverse().find(kind => c.periods(choice.indicator, choice.map, kind).length > 1) || kinds[0];
    const periods = c.periods(choice.indicator, choice.map, choice.kind)
      .filter(start => rowsOf(choice, start).length);
    let start = periods.includes(choice.period) ? choice.period : c.fullPeriod(choice.indicator, choice.map, choice.kind) || periods[periods.length - 1];
    const shown = h('div', {class: 'grid wide-left'});
    const output = h('output', {}, c.capital(c.period(choice.kind, start)));
    const slider = h('input', {type: 'range', min: 0, max: Math.max(0, periods.length - 1), step: 1, value: periods.indexOf(start),
      'aria-label': say('Kỳ', 'Period'), 'aria-valuetext': c.period(choice.kind, start), disabled: periods.length < 2, oninput: event => {
        start = periods[+event.target.value];
        output.textContent = c.capital(c.period(choice.kind, start));
        slider.setAttribute('aria-valuetext', c.period(choice.kind, start));
        c.choose(Object.assign(choice, {period: start}));
        paint();
      }});
    const paint = () => shown.replaceChildren(...drawn(choice, start, periods));
    place.append(h('div', {class: 'controls'},
      c.indicatorSelect(choice.map, choice.indicator, value => redraw({indicator: value, period: '', kind: ''})),
      c.basisChoices(choice.map, value => redraw({map: value, period: ''})),
      kinds.length > 1 ? c.select(say('Kỳ', 'Periods'), kinds.map(kind => ({value: kind, label: c.capital(c.periodKind(kind))})), choice.kind, value => redraw({kind: value, period: ''})) : null,
      h('div', {class: 'slider'}, slider, output)), c.isSimulated(choice.indicator) ? c.simulatedNotice() : '', shown);
    paint();
  };

  const allOf = (choice, start) => {
    const members = c.members(choice.map);
    return c.observations(choice.indicator, choice.map).filter(row => row.period_kind === choice.kind && row.period_start === start
      && members.includes(row.unit_id));
  };
  const rowsOf = (choice, start) => allOf(choice, start).filter(row => row.value !== null);

  function drawn(choice, start, periods) {
    const rows = rowsOf(choice, start);
    const all = periods.flatMap(period => rowsOf(choice, period));
    // One scale for all periods, so that the colours can be compared as the slider moves.
    const scale = c.classes(all.map(row => row.value));
    const unit = rows.length ? rows[0].unit_code : all[0].unit_code;
    const values = new Map(rows.map(row => [row.unit_id, row]));
    const title = sentence(choice, rows, start, unit);
    const sorted = [...rows].sort((a, b) => b.value - a.value);
    const name = c.seriesName(choice.indicator);
    const map = c.figure({level: 'h2', title, note: `${name} · ${c.period(choice.kind, start)} · ${c.basisName(choice.map)}`, rows,
      source: c.sourceOf(rows, choice.indicator), draw: width => {
        const box = h('div', {}, c.map(width, {values, basis: choice.map, unit, label: title, scale}));
        if (all.length > 1) box.append(c.legend(scale, unit, all.map(row => row.value)));
        if (periods.length > 1) box.append(h('p', {class: 'note'}, say(`Các lớp màu chia đều số giá trị của cả ${periods.length} kỳ, để so được màu giữa các kỳ.`, `The classes hold equal numbers of the values of all ${periods.length} periods, so that colours compare over time.`)));
        return box;
      }, table: c.rankTable(sorted, choice.indicator, unit)});
    const list = c.figure({kind: 'small', title: name, note: say('Từ cao xuống thấp; đường chấm là cả vùng.', 'From high to low; the dotted line is the region.'),
      draw: width => c.bars(width, {label: title, unit, rows: sorted.map(row => ({name: c.unitName(row.unit_id), value: row.value,
        low: row.value_low, high: row.value_high})),
      reference: isRatio(choice.indicator) && rows[0] && rows[0].regional_value !== null ? {name: say('Vùng', 'Region'), value: rows[0].regional_value} : null})});
    const source = h('p', {class: 'note'}, say('Ranh giới: ', 'Boundaries: '), c.word(c.given('places').outline_source), say('; chỉ để minh họa vị trí.', '; they only show where places lie.'));
    map.append(c.withheldNote(allOf(choice, start)) || '', source);
    return [map, rows.length ? list : c.notice(say('Kỳ này không có số liệu.', 'No values in this period.'))];
  }
  const isRatio = code => c.indicator(code).kind === 'ratio';

  function sentence(choice, rows, start, unit) {
    if (!rows.length) return c.seriesName(choice.indicator);
    const sorted = [...rows].sort((a, b) => b.value - a.value);
    const name = c.seriesName(choice.indicator);
    const lower = c.indicator(choice.indicator).direction === 'lower';
    const top = sorted[0];
    const bottom = sorted[sorted.length - 1];
    if (rows.length === 1) return `${c.unitName(top.unit_id)}: ${c.amount(top.value, unit)}`;
    return lower
      ? say(`${c.unitName(bottom.unit_id)} thấp nhất với ${c.amount(bottom.value, unit)}, ${c.unitName(top.unit_id)} cao nhất với ${c.amount(top.value, unit)}.`,
        `${c.unitName(bottom.unit_id)} is lowest with ${c.amount(bottom.value, unit)}, ${c.unitName(top.unit_id)} highest with ${c.amount(top.value, unit)}.`)
      : say(`${c.unitName(top.unit_id)} cao nhất với ${c.amount(top.value, unit)}, ${c.unitName(bottom.unit_id)} thấp nhất với ${c.amount(bottom.value, unit)}.`,
        `${c.unitName(top.unit_id)} is highest with ${c.amount(top.value, unit)}, ${c.unitName(bottom.unit_id)} lowest with ${c.amount(bottom.value, unit)}.`);
  }
})();
