/* Who stands where, who moved, and how sure it is. */
(function () {
  'use strict';
  const c = window.cuulong;
  const {h, say} = c;

  c.pages.ranking = place => {
    const choice = Object.assign({indicator: 'grdp_per_capita', map: 'units_2025', unit: ''}, c.choice());
    const redraw = change => {
      Object.assign(choice, change);
      c.choose(choice);
      c.redraw();
    };
    const ranked = code => c.observations(code, choice.map).some(row => row.rank !== null);
    const codes = c.codes(choice.map).filter(ranked);
    if (!codes.length) {
      place.append(c.notice(say('Chưa công bố bảng so sánh.', 'No comparison has been published.')));
      return;
    }
    if (!codes.includes(choice.indicator)) choice.indicator = codes[0];
    const kinds = c.kinds(choice.indicator, choice.map).filter(kind => c.observations(choice.indicator, choice.map).some(row => row.period_kind === kind && row.rank !== null));
    // Whole years before parts of a year.
    if (!kinds.includes(choice.kind)) choice.kind = kinds[kinds.length - 1];
    const rankedRows = c.observations(choice.indicator, choice.map).filter(row => row.period_kind === choice.kind && row.rank !== null);
    const periods = [...new Set(rankedRows.map(row => row.period_start))].sort();
    if (!periods.includes(choice.period)) choice.period = periods[periods.length - 1];
    const members = c.members(choice.map);
    place.append(h('div', {class: 'controls'},
      c.indicatorSelect(choice.map, choice.indicator, value => redraw({indicator: value, period: '', kind: ''}), ranked),
      c.basisChoices(choice.map, value => redraw({map: value, period: '', unit: ''})),
      c.select(say('Kỳ', 'Period'), [...periods].reverse().map(start => ({value: start, label: c.capital(c.period(choice.kind, start))})), choice.period, value => redraw({period: value})),
      c.select(say('Làm nổi bật', 'Point out'), [{value: '', label: say('không', 'nobody')}, ...members.map(id => ({value: id, label: c.unitName(id)}))], choice.unit, value => redraw({unit: value}))));
    if (c.isSimulated(choice.indicator)) place.append(c.simulatedNotice());
    place.append(...drawn(choice, rankedRows, periods));
  };

  function drawn(choice, all, periods) {
    const rows = all.filter(row => row.period_start === choice.period).sort((a, b) => a.rank - b.rank || c.compareNames(c.unitName(a.unit_id), c.unitName(b.unit_id)));
    const unit = rows[0].unit_code;
    const indicator = c.indicator(choice.indicator);
    const direction = indicator.direction === 'lower' ? say('thấp hơn là tốt hơn', 'lower is better')
      : indicator.direction === 'higher' ? say('cao hơn là tốt hơn', 'higher is better') : say('hạng 1 là lớn nhất, không nói tốt hay xấu', 'rank 1 is the largest, neither good nor bad');
    const unranked = rows[0].compared_unit_count < c.members(choice.map).length;
    const title = sentence(rows, choice);
    const bars = c.figure({level: 'h2', title, note: `${c.seriesName(choice.indicator)} · ${c.period(choice.kind, choice.period)} · ${direction}`, rows,
      source: c.sourceOf(rows, choice.indicator), draw: width => c.bars(width, {ranked: true, unit, label: title,
        rows: rows.map(row => ({name: c.unitName(row.unit_id), value: row.value, low: row.value_low, high: row.value_high, rank: row.rank,
          strong: row.unit_id === choice.unit, note: move(row)})),
        reference: indicator.kind === 'ratio' && rows[0].regional_value !== null ? {name: say('Vùng', 'Region'), value: rows[0].regional_value} : null}),
      table: rankTable(rows, choice.indicator, unit)});
    if (unranked) bars.append(h('p', {class: 'note'}, say(`Xếp hạng ${rows[0].compared_unit_count} trong ${c.members(choice.map).length} đơn vị; các đơn vị khác chưa có đủ số liệu.`,
      `${rows[0].compared_unit_count} of ${c.members(choice.map).length} units are ranked; the others lack records.`)));
    const shown = periods.slice(-13);
    if (shown.length < 2) return [bars];
    const units = c.members(choice.map).map(id => ({name: c.unitName(id), strong: id === choice.unit,
      ranks: shown.map(start => ({start, rank: (all.find(row => row.unit_id === id && row.period_start === start) || {rank: null}).rank}))}));
    const bump = c.figure({title: steadiness(units), note: say('Thứ hạng qua các kỳ, từ tốt nhất ở trên', 'Ranks over time, best on top'), rows,
      draw: width => c.bump(width, {units, starts: shown, kind: choice.kind, label: say('Thứ hạng qua các kỳ', 'Ranks over time')}),
      table: {head: [say('Đơn vị', 'Unit'), ...shown.map(start => c.shortPeriod(choice.kind, start))],
        rows: units.map(one => [one.name, ...one.ranks.map(each => ({value: each.rank, text: each.rank === null ? '–' : String(each.rank)}))])}});
    return [h('div', {class: 'grid two'}, bars, bump)];
  }
  const move = row => row.rank_change === null ? '' : row.rank_change === 0 ? '=' : row.rank_change > 0 ? `▲ ${row.rank_change}` : `▼ ${-row.rank_change}`;

  function sentence(rows, choice) {
    const leader = c.join(rows.filter(row => row.rank === 1).map(row => c.unitName(row.unit_id)));
    const certain = !(rows[1] && rows[0].value_low !== null && rows[1].value_high !== null && rows.slice(1).some(row => row.value_high > rows[0].value_low && row.value_low < rows[0].value_high));
    if (!certain) {
      const first = rows[0];
      const others = rows.slice(1).filter(row => row.rank_low !== null);
      if (first.rank_probability === null || !others.length) {
        return say(`${leader} đứng đầu, nhưng các khoảng tin cậy chồng lên nhau: thứ hạng chưa chắc chắn.`, `${leader} is first, but the intervals overlap: the order is not certain.`);
      }
      const range = `${Math.min(...others.map(row => row.rank_low))}\u2060–\u2060${Math.max(...others.map(row => row.rank_high))}`;
      return say(`${leader} đứng đầu với xác suất ${c.percent(first.rank_probability, 0)}; các nơi khác có thể ở hạng ${range}.`,
        `${leader} is first with a probability of ${c.percent(first.rank_probability, 0)}; the others may stand anywhere from rank ${range}.`);
    }
    const riser = rows.filter(row => row.rank_change > 0).sort((a, b) => b.rank_change - a.rank_change)[0];
    const first = say(`${leader} đứng đầu`, `${leader} ${rows.filter(row => row.rank === 1).length > 1 ? 'are' : 'is'} first`);
    return riser && riser.rank !== 1 ? first + say(`; ${c.unitName(riser.unit_id)} lên ${riser.rank_change} bậc.`, `; ${c.unitName(riser.unit_id)} rose by ${riser.rank_change}.`)
      : riser ? first + say(`, lên ${riser.rank_change} bậc so với kỳ trước.`, `, up ${riser.rank_change} on the period before.`) : first + '.';
  }
  function steadiness(units) {
    const moves = units.map(one => {
      const known = one.ranks.map(each => each.rank).filter(rank => rank !== null);
      return {name: one.name, count: known.length, spread: known.length ? Math.max(...known) - Math.min(...known) : 0};
    }).filter(one => one.count > 1);
    const spreads = moves.map(one => one.spread);
    const [most, least] = [Math.max(0, ...spreads), Math.min(...spreads)];
    if (most === 0) return say('Thứ tự không đổi trong suốt thời gian này.', 'The order has not changed in all this time.');
    const movers = moves.filter(one => one.spread > 0);
    if (movers.length < 4 && movers.length < moves.length) return say(`Chỉ ${named(movers)} đổi hạng.`, `Only ${named(movers)} changed rank.`);
    if (most === least) return say(`Nơi nào cũng đổi hạng, trong khoảng ${most + 1} bậc.`, `All changed rank, within ${most + 1} places.`);
    return say(`${named(moves.filter(one => one.spread === most))} đổi hạng nhiều nhất, ${named(moves.filter(one => one.spread === least))} ít nhất.`,
      `${named(moves.filter(one => one.spread === most))} moved most, ${named(moves.filter(one => one.spread === least))} least.`);
  }
  /** All of those that tie, or how many they are. */
  const named = some => some.length > 4 ? say(`${some.length} nơi`, `${some.length} places`) : c.join(some.map(one => one.name));
  function rankTable(rows, code, unit) {
    const table = c.rankTable(rows, code, unit);
    const value = number => ({value: number, text: number === null ? '–' : c.num(number, 0, true)});
    table.head.splice(3, 0, say('Đổi hạng', 'Change of rank'));
    rows.forEach((row, i) => table.rows[i].splice(3, 0, value(row.rank_change)));
    if (rows.some(row => row.rank_low !== null)) {
      table.head.push(say('Khoảng thứ hạng 95%', '95% range of rank'), say('Xác suất đúng hạng', 'Probability of the rank'));
      rows.forEach((row, i) => table.rows[i].push(row.rank_low === null ? '–' : `${row.rank_low}–${row.rank_high}`,
        {value: row.rank_probability, text: row.rank_probability === null ? '–' : c.percent(row.rank_probability, 0)}));
    }
    return table;
  }
})();
