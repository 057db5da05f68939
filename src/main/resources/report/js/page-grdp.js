/* The digital economy's share of GRDP: estimates, intervals, vintages. */
(function () {
  'use strict';
  const c = window.cuulong;
  const {h, say} = c;

  c.pages.grdp = place => {
    const choice = Object.assign({map: 'units_2025', unit: ''}, c.choice());
    const redraw = change => {
      Object.assign(choice, change);
      c.choose(choice);
      c.redraw();
    };
    const rows = c.shareRows('mart.province_year_digital_grdp', choice.map);
    if (!rows.length) {
      place.append(c.notice(say('Chưa công bố ước tính nào.', 'No estimate has been published yet.')));
      return;
    }
    const members = c.members(choice.map);
    const region = c.region(choice.map);
    if (!choice.unit || !rows.some(row => row.unit_id === choice.unit)) choice.unit = region;
    const known = [region, ...members].filter(id => rows.some(row => row.unit_id === id));
    place.append(h('div', {class: 'controls'}, c.basisChoices(choice.map, value => redraw({map: value, unit: ''})),
      c.select(say('Đơn vị', 'Unit'), known.map(id => ({value: id, label: c.shortName(id)})), choice.unit, value => redraw({unit: value}))),
    h('div', {class: 'grid two'}, now(rows, choice, members), path(rows, choice)), quarters(choice), vintages(choice), backtest());
  };

  function now(rows, choice, members) {
    const period = rows.filter(row => members.includes(row.unit_id)).map(row => row.period_start).sort().pop();
    const there = rows.filter(row => row.period_start === period && members.includes(row.unit_id)).sort((a, b) => b.digital_share - a.digital_share);
    const overlap = there.length > 1 && there[1].digital_share_high > there[0].digital_share_low;
    const title = overlap
      ? say(`${c.unitName(there[0].unit_id)} có thể dẫn đầu, nhưng các khoảng tin cậy chồng lên nhau.`, `${c.unitName(there[0].unit_id)} may lead, but the intervals overlap.`)
      : say(`${c.unitName(there[0].unit_id)} dẫn đầu với ${c.percent(there[0].digital_share)} GRDP.`, `${c.unitName(there[0].unit_id)} leads with ${c.percent(there[0].digital_share)} of GRDP.`);
    return c.figure({level: 'h2', title, note: say(`Tỷ trọng kinh tế số trong GRDP, ${c.period('year', period)}; dải màu là khoảng tin cậy 95%`, `Digital economy as a share of GRDP, ${c.period('year', period)}; bands are 95% intervals`),
      rows: there, source: c.shareSource(there[0]), draw: width => c.intervals(width, {unit: 'ratio', label: title, rows: there.map(row => ({name: c.unitName(row.unit_id), value: row.digital_share,
        low: row.digital_share_low, high: row.digital_share_high, strong: row.unit_id === choice.unit}))}),
      table: {head: [say('Đơn vị', 'Unit'), say('Tỷ trọng', 'Share'), say('Từ', 'Low'), say('Đến', 'High')], rows: there.map(row => [c.unitName(row.unit_id), ...['digital_share', 'digital_share_low', 'digital_share_high']
        .map(key => ({value: row[key], text: c.percent(row[key])}))])}});
  }

  function path(rows, choice) {
    const own = rows.filter(row => row.unit_id === choice.unit);
    const [first, last] = [own[0], own[own.length - 1]];
    const change = (last.digital_share - first.digital_share) * 100;
    const title = say(`${c.shortName(choice.unit)}: từ ${c.percent(first.digital_share)} ${c.period('year', first.period_start)} đến ${c.percent(last.digital_share)} ${c.period('year', last.period_start)}, ${change >= 0 ? 'tăng' : 'giảm'} ${c.num(Math.abs(change), 1)} điểm.`,
      `${c.shortName(choice.unit)}: from ${c.percent(first.digital_share)} in ${c.period('year', first.period_start)} to ${c.percent(last.digital_share)} in ${c.period('year', last.period_start)}, ${change >= 0 ? 'up' : 'down'} ${c.num(Math.abs(change), 1)} points.`);
    return c.figure({level: 'h2', title, note: say('Theo năm, với khoảng tin cậy 95%', 'By year, with 95% intervals'), rows: [last], source: c.shareSource(last),
      draw: width => c.line(width, {kind: 'year', unit: 'ratio', label: title, height: 280, series: [{name: c.shortName(choice.unit), points: own.map(c.sharePoint)}]}), table: c.shareTable(own, 'year')});
  }

  function quarters(choice) {
    const own = c.shareRows('mart.province_quarter_digital_grdp', choice.map).filter(row => row.unit_id === choice.unit);
    if (own.length < 2) return '';
    const last = own[own.length - 1];
    const title = say(`Quý mới nhất, ${c.period('quarter', last.period_start)}: ${c.percent(last.digital_share)}.`, `The newest quarter, ${c.period('quarter', last.period_start)}: ${c.percent(last.digital_share)}.`);
    return c.section(say('Theo quý', 'By quarter'), null, c.figure({title, rows: [last], source: {...c.shareSource(last), table: 'mart.province_quarter_digital_grdp'},
      draw: width => c.line(width, {kind: 'quarter', unit: 'ratio', label: title, height: 240, series: [{name: c.shortName(choice.unit), points: own.map(c.sharePoint)}]}), table: c.shareTable(own, 'quarter')}));
  }

  function vintages(choice) {
    const rows = c.table('mart.province_year_digital_grdp').filter(row => row.unit_id === choice.unit && row.boundary_basis === choice.map && row.method_family !== 'ministry' && row.digital_share !== null);
    const kinds = [...new Set(rows.map(row => row.vintage))].filter(Boolean).sort();
    const revised = c.table('mart.revision');
    if (kinds.length < 2 && !revised.length) return '';
    const content = [];
    if (kinds.length > 1) {
      const title = say(`${kinds.length} lần ước tính, mỗi lần giữ lại nguyên vẹn.`, `${kinds.length} vintages, each kept as it was.`);
      content.push(c.figure({title, rows: [], draw: width => c.line(width, {kind: 'year', unit: 'ratio', label: title, height: 240, series: kinds.map(vintage => ({name: vintage, points: c.shareRows('mart.province_year_digital_grdp', choice.map, vintage)
        .filter(row => row.unit_id === choice.unit && row.vintage === vintage).map(c.sharePoint)}))})}));
    }
    const triangle = c.revisionFigure && c.revisionFigure(revised, choice);
    if (triangle) content.push(triangle);
    return content.length ? c.section(say('Đã sửa ra sao', 'How it was revised'), null, h('div', {class: 'grid two'}, content)) : '';
  }

  function backtest() {
    return c.backtestFigure ? c.backtestFigure() : '';
  }
})();
