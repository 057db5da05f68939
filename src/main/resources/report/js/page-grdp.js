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
    h('div', {class: 'grid two'}, now(rows, choice, members), path(rows, choice)), quarters(rows, choice), vintages(choice), backtest());
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

  /** A difference that those shown, rounded, do not give says so. */
  const unrounded = (first, last, digits) => Math.abs(+(last * 100).toFixed(digits) - +(first * 100).toFixed(digits) - +((last - first) * 100).toFixed(digits)) < 1e-9 ? ''
    : say(' (tính từ số chưa làm tròn)', ' (computed before rounding)');

  function path(rows, choice) {
    const own = rows.filter(row => row.unit_id === choice.unit);
    const [first, last] = [own[0], own[own.length - 1]];
    const change = (last.digital_share - first.digital_share) * 100;
    const note = unrounded(first.digital_share, last.digital_share, 1);
    const title = say(`${c.shortName(choice.unit)}: từ ${c.percent(first.digital_share)} ${c.period('year', first.period_start)} đến ${c.percent(last.digital_share)} ${c.period('year', last.period_start)}, ${change >= 0 ? 'tăng' : 'giảm'} ${c.num(Math.abs(change), 1)} điểm${note}.`,
      `${c.shortName(choice.unit)}: from ${c.percent(first.digital_share)} in ${c.period('year', first.period_start)} to ${c.percent(last.digital_share)} in ${c.period('year', last.period_start)}, ${change >= 0 ? 'up' : 'down'} ${c.num(Math.abs(change), 1)} points${note}.`);
    return c.figure({level: 'h2', title, note: say('Theo năm, với khoảng tin cậy 95%', 'By year, with 95% intervals'), rows: [last], source: c.shareSource(last),
      draw: width => c.line(width, {kind: 'year', unit: 'ratio', label: title, height: 280, series: [{name: c.shortName(choice.unit), points: own.map(c.sharePoint)}]}), table: c.shareTable(own, 'year')});
  }

  function quarters(years, choice) {
    const own = c.shareRows('mart.province_quarter_digital_grdp', choice.map).filter(row => row.unit_id === choice.unit);
    if (own.length < 2) return '';
    const last = own[own.length - 1];
    const beyond = own.filter(row => c.yes(row.is_extrapolated));
    const firm = own.filter(row => !c.yes(row.is_extrapolated)).pop();
    const said = row => say(`${c.period('quarter', row.period_start)}: ${c.percent(row.digital_share)}`, `${c.period('quarter', row.period_start)}: ${c.percent(row.digital_share)}`);
    const title = beyond.length && firm
      ? say(`Quý mới nhất có số liệu cả năm, ${said(firm)}; sau đó là ngoại suy, đến ${said(last)}.`, `The newest quarter of a year that is known, ${said(firm)}; what follows is extrapolated, to ${said(last)}.`)
      : say(`Quý mới nhất, ${said(last)}.`, `The newest quarter, ${said(last)}.`);
    const note = beyond.length ? say(`${beyond.length} quý nét đứt là ngoại suy: chưa có số liệu cả năm; chỉ có tốc độ tăng GRDP trong năm dẫn đường. Ước tính ngày ${c.day(last.estimate_vintage)}`,
      `The ${beyond.length} dashed quarters are extrapolated: the year is not known yet, and only the growth of GRDP within it leads the way. Estimated on ${c.day(last.estimate_vintage)}`) : null;
    return c.section(say('Theo quý', 'By quarter'), null, c.figure({title, note, rows: [last], source: {...c.shareSource(last), table: 'mart.province_quarter_digital_grdp'},
      draw: width => h('div', {}, c.line(width, {kind: 'quarter', unit: 'ratio', label: title, height: 240, series: [{name: c.shortName(choice.unit), points: own.map(c.sharePoint)}]}),
        beyond.length ? h('div', {class: 'legend'}, stroke(null, say('theo số liệu cả năm', 'benchmarked to a known year')), stroke('4 3', say('ngoại suy', 'extrapolated')),
          h('span', {}, say('dải màu: khoảng tin cậy 95%', 'band: 95% interval'))) : ''), table: c.shareTable(own, 'quarter')}));
  }
  const stroke = (dashes, text) => {
    const line = c.svg(30, 10);
    line.append('line').attr('x1', 0).attr('x2', 24).attr('y1', 5).attr('y2', 5).attr('stroke', '#0e6670').attr('stroke-width', 2.2).attr('stroke-dasharray', dashes);
    return h('span', {}, line.node(), text);
  };

  function vintages(choice) {
    const rows = c.table('mart.province_year_digital_grdp').filter(row => row.unit_id === choice.unit && row.boundary_basis === choice.map && row.method_family !== 'ministry' && row.digital_share !== null);
    const kinds = [...new Set(rows.map(row => row.estimate_vintage))].sort();
    if (kinds.length < 2) return '';
    const years = [...new Set(rows.map(row => row.period_start))].sort();
    const at = (year, vintage) => rows.find(row => row.period_start === year && row.estimate_vintage === vintage);
    const changes = years.map(year => {
      const known = kinds.map(vintage => at(year, vintage)).filter(Boolean);
      return {year, first: known[0], last: known[known.length - 1], change: known[known.length - 1].digital_share - known[0].digital_share, count: known.length};
    }).filter(one => one.count > 1).sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
    const most = changes[0];
    const title = most && Math.abs(most.change) >= 0.0005
      ? say(`Sửa nhiều nhất là ${c.period('year', most.year)}: từ ${c.percent(most.first.digital_share, 2)} ban đầu ${most.change > 0 ? 'lên' : 'xuống'} ${c.percent(most.last.digital_share, 2)}.`,
        `Revised most: ${c.period('year', most.year)}, from ${c.percent(most.first.digital_share, 2)} at first ${most.change > 0 ? 'up' : 'down'} to ${c.percent(most.last.digital_share, 2)}.`)
      : say('Các lần ước tính hầu như không đổi.', 'The vintages hardly differ.');
    const drawn = c.figure({title, note: say('Mỗi đường là một lần ước tính, giữ nguyên như khi công bố', 'Each line is one vintage, kept as it was published'), rows: [rows[rows.length - 1]], source: c.shareSource(rows[rows.length - 1]),
      draw: width => c.line(width, {kind: 'year', unit: 'ratio', label: title, height: 280, fromZero: false, series: kinds.map((vintage, i) => ({name: c.shortDay(vintage), quiet: i < kinds.length - 1, points: years.map(year => at(year, vintage)).filter(Boolean)
        .map(row => ({start: row.period_start, value: row.digital_share}))}))})});
    const triangle = h('figure', {class: 'figure'}, h('figcaption', {}, h('h3', {class: 'claim'}, say('Tam giác sửa đổi', 'The revision triangle')),
      h('p', {class: 'note'}, say('Hàng: ngày ước tính; cột: năm được ước tính', 'Rows: day of the estimate; columns: year estimated'), later(kinds[kinds.length - 1]))),
    c.tableOf({name: say('Tam giác sửa đổi', 'Revision triangle'), head: [say('Ước tính ngày', 'Estimated on'), ...years.map(year => year.slice(0, 4))],
      rows: kinds.map(vintage => [c.shortDay(vintage), ...years.map(year => {
        const row = at(year, vintage);
        return row ? {value: row.digital_share, text: c.percent(row.digital_share, 2)} : {value: null, text: ''};
      })])}));
    return c.section(say('Đã sửa ra sao', 'How it was revised'), say('Không lần ước tính nào bị ghi đè: số liệu mới tạo nên một lần ước tính mới.', 'No vintage is overwritten: new figures make a new vintage.'), c.revisionCauses(choice), h('div', {class: 'grid two'}, drawn, triangle));
  }

  /** Quarters may be known later than any year: that vintage changes no year, and so is no row of the triangle. */
  function later(newest) {
    const quarter = c.table('mart.province_quarter_digital_grdp').map(row => row.estimate_vintage).sort().pop();
    return quarter && quarter > newest ? say(`. Lần ước tính ${c.day(quarter)} chỉ thêm các quý của năm chưa có số liệu, không sửa năm nào.`,
      `. The estimates of ${c.day(quarter)} only add quarters of a year that is not known yet, and revise no year.`) : '';
  }

  /**
   * How far the method can be trusted: what was held out of provinces leads, because provinces are what is estimated.
   * The nation's years try only how a year is carried from its neighbours, and first releases are no trial at all.
   */
  function backtest() {
    const rows = c.table('mart.estimate_backtest').filter(row => row.method_family !== 'ministry');
    const of = kind => rows.filter(row => row.backtest_kind === kind);
    const [provinces, years, releases] = [of('province'), of('nation_year'), of('nation_first_release')];
    if (!rows.length) return '';
    return c.section(say('Phương pháp đáng tin đến đâu', 'How far the method can be trusted'), say('Số đã công bố được bỏ ra, ước tính lại, rồi so sánh; hình vẽ đủ mọi lần.', 'Published values are left out, estimated again, and compared; all of them are drawn.'),
      provinces.length ? trials(provinces, provinceClaim(provinces), null) : c.notice(say('Chưa có số cấp tỉnh nào để thử.', 'There is no value of a province to try.')),
      years.length ? trials(years, yearClaim(years), say('Phép thử này chỉ cho biết giữ lại hoặc nội suy tỷ trọng cả nước từ các năm bên cạnh lệch bao nhiêu; nó không thử cách chia cho từng tỉnh.',
        'This tries only how far the national share is off when it is carried or interpolated from the years beside; it does not try how it is divided among provinces.')) : '',
      releases.length ? trials(releases, releaseClaim(releases), say('Đây không phải số được bỏ ra: là lần công bố đầu so với lần mới nhất, và độ rộng của khoảng lấy từ chính các lần sửa này.',
        'These were not left out: a first release against the newest one, and the width of the interval comes from the same revisions.'),
      {estimate: say('lần công bố đầu', 'first release'), published: say('lần mới nhất', 'newest release')}) : '');
  }
  const covered = rows => rows.filter(row => c.yes(row.is_covered));
  function provinceClaim(rows) {
    const ids = c.sorted([...new Set(rows.map(row => row.unit_id))]);
    const region = new Set([...c.members('units_2004'), ...c.members('units_2025')]);
    const outside = ids.every(id => !region.has(id));
    const inside = covered(rows).length;
    const names = c.join(ids.map(c.unitName));
    return say(`Chỉ có ${rows.length} số cấp tỉnh để thử, ở ${ids.length} tỉnh${outside ? ' ngoài vùng' : ''} (${names}); ${inside === rows.length ? `cả ${inside}` : inside} nằm trong khoảng 95%.`,
      `There are only ${rows.length} values of provinces to try, of ${ids.length} ${outside ? 'outside the region' : 'provinces'} (${names}); ${inside === rows.length ? `all ${inside}` : inside} lie within the 95% interval.`);
  }
  function yearClaim(rows) {
    const missed = [...new Set(rows.filter(row => !c.yes(row.is_covered)).map(row => row.period))].sort();
    return say(`Cả nước: ${covered(rows).length} trong ${rows.length} số nằm trong khoảng 95% của ước tính không biết năm ấy${missed.length ? `; số nằm ngoài là của năm ${c.join(missed)}` : ''}.`,
      `The nation: ${covered(rows).length} of ${rows.length} values lie within the 95% interval of an estimate that did not know the year${missed.length ? `; those outside are of ${c.join(missed)}` : ''}.`);
  }
  function releaseClaim(rows) {
    const errors = rows.map(row => row.absolute_error_points);
    const mean = c.num(errors.reduce((sum, one) => sum + one, 0) / errors.length, 2);
    const most = c.num(Math.max(...errors), 2);
    return say(`Độ lệch của lần công bố đầu: bình quân ${mean} điểm, nhiều nhất ${most} điểm, trong ${rows.length} năm.`,
      `Error of a first release: ${mean} points on average, ${most} at most, in ${rows.length} years.`);
  }
  function trials(rows, title, note, names) {
    const where = Object.fromEntries(c.tableWords('mart.estimate_backtest').key.map(key => [key, rows[0][key]]));
    const shares = names ? [names.published, names.estimate].map(c.capital) : [say('Đã công bố', 'Published'), say('Ước tính lại', 'Estimated')];
    return c.figure({title, note: [note, say('% GRDP (cả nước: % GDP); lệch nhiều nhất ở trên.', 'Percent of GRDP (of the nation: of GDP); the largest error is on top.')].filter(Boolean).join(' '), rows: [],
      source: {table: 'mart.estimate_backtest', column: 'estimated_share', rows: [], where}, draw: width => c.heldOut(width, rows, title, names),
      table: {head: [say('Giá trị', 'Value'), say('Số liệu', 'Figure'), ...shares, say('Từ', 'Low'), say('Đến', 'High'), say('Lệch (điểm)', 'Error (points)')],
        rows: rows.map(row => [`${c.datedName(row.unit_id)}, ${row.period}`, c.indicatorName(row.indicator), ...['published_share', 'estimated_share', 'estimated_share_low', 'estimated_share_high'].map(key => ({value: row[key], text: c.percent(row[key], 2)})),
          {value: row.absolute_error_points, text: c.num(row.absolute_error_points, 2)}])}});
  }
})();
